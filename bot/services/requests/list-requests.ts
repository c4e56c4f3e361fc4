import type { PipelineStage, QueryFilter } from "mongoose";
import { Refused, requireActor } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { ListName } from "#models/conversations/effects.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { urgencies } from "#models/conversations/understanding.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import type { TimelineEntryDocument } from "#models/documents/timeline-entry.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { type Actor, isStaff } from "#models/workflows/roles.ts";
import { lateFilter, runningStates } from "./late.ts";
import { recordLooks } from "./record-looks.ts";
import { requestView } from "./request-view.ts";
import { toDecide } from "./to-decide.ts";

/** As many as one carousel of LINE shows, with room for a card that leads on. */
const mostShown = 10;

/** `byNeed`: what can be worked on before what waits for others, the urgent before the rest, then as `sort` says. */
type Listing = { filter: QueryFilter<RequestDocument>; sort: Record<string, 1 | -1>; byNeed?: true };

/**
 * One of the lists of a person: their own requests, their work, their groups' queue, or what waits for their decision.
 * @returns the first ten, and how many there are
 * @throws Refused not_registered; not_allowed where a list is for staff
 */
export async function listRequests(ctx: ServiceContext, { list }: { list: ListName }, who: { actor: Actor | null }) {
  const actor = requireActor(who.actor);
  const asked = listing(ctx, list, actor);
  const [found, total] = await Promise.all([firstOf(ctx, asked), RequestModel.countDocuments(asked.filter)]);
  recordLooks(ctx, actor, `list:${list}`, found);
  return { requests: await viewsOf(ctx, found, actor), total };
}

/** Requests as the actor sees them, each with what happened last; the caller has made sure that they may. */
export async function viewsOf(ctx: ServiceContext, found: RequestDocument[], actor: Actor): Promise<RequestView[]> {
  const now = ctx.clock.now();
  const entries = await entriesOf(found);
  return found.map((request) => requestView(ctx, request, actor, now, entries.get(request._id)));
}

/** No index knows what needs a hand most: the open ones of a person or their groups, found by index, are ranked in the database. */
export function firstOf(ctx: ServiceContext, { filter, sort, byNeed }: Listing, most = mostShown): Promise<RequestDocument[]> {
  if (!byNeed) return RequestModel.find(filter).sort(sort).limit(most).lean();
  const ranks: PipelineStage[] = [
    { $set: { waits: { $not: [{ $in: ["$state", runningStates(ctx.catalogue)] }] }, rank: { $indexOfArray: [urgencies, "$urgency"] } } },
    { $sort: { waits: 1, rank: 1, ...sort } },
    { $limit: most },
    { $unset: ["waits", "rank"] },
  ];
  return RequestModel.aggregate<RequestDocument>([{ $match: filter }, ...ranks] as PipelineStage[]);
}

/** What happened to each, in order: a list says what came last, for it counts as having told its reader. */
async function entriesOf(requests: RequestDocument[]): Promise<Map<string, TimelineEntryDocument[]>> {
  if (requests.length === 0) return new Map();
  const ids = requests.map(({ _id }) => _id);
  const entries = await TimelineEntryModel.find({ requestId: { $in: ids } })
    .sort({ requestId: 1, sequence: 1 })
    .lean();
  return Map.groupBy(entries, ({ requestId }) => requestId);
}

/** What a list holds and in which order. Every one is found by an index (test/definitions/indexes.test.ts). */
export function listing(ctx: Pick<ServiceContext, "catalogue" | "clock">, list: ListName, actor: Actor): Listing {
  switch (list) {
    case "mine-open":
      return { filter: mine(actor, { isOpen: true }), sort: { createdAt: -1 } };
    case "mine-recent":
      return { filter: mine(actor, {}), sort: { createdAt: -1 } };
    case "my-work":
      return { filter: { "assignee.id": actor.personId, isOpen: true }, sort: { finishBy: 1 }, byNeed: true };
    case "unassigned":
      // What waits for a decision is no work for anybody yet.
      return { filter: { isOpen: true, ...groupsOf(actor), assignee: null, decider: null }, sort: { finishBy: 1 }, byNeed: true };
    case "late":
      return { filter: { ...lateFilter(ctx.catalogue, ctx.clock.now()), ...groupsOf(actor) }, sort: { finishBy: 1 }, byNeed: true };
    case "queue":
      return { filter: { isOpen: true, ...groupsOf(actor), decider: null }, sort: { finishBy: 1 }, byNeed: true };
    case "to-decide":
      return { filter: toDecide(actor) ?? { _id: { $in: [] } }, sort: { stateSince: 1 } };
  }
}

/** Their own; for staff also what they keep for callers who have not joined. */
function mine(actor: Actor, more: QueryFilter<RequestDocument>): QueryFilter<RequestDocument> {
  const own = { "requester.id": actor.personId, ...more };
  return isStaff(actor) ? { $or: [own, { filedById: actor.personId, "requester.id": null, ...more }] } : own;
}

/** The groups that an actor works for; no condition where a grant covers the office. An admin sees no queue by being one. */
export function groupsOf(actor: Actor): { group?: { $in: number[] } } {
  if (!isStaff(actor)) throw new Refused({ code: "not_allowed" });
  const scopes = actor.grants.filter((grant) => isStaff({ ...actor, grants: [grant] })).map(({ scope }) => scope);
  if (scopes.some(({ kind }) => kind === "office")) return {};
  return { group: { $in: [...new Set(scopes.flatMap((scope) => (scope.kind === "group" ? [scope.group] : [])))] } };
}
