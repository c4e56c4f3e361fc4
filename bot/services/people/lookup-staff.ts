import { recordAccess } from "#bot/services/record-access.ts";
import { Refused, requireActor } from "#bot/services/refused.ts";
import { openWork } from "#bot/services/requests/workload.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import type { Candidate } from "#models/fields/field.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import { normaliseThai } from "#models/fields/thai/normalise.ts";
import { type Actor, isStaff, type Role, type Scope } from "#models/workflows/roles.ts";
import { holdersOf, isAway } from "./people-who.ts";
import { shortName } from "./person-names.ts";
import { actorOf } from "./person-view.ts";

/** A quick reply bar of LINE holds 13; some room is for ways out. */
const mostCandidates = 10;

/**
 * Staff whose name holds the typed letters, all of them for an empty text: technicians who share the asker's groups, then their
 * heads, then the other groups; within each the least busy first. Those who are away come last of all.
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
  const keys = new Map(found.map((person) => [person, [Number(isAway(person, now)), nearness(person, actor, now), openOf(person)]]));
  const sorted = found.sort((a, b) => compareKeys(keys.get(a) ?? [], keys.get(b) ?? []));
  recordAccess(ctx, [{ personId: actor.personId, action: "lookup-staff", subject: "staff" }]);
  const candidates = sorted.slice(0, mostCandidates).map(
    (person): Candidate => ({
      key: person._id,
      label: shortName(person.name),
      detail: awayWords(person, now) ?? `${openOf(person)} งาน`,
      value: { id: person._id, name: person.name },
    }),
  );
  return { candidates, directoryIsEmpty: staff.length === 0 };
}

/** 0: does the work of one of the asker's groups · 1: heads one · 2: of other groups. A scope of the whole office shares every group. */
function nearness(person: PersonDocument, asker: Actor, now: Date): number {
  const own = scopesOf(asker, ["staff", "group-head", "centre-head"]);
  const colleague = actorOf(person, now);
  if (sharesGroup(own, scopesOf(colleague, ["staff"]))) return 0;
  return sharesGroup(own, scopesOf(colleague, ["group-head"])) ? 1 : 2;
}

const scopesOf = ({ grants }: Actor, roles: Role[]): Scope[] => grants.filter(({ role }) => roles.includes(role)).map(({ scope }) => scope);

function sharesGroup(own: Scope[], theirs: Scope[]): boolean {
  const isShared = (a: Scope, b: Scope) =>
    a.kind === "office" || b.kind === "office" || (a.kind === "group" && b.kind === "group" && a.group === b.group);
  return own.some((mine) => theirs.some((scope) => isShared(mine, scope)));
}

function compareKeys(a: number[], b: number[]): number {
  return a.map((key, at) => key - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** Away until the moment before: what is kept is when they are back. */
function awayWords({ awayUntil }: PersonDocument, now: Date): string | null {
  return awayUntil && awayUntil > now ? `ไม่อยู่ถึง ${showDate(bangkokDate(new Date(awayUntil.getTime() - 1)))}` : null;
}
