import type { ClientSession } from "mongoose";
import { readOffice } from "#bot/services/office/office.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { filedAnswers } from "#models/requests/parse-answers.ts";
import type { Transition } from "#models/workflows/define-workflow.ts";
import type { Applied } from "#models/workflows/engine.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { amend } from "./amend-request.ts";
import { askedWords, awaitedPerson, nextDue } from "./waits.ts";

export type Changing = {
  type: RequestType;
  transition: Transition;
  before: RequestDocument;
  applied: Extract<Applied, { ok: true }>;
  actor: Actor;
  assignee: { id: string; name: string } | null;
};

/** The request as it stands after the transition. */
export async function changedRequest(ctx: ServiceContext, changing: Changing, session?: ClientSession): Promise<RequestDocument> {
  const { type, transition, before, applied, actor, assignee } = changing;
  const now = ctx.clock.now();
  const office = await readOffice(ctx);
  const amended = await amend(type, office, before, applied.amended, session);
  const { assigneeId: _assigneeId, ...change } = applied.change;
  const state = type.workflow.states[change.state];
  if (!state) throw new Error(`workflow ${type.workflow.id}: no state "${change.state}"`);
  const after: RequestDocument = {
    ...amended,
    ...change,
    assignee: nextAssignee(transition, amended, actor, assignee),
    isOpen: !state.final,
    workflowVersion: type.workflow.version,
    revision: before.revision + 1,
    updatedAt: now,
  };
  const awaits = awaitedPerson(state, after);
  if (change.state === before.state) return { ...after, awaits };
  // The promised time stands still while the state says so: what was waited is added to it.
  const waited = clockStopped(type, before) ? office.calendar.workingTimeBetween(before.stateSince, now) : 0;
  const moved = { ...after, awaits, shownAt: null, finishBy: office.calendar.addWorkingTime(after.finishBy, waited) };
  const words = askedWords(transition, transition.form ? filedAnswers(transition.form, applied.answers) : []);
  return { ...moved, awaitsWords: words, ...nextDue(type.workflow, moved, office.calendar) };
}

function clockStopped({ workflow }: RequestType, { state }: RequestDocument): boolean {
  return workflow.states[state]?.clock === "stops";
}

function nextAssignee({ assigns }: Transition, request: RequestDocument, actor: Actor, chosen: Changing["assignee"]) {
  if (assigns === "actor") return { id: actor.personId, name: actor.name };
  if (assigns === "nobody") return null;
  return (assigns && chosen) || (request.assignee ?? null);
}
