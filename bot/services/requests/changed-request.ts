import type { ClientSession } from "mongoose";
import { readOffice } from "#bot/services/office/office.ts";
import { wantedRecord } from "#bot/services/records/wanted-record.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { filedAnswers } from "#models/requests/parse-answers.ts";
import type { Transition } from "#models/workflows/define-workflow.ts";
import type { Applied } from "#models/workflows/engine.ts";
import type { OfficeCalendar } from "#models/workflows/office-calendar.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { amend } from "./amend-request.ts";
import { type Chosen, chooseDecider } from "./choose-decider.ts";
import { factsOf } from "./present-request.ts";
import { askedWords, awaitedPerson, nextDue } from "./waits.ts";

export type Changing = {
  type: RequestType;
  transition: Transition;
  before: RequestDocument;
  applied: Extract<Applied, { ok: true }>;
  actor: Actor;
  assignee: { id: string; name: string } | null;
};

/** The request as it stands after the transition, and who decides about it now. */
export async function changedRequest(
  ctx: ServiceContext,
  changing: Changing,
  session?: ClientSession,
): Promise<{ after: RequestDocument; chosen: Chosen | null }> {
  const after = await movedRequest(ctx, changing, session);
  const chosen = await chooseDecider(changing.type.workflow, factsOf(after), ctx.clock.now(), session);
  const { decider } = after;
  const isSame = decider?.role === chosen?.decider.role && decider?.unit === chosen?.decider.unit;
  return { after: isSame ? after : { ...after, decider: chosen?.decider ?? null }, chosen };
}

async function movedRequest(ctx: ServiceContext, changing: Changing, session?: ClientSession): Promise<RequestDocument> {
  const { type, transition, before, applied, actor, assignee } = changing;
  const now = ctx.clock.now();
  const office = await readOffice(ctx);
  const amended = await amend(type, office, before, applied, session);
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
  if (change.state === before.state) return stayed(type, before, { ...after, awaits }, office.calendar);
  // The promised time stands still while the state says so: what was waited is added to it.
  const waited = clockStopped(type, before) ? office.calendar.workingTimeBetween(before.stateSince, now) : 0;
  const moved = {
    ...after,
    awaits,
    shownAt: null,
    // Once made it never changes: a later decision makes no second one.
    record: after.record ?? (state.makesRecord ? wantedRecord(after, now) : null),
    finishBy: office.calendar.addWorkingTime(after.finishBy, waited),
  };
  const words = askedWords(transition, transition.form ? filedAnswers(transition.form, applied.answers) : []);
  return { ...moved, awaitsWords: words, ...nextDue(type.workflow, moved, office.calendar) };
}

/** Where it stays, only other answers make it due at another time (a loan until another day). */
function stayed({ workflow }: RequestType, before: RequestDocument, after: RequestDocument, calendar: OfficeCalendar): RequestDocument {
  return after.answersRevision === before.answersRevision ? after : { ...after, ...nextDue(workflow, after, calendar) };
}

function clockStopped({ workflow }: RequestType, { state }: RequestDocument): boolean {
  return workflow.states[state]?.clock === "stops";
}

function nextAssignee({ assigns }: Transition, request: RequestDocument, actor: Actor, chosen: Changing["assignee"]) {
  if (assigns === "actor") return { id: actor.personId, name: actor.name };
  if (assigns === "nobody") return null;
  return (assigns && chosen) || (request.assignee ?? null);
}
