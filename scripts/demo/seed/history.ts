import { addDays, bangkokDate, bangkokMoment } from "#models/fields/thai/bangkok.ts";
import { beginLife, type Life } from "./life.ts";
import { stories } from "./stories.ts";
import { officePace, tellStory } from "./tell-story.ts";
import { troubleKinds } from "./troubles.ts";
import { actorFor, teachersAt, type World } from "./world.ts";

const perDay = 10.3;
// School holidays in April and October are quiet; DMC rounds (10 มิ.ย., 10 พ.ย.) and the start of term in May are not.
const busyMonths = [1, 1.1, 0.9, 0.4, 1.3, 1.3, 1, 1.1, 1.1, 0.6, 1.3, 0.9];
// Reports by hour from 07 on: most come before lunch, few after the office has closed.
const busyHours = [1, 5, 7, 6, 4, 2, 5, 6, 4, 2, 1];

/** A year of repairs, the oldest first. */
export function seedHistory(world: World): Life[] {
  const today = bangkokDate(world.now);
  const days = Array.from({ length: 365 }, (_, at) => addDays(today, at - 364)).filter((day) =>
    world.calendar.isOpen(bangkokMoment(day, "10:00")),
  );
  const moments = days.flatMap((day) => reportsOf(world, day)).filter((at) => at < world.now);
  return moments.map((at) => oneRepair(world, at));
}

function reportsOf({ random }: World, day: string): Date[] {
  const expected = perDay * (busyMonths[Number(day.slice(5, 7)) - 1] ?? 1);
  const count = Math.round(expected * (0.6 + random.next() * 0.8));
  const hours = busyHours.map((weight, hour) => ({ weight, hour: hour + 7 }));
  const times = Array.from({ length: count }, () => random.weighted(hours).hour * 3_600_000 + random.between(0, 3_599_000));
  return times.sort((a, b) => a - b).map((time) => new Date(bangkokMoment(day).getTime() + time));
}

function oneRepair(world: World, at: Date): Life {
  const { random, catalogue } = world;
  const school = random.pick(world.schools);
  const requester = random.pick(teachersAt(world, school.code));
  const kind = random.weighted(troubleKinds);
  const trouble = random.pick(kind.troubles);
  const answers = {
    device: trouble.device,
    symptom: trouble.symptom,
    place: random.pick(kind.places),
    school: { code: school.code, name: school.name },
    category: kind.category,
    urgency: trouble.urgency ?? "normal",
  };
  const begun = beginLife({ type: catalogue.of("repair"), school, requester, actor: actorFor(world, requester), at, answers });
  return tellStory(world, begun, { trouble, steps: random.weighted(stories).steps, pace: officePace(world) });
}
