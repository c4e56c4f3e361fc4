import type { Urgency } from "#models/conversations/understanding.ts";
import type { OfficeCalendar } from "#models/workflows/office-calendar.ts";

/** How soon work of an urgency begins and is finished, in office hours. */
export type Targets = Record<Urgency, { start: { amount: number; unit: "hours" | "days" }; finishDays: number }>;

/** The centre's proposal; the office may set its own. The manual sets no times. */
export const defaultTargets: Targets = {
  critical: { start: { amount: 1, unit: "hours" }, finishDays: 1 },
  high: { start: { amount: 4, unit: "hours" }, finishDays: 2 },
  normal: { start: { amount: 1, unit: "days" }, finishDays: 5 },
  low: { start: { amount: 3, unit: "days" }, finishDays: 10 },
};

/** By when work of an urgency begins and ends that was asked for at that moment. */
export function promisedDates(
  { calendar, targets }: { calendar: OfficeCalendar; targets: Targets },
  urgency: Urgency,
  from: Date,
): { startBy: Date; finishBy: Date } {
  const { start, finishDays } = targets[urgency];
  return {
    startBy: start.unit === "hours" ? calendar.addWorkingTime(from, start.amount * 60) : calendar.addWorkingDays(from, start.amount),
    finishBy: calendar.addWorkingDays(from, finishDays),
  };
}
