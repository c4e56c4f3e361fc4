import { isDeepStrictEqual } from "node:util";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import type { TimelineEntryDocument } from "#models/documents/timeline-entry.document.ts";
import type { Answers } from "#models/requests/define-form.ts";
import { type FiledAnswer, filedAnswers } from "#models/requests/parse-answers.ts";
import type { Transition } from "#models/workflows/define-workflow.ts";
import type { Actor } from "#models/workflows/roles.ts";

/** The first entry of a request. What was filed is the request's own: it is not kept twice. */
export function submitEntry(ctx: ServiceContext, request: RequestDocument, actor: Actor): TimelineEntryDocument {
  return {
    _id: ctx.newId(),
    requestId: request._id,
    sequence: request.revision,
    at: request.createdAt,
    actor: actorThen(actor),
    transition: "submit",
    deed: "แจ้งเรื่อง",
    from: null,
    to: request.state,
    answers: {},
    filed: [],
    audience: "all",
  };
}

/** The entry of a transition: what moved, by whom, with which answers. */
export function transitionEntry(
  ctx: ServiceContext,
  id: string,
  transition: Transition,
  { before, after, answers, actor }: { before: RequestDocument; after: RequestDocument; answers: Answers; actor: Actor },
): TimelineEntryDocument {
  return {
    _id: ctx.newId(),
    requestId: before._id,
    sequence: after.revision,
    at: ctx.clock.now(),
    actor: actorThen(actor),
    transition: id,
    deed: transition.deed,
    from: before.state,
    to: after.state,
    ...(transition.rewrites
      ? { answers: {}, filed: changesBetween(before.filed, after.filed) }
      : { answers, filed: transition.form ? filedAnswers(transition.form, answers) : [] }),
    audience: transition.staffOnly ? "staff" : "all",
  };
}

/** Of what was filed anew only what differs: old → new. */
function changesBetween(before: FiledAnswer[], after: FiledAnswer[]): FiledAnswer[] {
  const old = new Map(before.map((one) => [one.field, one]));
  const now = new Set(after.map(({ field }) => field));
  const gone = before.filter(({ field }) => !now.has(field)).map((one) => ({ ...one, shown: "" }));
  return [...after, ...gone].flatMap(({ field, label, shown, written }) => {
    const was = old.get(field);
    if (was?.shown === shown && isDeepStrictEqual(was.written ?? null, written ?? null)) return [];
    return [{ field, label, shown: `${was?.shown || "ไม่ได้กรอก"} → ${shown || "ไม่ได้กรอก"}` }];
  });
}

/** The entry of the office's number: no step of the workflow, the request stays where it is. */
export function officialEntry(ctx: ServiceContext, after: RequestDocument, actor: Actor, deed: string): TimelineEntryDocument {
  return {
    _id: ctx.newId(),
    requestId: after._id,
    sequence: after.revision,
    at: ctx.clock.now(),
    actor: actorThen(actor),
    transition: "official",
    deed,
    from: after.state,
    to: after.state,
    answers: {},
    filed: [],
    audience: "all",
  };
}

/** The actor as they are at the time of an entry. */
export function actorThen(actor: Actor): TimelineEntryDocument["actor"] {
  const acting = actor.grants.find(({ actingFor }) => actingFor !== null);
  return { id: actor.personId, name: actor.name, position: actor.position, actingFor: acting?.actingFor ?? null };
}
