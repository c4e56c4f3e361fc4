import { addDays, bangkokDate, bangkokMoment } from "#models/fields/thai/bangkok.ts";

/** When the office works. `days` are ISO weekdays, 1 = Monday; times are Bangkok's, "08:30". */
export type OfficeHours = { opens: string; closes: string; days: readonly number[] };

/** Working time in Asia/Bangkok. Lengths are minutes of office hours. */
export type OfficeCalendar = {
  isOpen(at: Date): boolean;
  /** the moment itself when open, else when the office opens next */
  nextOpening(at: Date): Date;
  addWorkingTime(at: Date, minutes: number): Date;
  /** as many full days' hours later: the same time of day, or closing time when begun off hours */
  addWorkingDays(at: Date, days: number): Date;
  /** minutes of office hours from one moment to a later one; 0 when it is not later */
  workingTimeBetween(from: Date, to: Date): number;
};

type Span = { from: number; to: number };

const minute = 60_000;
// A calendar that finds no working day within ten years is a mistake in the settings, not a long weekend.
const mostDays = 3_660;

/** A calendar of those hours without the holidays ("2026-12-10"). */
export function openCalendar(hours: OfficeHours, holidays: ReadonlySet<string>): OfficeCalendar {
  const dayLength = span("2026-01-01").to - span("2026-01-01").from;

  function span(date: string): Span {
    return { from: bangkokMoment(date, hours.opens).getTime(), to: bangkokMoment(date, hours.closes).getTime() };
  }

  function works(date: string): boolean {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
    return hours.days.includes(weekday) && !holidays.has(date);
  }

  /** Spans of office hours, from the one that holds or follows the moment. */
  function* spansFrom(at: Date): Generator<Span> {
    let date = bangkokDate(at);
    for (let days = 0; days < mostDays; days += 1, date = addDays(date, 1)) {
      if (works(date) && span(date).to > at.getTime()) yield { from: Math.max(span(date).from, at.getTime()), to: span(date).to };
    }
  }

  function nextOpening(at: Date): Date {
    for (const { from } of spansFrom(at)) return new Date(from);
    throw new Error("The office calendar has no working day within ten years");
  }

  function addWorkingTime(at: Date, minutes: number): Date {
    // Nothing added leaves the moment as it is, closing time too: a promise must not wander to the next morning.
    if (minutes <= 0) return at;
    let left = minutes * minute;
    for (const { from, to } of spansFrom(at)) {
      if (left <= to - from) return new Date(from + left);
      left -= to - from;
    }
    throw new Error("The office calendar has no working day within ten years");
  }

  function workingTimeBetween(from: Date, to: Date): number {
    let sum = 0;
    for (const part of spansFrom(from)) {
      if (part.from >= to.getTime()) break;
      sum += Math.min(part.to, to.getTime()) - part.from;
    }
    return sum / minute;
  }

  return {
    isOpen: (at) => nextOpening(at).getTime() === at.getTime(),
    nextOpening,
    addWorkingTime,
    addWorkingDays: (at, days) => addWorkingTime(at, (days * dayLength) / minute),
    workingTimeBetween,
  };
}
