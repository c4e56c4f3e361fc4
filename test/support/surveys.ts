import { randomUUID } from "node:crypto";
import { doTransition, submitRequest } from "#models/contracts/requests.contract.ts";
import { answerSurvey } from "#models/contracts/surveys.contract.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { questionnaire } from "#models/requests/questionnaire/questionnaire.request.ts";
import type { TestApi } from "./api.ts";

/** Files a questionnaire of the form's own example, open until a day far off unless told otherwise. */
export async function makesSurvey(staff: TestApi, given: Answers = {}, { form }: RequestType = questionnaire): Promise<string> {
  const until = bangkokDate(new Date(Date.now() + 30 * 86_400_000));
  const answers = { ...form.examples[0], until, ...given };
  const body = { formId: form.id, formVersion: form.version, draftId: randomUUID(), answers };
  return (await staff.ask(submitRequest, { body })).id;
}

/** The head lets people be asked. */
export const approvesSurvey = (head: TestApi, id: string) => stepsSurvey(head, id, "head-approve", "waiting-head", 1);

/** Does one step of a survey's request. */
export function stepsSurvey(by: TestApi, id: string, transition: string, offeredIn: string, formVersion: number | null = null) {
  return by.ask(doTransition, { params: { id, transition }, body: { offeredIn, formVersion, answers: {}, seen: 1 } });
}

/** A filled sheet of the questionnaire's example; `words` for its open question. */
export const sheetOf = (levels: [number, number, number], device: "o1" | "o2" | "o3", words: string): Answers => ({
  "grid-q1": { q1: levels[0], q2: levels[1], q3: levels[2] },
  q4: device,
  q5: words,
});

export const answersSurvey = (by: TestApi, id: string, answers: Answers) => by.ask(answerSurvey, { params: { id }, body: { answers } });
