import type { Clock } from "#bot/platform/clock.ts";
import { addDays, bangkokDate, bangkokMoment } from "#models/fields/thai/bangkok.ts";

/** A clock that runs like any other and can be moved. */
export type MovableClock = Clock & {
  /** to that time of day in Bangkok, so many days on */
  goTo(time: string, days?: number): void;
  /** seconds that nobody has to wait for */
  pass(seconds: number): void;
};

const dayMs = 86_400_000;

/** Monday of this week, 09.30 in Bangkok. Not a fixed day: MongoDB removes by its own clock what is months old. */
export function officeClock(): MovableClock {
  const weekday = (bangkokMoment(bangkokDate(new Date()), "12:00").getUTCDay() + 6) % 7;
  const monday = addDays(bangkokDate(new Date()), -weekday);
  let shift = bangkokMoment(monday, "09:30").getTime() - Date.now();
  const now = () => new Date(Date.now() + shift);
  return {
    now,
    goTo(time, days = 0) {
      const wanted = bangkokMoment(bangkokDate(new Date(now().getTime() + days * dayMs)), time);
      shift = wanted.getTime() - Date.now();
    },
    pass(seconds) {
      shift += seconds * 1_000;
    },
  };
}
