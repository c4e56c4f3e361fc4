import type { ClientSession } from "mongoose";
import { keepOwnFiles } from "#bot/services/files/attach-files.ts";
import { type Telling, whoHears } from "#bot/services/notices/write-notices.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { Commands } from "#models/conversations/effects.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import type { TimelineEntryDocument } from "#models/documents/timeline-entry.document.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { filesIn } from "#models/requests/files-in.ts";
import type { Tell, Transition } from "#models/workflows/define-workflow.ts";
import { applyTransition, can, type Refusal, transitionOf, whyNot } from "#models/workflows/engine.ts";
import { type Actor, systemActor } from "#models/workflows/roles.ts";
import { changedRequest } from "./changed-request.ts";
import { tellsTo } from "./choose-decider.ts";
import { factsOf, presentRequest, presentState } from "./present-request.ts";
import { recordLooks } from "./record-looks.ts";
import { resolveAssignee } from "./resolve-assignee.ts";
import { answersChanged, stateChanged } from "./state-changed.ts";
import { transitionEntry } from "./timeline-entry.ts";

type TransitionInput = Commands["transition"]["in"];

/** A transition worked out from the request as it was read: nothing of it is written. */
export type TransitionPlan = {
  before: RequestDocument;
  after: RequestDocument;
  /** the fields that differ from what is stored */
  changes: Partial<RequestDocument>;
  entry: TimelineEntryDocument;
  tellings: Telling[];
  /** pictures that become part of the request */
  files: string[];
};

/** Reads the request afresh and works the transition out; with a session, as the transaction sees it, one read at a time. */
export async function planTransition(
  ctx: ServiceContext,
  input: TransitionInput,
  actor: Actor,
  chatIds: string[],
  session?: ClientSession,
): Promise<TransitionPlan> {
  const stored = await RequestModel.findById(input.requestId, null, session ? { session } : {}).lean();
  const before = stored && presentRequest(ctx, stored);
  const type = before && ctx.catalogue.of(before.formId);
  const isSystem = actor.personId === "system";
  if (!before || !type || !(isSystem || can(type.workflow, actor, "see", factsOf(before), ctx.clock.now()))) {
    throw new Refused({ code: "not_found" });
  }
  const transition = transitionOf(type.workflow, input.transition);
  if (!transition) throw new Refused({ code: "not_allowed" });
  const form = transition.rewrites ? type.form : transition.form;
  if (input.formVersion !== undefined && form !== undefined && form.version !== input.formVersion)
    throw new Refused({ code: "form_changed" });
  if (hasMovedOn(type, transition, before, input.offeredIn)) throw await movedOn(ctx, before, actor, session);

  // What is written anew takes the place of answers that were read: of those alone.
  const isAboutAnswers = transition.decides || transition.rewrites;
  if (isAboutAnswers && input.seen !== before.answersRevision) throw await rewritten(ctx, before, actor, session);
  const no = whyNot(type.workflow, input.transition, actor, factsOf(before), ctx.clock.now());
  if (no) throw await refusal(ctx, no, before, actor, session);
  const mayKeep = transition.rewrites ? filesIn(type.form, before.answers) : [];
  const owned = form ? await keepOwnFiles(form, { ...input, mayKeep }, chatIds, session) : input.answers;
  const { answers, assignee } = await resolveAssignee(transition, owned, ctx.clock.now(), session);
  const applied = applyTransition({
    workflow: type.workflow,
    form: type.form,
    transition: input.transition,
    actor,
    request: factsOf(before),
    answers,
    now: ctx.clock.now(),
  });
  if (!applied.ok) throw await refusal(ctx, applied.refusal, before, actor, session);
  const { after, chosen } = await changedRequest(ctx, { type, transition, before, applied, actor, assignee }, session);
  return {
    before,
    after,
    changes: differing(stored, after),
    entry: transitionEntry(ctx, input.transition, transition, { before, after, answers: applied.answers, actor }),
    tellings: await whoHears(
      tellsTo(chosen, tellsOf(type, transition, { before, after })),
      factsOf(after),
      actor.personId,
      ctx.clock.now(),
      session,
    ),
    files: form ? filesIn(form, applied.answers).filter((id) => !mayKeep.includes(id)) : [],
  };
}

/** A press offered in another state is refused, save one that leaves the state as it is and is still possible. */
function hasMovedOn(type: RequestType, { to, from }: Transition, before: RequestDocument, offeredIn: string): boolean {
  if (presentState(type, offeredIn) === before.state) return false;
  return typeof to === "string" || !("stay" in to) || !from.includes(before.state);
}

async function refusal(
  ctx: ServiceContext,
  refused: Refusal,
  before: RequestDocument,
  actor: Actor,
  session?: ClientSession,
): Promise<Refused> {
  switch (refused.code) {
    case "wrong_state":
      return movedOn(ctx, before, actor, session);
    case "unknown_transition":
      return new Refused({ code: "not_allowed" });
    default:
      return new Refused(refused);
  }
}

/** The refusal shows the request: for the log that is a look at it. */
function movedOn(ctx: ServiceContext, before: RequestDocument, actor: Actor, session?: ClientSession): Promise<Refused> {
  if (actor.personId !== systemActor.personId) recordLooks(ctx, actor, "state_changed", [before]);
  return stateChanged(ctx, before, actor, session);
}

/** The same for a decision about, or a correction of, answers that are not those any more. */
function rewritten(ctx: ServiceContext, before: RequestDocument, actor: Actor, session?: ClientSession): Promise<Refused> {
  recordLooks(ctx, actor, "state_changed", [before]);
  return answersChanged(ctx, before, actor, session);
}

function differing(stored: RequestDocument, after: RequestDocument): Partial<RequestDocument> {
  const keys = Object.keys(after) as (keyof RequestDocument)[];
  return Object.fromEntries(keys.filter((key) => after[key] !== stored[key]).map((key) => [key, after[key]]));
}

/** The transition's own, and where a correction brings untaken work to another group, that group as of new work. */
function tellsOf(
  { workflow }: RequestType,
  transition: Transition,
  { before, after }: { before: RequestDocument; after: RequestDocument },
): Tell[] {
  const changesGroup = before.group !== after.group && after.isOpen && !after.assignee;
  return [...(transition.tells ?? []), ...(changesGroup ? workflow.tells : [])];
}
