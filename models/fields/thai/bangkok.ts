// Thailand has kept UTC+7 without summer time since 1920, so that plain arithmetic is enough, in browsers too.
const offset = 7 * 3_600_000;
const day = 86_400_000;

/** The calendar day in Bangkok at that moment: "2026-11-22". */
export const bangkokDate = (at: Date): string => new Date(at.getTime() + offset).toISOString().slice(0, 10);

/** The time of day in Bangkok at that moment: "09:30". */
export const bangkokTime = (at: Date): string => new Date(at.getTime() + offset).toISOString().slice(11, 16);

/** The moment at which Bangkok's clocks show that day and time. */
export const bangkokMoment = (date: string, time = "00:00"): Date => new Date(`${date}T${time}:00+07:00`);

/** The day `days` after (before, when negative) an ISO day. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);

/** Whole days from one ISO day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / day);

/** An ISO day of these figures, or null where the calendar has none (31 ก.พ.). */
export function isoDay(year: number, month: number, dayOfMonth: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, dayOfMonth));
  // JavaScript takes years below 100 for those of the last century.
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== dayOfMonth)
    return null;
  return at.toISOString().slice(0, 10);
}

/** ปีงบประมาณ in พ.ศ.: it starts on 1 October and is named after the year it ends in. Takes a moment or an ISO day. */
export function fiscalYear(at: Date | string): number {
  const [year = 0, month = 1] = (typeof at === "string" ? at : bangkokDate(at)).split("-").map(Number);
  return year + 543 + (month >= 10 ? 1 : 0);
}
