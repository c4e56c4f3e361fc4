import { holdersOf } from "#bot/services/people/people-who.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import { recordAccess } from "#bot/services/record-access.ts";
import { Refused, requireActor } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { Workload } from "#models/conversations/effects.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { type Actor, isStaff } from "#models/workflows/roles.ts";
import { lateFilter } from "./late.ts";
import { groupsOf } from "./list-requests.ts";

/**
 * Who of the actor's groups has how much, the busiest last, and how many requests nobody has.
 * @throws Refused not_registered; not_allowed for others than staff
 */
export async function workloadOf(ctx: ServiceContext, who: { actor: Actor | null }): Promise<{ people: Workload[]; unassigned: number }> {
  const actor = requireActor(who.actor);
  if (!isStaff(actor)) throw new Refused({ code: "not_allowed" });
  const now = ctx.clock.now();
  const mine = groupsOf(actor);
  const [holders, unassigned] = await Promise.all([
    holdersOf(["staff", "group-head", "centre-head"]),
    RequestModel.countDocuments({ isOpen: true, ...mine, assignee: null, decider: null }),
  ]);
  const team = holders.filter((person) => sharesGroup(groupsOfStaff(actorOf(person, now)), mine.group?.$in ?? null));
  const loads = await openWork(
    ctx,
    team.map(({ _id }) => _id),
    now,
  );
  recordAccess(ctx, [{ personId: actor.personId, action: "workload", subject: "staff" }]);
  const people = team.map(({ _id, name, awayUntil }) => ({
    personId: _id,
    name,
    ...(loads.get(_id) ?? { open: 0, late: 0 }),
    awayUntil: awayUntil && awayUntil > now ? awayUntil : null,
  }));
  return { people: people.sort((a, b) => a.open - b.open || a.name.localeCompare(b.name, "th")), unassigned };
}

/** Open and late requests in each person's hands. */
export async function openWork(ctx: ServiceContext, personIds: string[], now: Date): Promise<Map<string, { open: number; late: number }>> {
  const inHand = { isOpen: true, "assignee.id": { $in: personIds } };
  const group = { $group: { _id: "$assignee.id", count: { $sum: 1 } } };
  type Row = { _id: string; count: number };
  const [open, late] = await Promise.all([
    RequestModel.aggregate<Row>([{ $match: inHand }, group]),
    RequestModel.aggregate<Row>([{ $match: { $and: [inHand, lateFilter(ctx.catalogue, now)] } }, group]),
  ]);
  const lateOf = new Map(late.map(({ _id, count }) => [_id, count]));
  return new Map(open.map(({ _id, count }) => [_id, { open: count, late: lateOf.get(_id) ?? 0 }]));
}

/** null: the whole office. */
function groupsOfStaff(actor: Actor): number[] | null {
  if (!isStaff(actor)) return [];
  return groupsOf(actor).group?.$in ?? null;
}

function sharesGroup(theirs: number[] | null, mine: number[] | null): boolean {
  if (theirs === null) return true;
  return mine === null ? theirs.length > 0 : theirs.some((group) => mine.includes(group));
}
