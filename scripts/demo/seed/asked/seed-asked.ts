import { addDays, bangkokDate, bangkokMoment } from "#models/fields/thai/bangkok.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { aliasOf, beginLife, type Life, type Place } from "#scripts/demo/seed/life.ts";
import { persona, type SeedPerson } from "#scripts/demo/seed/people.ts";
import { actorFor, peopleIn, teachersAt, type World } from "#scripts/demo/seed/world.ts";
import { freshAnswers, goingOn } from "./fresh-answers.ts";
import { walk } from "./walk.ts";

/** A year of everything that is asked for besides repairs, and what went on from some of the `earlier`. */
export function seedAsked(world: World, earlier: Life[]): Life[] {
  const asked = world.catalogue.all.filter(({ form }) => form.id !== "repair").flatMap((type, at) => yearOf(world, type, at + 1));
  const own = asked.map(({ type, at }) => oneAsked(world, type, at)).filter((life) => life !== null);
  return [...own, ...followUps(world, [...earlier, ...own])];
}

// The catalogue names the most wanted first; so many in a year of the first. What only the centre fills comes now and then.
const mostAYear = 240;
const staffAYear = 70;
const leastAYear = 4;
// Of each form a few are so new that they are still on their way, days.
const newest = { count: 2, days: 9 };

function yearOf({ random, now }: World, type: RequestType, place: number): { type: RequestType; at: Date }[] {
  const count = Math.max(leastAYear, Math.round((type.openTo === "everyone" ? mostAYear : staffAYear) / (place + 1)));
  const today = bangkokDate(now);
  const daysAgo = [
    ...Array.from({ length: count }, () => random.between(1, 364)),
    ...Array.from({ length: newest.count }, () => random.between(1, newest.days)),
  ];
  return daysAgo.map((days) => ({ type, at: momentOf(random.between(1, 400), addDays(today, -days)) }));
}

/** So many minutes after the office opens. */
const momentOf = (minutes: number, day: string) => new Date(bangkokMoment(day, "08:30").getTime() + minutes * 60_000);

function oneAsked(world: World, type: RequestType, wished: Date): Life | null {
  const at = type.openTo === "staff" ? world.calendar.nextOpening(wished) : wished;
  if (at > world.now) return null;
  const { requester, place } = someone(world, type);
  const answers = freshAnswers(world, { type, requester, place, at });
  return answers && walk(world, beginLife({ type, school: place, requester, actor: actorFor(world, requester), at, answers }));
}

function someone(world: World, type: RequestType): { requester: SeedPerson; place: Place } {
  const { random, schools, people } = world;
  if (type.openTo === "staff") {
    const group = type.group?.({}) ?? random.between(1, 3);
    return atOffice(random.pick(peopleIn(world, "staff", group)));
  }
  const school = random.pick(schools);
  const others = teachersAt(world, school.code).filter(({ id }) => id !== persona.id);
  const requester = random.pick(others.length > 0 ? others : people.filter((one) => one.school.code === school.code));
  return { requester, place: school };
}

export function atOffice(requester: SeedPerson): { requester: SeedPerson; place: Place } {
  return { requester, place: { code: null, name: requester.school.name, zone: null } };
}

// Most matters end where they end.
const goesOn = 0.2;

/** The requests that grew out of others, and out of those again: a purchase of a specification of a machine that could not be repaired. */
function followUps(world: World, from: Life[]): Life[] {
  const grown = from.flatMap((life) => {
    const types = continuing(world, life);
    if (types.length === 0 || !world.random.chance(goesOn)) return [];
    return followUp(world, life, world.random.pick(types)) ?? [];
  });
  return grown.length > 0 ? [...grown, ...followUps(world, grown)] : [];
}

/** The types that name the very state in which a request ended. */
function continuing({ catalogue }: World, { type, facts }: Life): RequestType[] {
  if (!type.workflow.states[facts.state]?.final) return [];
  return catalogue.all.filter(({ continues }) =>
    continues.some(({ from, states }) => from === type.form.id && states?.includes(facts.state)),
  );
}

/** A request that goes on from another: by the centre's own people where only they may, else by who asked before. */
export function followUp(world: World, life: Life, type: RequestType): Life | null {
  const at = world.calendar.addWorkingTime(life.happened.at(-1)?.at ?? life.filedAt, world.random.between(60, 1_500));
  if (at > world.now) return null;
  return beginFollowUp(world, life, type, at, walk);
}

/** The same at a moment that is given, and gone on with as said. */
export function beginFollowUp(
  world: World,
  life: Life,
  type: RequestType,
  at: Date,
  then: (world: World, begun: Life) => Life,
): Life | null {
  const { requester, place } =
    type.openTo === "staff" ? atOffice(worker(world, life, type)) : { requester: life.requester, place: life.school };
  const of = { number: aliasOf(life), subject: life.type.subject(life.answers), results: null };
  const known: Answers = type.continues.find(({ from }) => from === life.type.form.id)?.prefill(life.answers, of) ?? {};
  const answers = goingOn(world, { type, requester, place, at }, known);
  return (
    answers && then(world, beginLife({ type, school: place, requester, actor: actorFor(world, requester), at, answers, origin: life }))
  );
}

/** Who did the earlier work goes on with it, where they are of the centre. */
function worker(world: World, { facts }: Life, type: RequestType): SeedPerson {
  const did = world.people.find(({ id, grants }) => id === facts.assigneeId && grants.length > 0);
  return did ?? world.random.pick(peopleIn(world, "staff", type.group?.({}) ?? 1));
}
