import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OfficeHours, openCalendar } from "#models/workflows/office-calendar.ts";

const minute = 60_000;
const usual: OfficeHours = { opens: "08:30", closes: "16:30", days: [1, 2, 3, 4, 5] };
const at = (text: string) => new Date(`${text}:00+07:00`);

/** Counted with a clock and a wall calendar, one minute after the other. */
function isWorkingMinute(moment: number, hours: OfficeHours, holidays: ReadonlySet<string>): boolean {
  const bangkok = new Date(moment + 7 * 3_600_000);
  const [date = "", time = ""] = bangkok.toISOString().slice(0, 16).split("T");
  const weekday = bangkok.getUTCDay() === 0 ? 7 : bangkok.getUTCDay();
  return hours.days.includes(weekday) && !holidays.has(date) && time >= hours.opens && time < hours.closes;
}

describe("the office calendar", () => {
  const calendar = openCalendar(usual, new Set(["2026-12-10"]));

  it("opens at half past eight on the next working day", () => {
    expect(calendar.nextOpening(at("2026-11-20T17:00"))).toEqual(at("2026-11-23T08:30"));
    expect(calendar.nextOpening(at("2026-12-09T16:30"))).toEqual(at("2026-12-11T08:30"));
    expect(calendar.isOpen(at("2026-11-23T08:30"))).toBe(true);
    expect(calendar.isOpen(at("2026-11-23T16:30"))).toBe(false);
  });

  it("counts an hour over a night, and days over a weekend and a holiday", () => {
    expect(calendar.addWorkingTime(at("2026-11-20T16:00"), 60)).toEqual(at("2026-11-23T09:00"));
    expect(calendar.addWorkingDays(at("2026-12-09T10:00"), 1)).toEqual(at("2026-12-11T10:00"));
    expect(calendar.addWorkingDays(at("2026-11-23T20:00"), 1)).toEqual(at("2026-11-24T16:30"));
  });

  it("leaves a moment as it is when nothing is added, closing time too", () => {
    expect(calendar.addWorkingTime(at("2026-11-20T16:30"), 0)).toEqual(at("2026-11-20T16:30"));
  });

  it("says so when no day is ever worked", () => {
    expect(() => openCalendar({ ...usual, days: [] }, new Set()).nextOpening(at("2026-11-23T10:00"))).toThrow("no working day");
  });

  const hours = fc
    .tuple(
      fc.integer({ min: 0, max: 46 }),
      fc.integer({ min: 1, max: 47 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    )
    .filter(([opens, closes]) => opens < closes)
    .map(([opens, closes, days]): OfficeHours => ({ opens: halfHour(opens), closes: halfHour(closes), days }));
  const holidays = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 5 }).map((days) => new Set(days.map(dayAfter)));
  const start = Date.parse("2026-11-20T00:00:00+07:00");
  const moment = fc.integer({ min: 0, max: 10 * 1440 }).map((minutes) => start + minutes * minute);

  it("agrees with a count minute by minute", () => {
    fc.assert(
      fc.property(hours, holidays, moment, fc.integer({ min: 0, max: 6 * 1440 }), (worked, closed, from, length) => {
        const to = from + length * minute;
        let counted = 0;
        for (let now = from; now < to; now += minute) counted += isWorkingMinute(now, worked, closed) ? 1 : 0;
        const made = openCalendar(worked, closed);
        expect(made.workingTimeBetween(new Date(from), new Date(to))).toBe(counted);
        expect(made.isOpen(new Date(from))).toBe(isWorkingMinute(from, worked, closed));
        const later = made.addWorkingTime(new Date(from), counted);
        expect(made.workingTimeBetween(new Date(from), later)).toBe(counted);
        if (counted > 0) expect(later.getTime()).toBeLessThanOrEqual(to);
      }),
      { numRuns: 150 },
    );
  });
});

const halfHour = (halves: number) => `${String(Math.floor(halves / 2)).padStart(2, "0")}:${halves % 2 === 0 ? "00" : "30"}`;
const dayAfter = (days: number) => new Date(Date.parse("2026-11-20T00:00:00Z") + days * 86_400_000).toISOString().slice(0, 10);
