import { recordAccess } from "#bot/services/record-access.ts";
import { Refused, requireActor } from "#bot/services/refused.ts";
import { openWork } from "#bot/services/requests/workload.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import type { Candidate } from "#models/fields/field.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import { normaliseThai } from "#models/fields/thai/normalise.ts";
import { type Actor, isStaff } from "#models/workflows/roles.ts";
import { holdersOf, isAway } from "./people-who.ts";
import { actorOf } from "./person-view.ts";

/** A quick reply bar of LINE holds 13; some room is for ways out. */
const mostCandidates = 10;

/**
 * Staff whose name holds the typed letters, all of them for an empty text: the least busy first, those away last.
 * @throws Refused not_registered; not_allowed for others than staff
 */
export async function lookupStaff(ctx: ServiceContext, text: string, who: { actor: Actor | null }) {
  const actor = requireActor(who.actor);
  if (!isStaff(actor)) throw new Refused({ code: "not_allowed" });
  const now = ctx.clock.now();
  const holders = await holdersOf(["staff", "group-head", "centre-head"]);
  const staff = holders.filter((person) => isStaff(actorOf(person, now)));
  const typed = normaliseThai(text).replace(/\s+/g, "");
  const found = staff.filter(({ name }) => normaliseThai(name).replace(/\s+/g, "").includes(typed));
  const loads = await openWork(
    ctx,
    found.map(({ _id }) => _id),
    now,
  );
  const openOf = ({ _id }: PersonDocument) => loads.get(_id)?.open ?? 0;
  const sorted = found.sort((a, b) => Number(isAway(a, now)) - Number(isAway(b, now)) || openOf(a) - openOf(b));
  recordAccess(ctx, [{ personId: actor.personId, action: "lookup-staff", subject: "staff" }]);
  const candidates = sorted.slice(0, mostCandidates).map(
    (person): Candidate => ({
      key: person._id,
      label: person.name,
      detail: isAway(person, now) && person.awayUntil ? `ไม่อยู่ถึง ${showDate(bangkokDate(person.awayUntil))}` : `งานในมือ ${openOf(person)}`,
      value: { id: person._id, name: person.name },
    }),
  );
  return { candidates, directoryIsEmpty: staff.length === 0 };
}
