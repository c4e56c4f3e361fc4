import { addDays, bangkokDate, bangkokMoment, bangkokTime } from "#models/fields/thai/bangkok.ts";
import type { OfficeCalendar } from "#models/workflows/office-calendar.ts";

/** When staff get their digests on working days, Bangkok time. */
const slots = ["08:30", "13:00"] as const;
/** A digest that is later than this (the bot was down) waits for the next slot: nobody is told of work in the evening. */
const lastSend = "16:30";
const mostDays = 60;

/** Whether the office works on that day at all. */
function isWorkingDay(calendar: OfficeCalendar, date: string): boolean {
  const [from, to] = [bangkokMoment(date), bangkokMoment(addDays(date, 1))];
  return calendar.workingTimeBetween(from, to) > 0;
}

/** The slot that this moment belongs to ("2026-11-23T08:30"), or null when no digest goes out now. */
export function currentSlot(now: Date, calendar: OfficeCalendar): string | null {
  const [date, time] = [bangkokDate(now), bangkokTime(now)];
  if (time >= lastSend || !isWorkingDay(calendar, date)) return null;
  const slot = slots.findLast((start) => start <= time);
  return slot ? `${date}T${slot}` : null;
}

/** The first slot after this moment. */
export function nextSlot(now: Date, calendar: OfficeCalendar): Date {
  let date = bangkokDate(now);
  for (let days = 0; days < mostDays; days += 1, date = addDays(date, 1)) {
    if (!isWorkingDay(calendar, date)) continue;
    const slot = slots.map((time) => bangkokMoment(date, time)).find((moment) => moment > now);
    if (slot) return slot;
  }
  return bangkokMoment(date, slots[0]);
}
