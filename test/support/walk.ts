import { randomUUID } from "node:crypto";
import type { Clock } from "#bot/platform/clock.ts";
import type { Answer } from "#models/contracts/contract.ts";
import { doTransition, getRequest, submitRequest } from "#models/contracts/requests.contract.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import { openCatalogue } from "#models/requests/open-catalogue.ts";
import { type ApiRefusal, apiAs } from "./api.ts";
import type { TestOffice } from "./office.ts";

type Signed = { userId: string };
type Detail = Answer<typeof getRequest>;
type Answers = Record<string, unknown>;

/** Requests walked through their workflows by the API, each step as the person who does it finds it. */
export type Walk = {
  file(by: Signed, formId: string, answers: Answers): Promise<Detail>;
  /** the request as that person sees it */
  read(by: Signed, id: string): Promise<Detail>;
  /** does a step that the page offers to that person, and answers with the state that follows */
  step(by: Signed, id: string, transition: string, answers?: Answers): Promise<string>;
  /** tries a step that is to be refused */
  refused(by: Signed, id: string, transition: string, answers?: Answers): Promise<ApiRefusal>;
  /** the steps that the page offers to that person */
  offered(by: Signed, id: string): Promise<string[]>;
};

export function walkIn(office: TestOffice, clock?: Clock): Walk {
  const { of } = openCatalogue(catalogue);
  const as = (by: Signed) => apiAs(office, by, clock);
  const read = (by: Signed, id: string) => as(by).ask(getRequest, { params: { id } });
  async function pressed(by: Signed, id: string, transition: string, answers: Answers) {
    const { formId, state, answersRevision } = await read(by, id);
    const { form, workflow } = of(formId);
    const todo = workflow.transitions[transition];
    const formVersion = (todo?.rewrites ? form : todo?.form)?.version ?? null;
    return { params: { id, transition }, body: { offeredIn: state, formVersion, answers, seen: answersRevision } };
  }
  return {
    file: (by, formId, answers) => as(by).ask(submitRequest, { body: { formId, formVersion: 1, draftId: randomUUID(), answers } }),
    read,
    async step(by, id, transition, answers = {}) {
      const { state } = await as(by).ask(doTransition, await pressed(by, id, transition, answers));
      return state;
    },
    refused: async (by, id, transition, answers = {}) => as(by).refused(doTransition, await pressed(by, id, transition, answers)),
    offered: async (by, id) => (await read(by, id)).actions.map(({ transition }) => transition),
  };
}
