import type { Answers, Known } from "#models/requests/define-form.ts";

/** The last day that answers name, of their own or of a period; null where they name none. */
export function lastDayOf({ until, period }: Answers): string | null {
  const day = typeof period === "object" && period !== null && "until" in period ? period.until : until;
  return typeof day === "string" ? day : null;
}

/** Whether a day is still to come, or is today. Without the day, or not knowing today, nothing speaks against it. */
export const isNotOver = (day: string | null | undefined, { today }: Known): boolean => !day || !today || day >= today;
