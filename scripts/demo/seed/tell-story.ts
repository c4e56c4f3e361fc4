import type { Actor } from "#models/workflows/roles.ts";
import { type Life, liveOn } from "./life.ts";
import type { Doer, StoryStep } from "./stories.ts";
import type { Trouble } from "./troubles.ts";
import { transitionAnswers } from "./words.ts";
import { actorById, actorFor, peopleIn, type World } from "./world.ts";

// Urgent work is taken up sooner.
const haste = { critical: 0.12, high: 0.4, normal: 1, low: 1.6 } as const;

/** When a step happens, so many hours after the one before. */
export type Pace = (before: Date, hours: number) => Date;

/** Hours count only while the office is open. */
export function officePace(world: World): Pace {
  return (before, hours) => world.calendar.addWorkingTime(before, hours * 60);
}

/** Lets a request go through a story as far as the present moment. */
export function tellStory(world: World, begun: Life, telling: { trouble: Trouble; steps: StoryStep[]; pace: Pace }): Life {
  const { random, now } = world;
  const speed = haste[telling.trouble.urgency ?? "normal"];
  let life = begun;
  let at = begun.filedAt;
  for (const { do: transition, by, after, chance = 1 } of telling.steps) {
    if (chance < 1 && !random.chance(chance)) continue;
    const [from, to] = after;
    const hours = (from + random.next() * (to - from)) * (by === "system" ? 1 : speed);
    at = telling.pace(at, hours);
    if (at > now) break;
    const answers = transitionAnswers(transition, { trouble: telling.trouble, random, colleague: colleagueOf(world, life) });
    life = liveOn(life, { transition, actor: doer(world, life, by), at, answers });
  }
  return life;
}

function doer(world: World, { facts, requester }: Life, by: Doer): Actor {
  switch (by) {
    case "requester":
      return actorFor(world, requester);
    case "system":
      return actorById(world, "system");
    case "assignee":
      return actorById(world, facts.assigneeId ?? "nobody");
    case "head":
      return actorFor(world, world.random.pick(peopleIn(world, "group-head", facts.group)));
    case "technician":
      return actorFor(world, world.random.pick(technicians(world, facts.group, facts.zone)));
  }
}

/** Somebody else who does such work in the zone, where there is one. */
function colleagueOf(world: World, { facts }: Life): { id: string; name: string } {
  const all = technicians(world, facts.group, facts.zone);
  const others = all.filter(({ id }) => id !== facts.assigneeId);
  const { id, name } = world.random.pick(others.length > 0 ? others : all);
  return { id, name };
}

function technicians(world: World, group: number, zone: string | null) {
  return peopleIn(world, "staff", group, zone ?? undefined);
}
