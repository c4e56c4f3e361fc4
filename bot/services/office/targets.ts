import type { Urgency } from "#models/conversations/understanding.ts";
import type { OfficeCalendar } from "#models/workflows/office-calendar.ts";

// The centre's proposal, in office hours: begun and finished within. The manual sets no times.
const targets: Record<Urgency, { start: { hours: number } | { days: number }; finish: { days: number } }> = {
  critical: { start: { hours: 1 }, finish: { days: 1 } },
  high: { start: { hours: 4 }, finish: { days: 2 } },
  normal: { start: { days: 1 }, finish: { days: 5 } },
  low: { start: { days: 3 }, finish: { days: 10 } },
};

/** By when work of an urgency begins and ends that was asked for at that moment. */
export function promisedDates(calendar: OfficeCalendar, urgency: Urgency, from: Date): { startBy: Date; finishBy: Date } {
  const { start, finish } = targets[urgency];
  return {
    startBy: "hours" in start ? calendar.addWorkingTime(from, start.hours * 60) : calendar.addWorkingDays(from, start.days),
    finishBy: calendar.addWorkingDays(from, finish.days),
  };
}
