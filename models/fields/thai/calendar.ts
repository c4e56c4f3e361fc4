import { addDays, isoDay } from "./bangkok.ts";

export const yearOf = (iso: string): number => Number(iso.slice(0, 4));
export const monthOf = (iso: string): number => Number(iso.slice(5, 7));

/** 1900 to 2199 (ค.ศ.): other years are slips of the pen. */
export const isPlausibleDay = (iso: string): boolean => iso >= "1900" && iso < "2200";

// What we show is พ.ศ., so that two figures are พ.ศ. wherever that is a year of people's working lives.
const workingLife = 30;
const nearest = (years: readonly number[], now: number) =>
  years.reduce((best, year) => (Math.abs(year - now) < Math.abs(best - now) ? year : best));

/** Four digits from 2400 are พ.ศ.; two are พ.ศ. when within 30 years of now (69 → 2569), else whichever is nearer (26 → 2026). */
export function fullYear(written: string, today: string): number {
  const value = Number(written);
  if (value >= 2400) return value - 543;
  if (written.length > 2) return value;
  const now = yearOf(today);
  const buddhist = nearest([2500 + value - 543, 2600 + value - 543], now);
  return Math.abs(buddhist - now) <= workingLife ? buddhist : nearest([buddhist, 2000 + value], now);
}

/** Without a year people mean the coming one, or one of the last 30 days (a report of what has happened). */
export function withoutYear(month: number, day: number, today: string): string | null {
  const from = addDays(today, -30);
  const years = [yearOf(from), yearOf(from) + 1, yearOf(from) + 2, yearOf(from) + 3, yearOf(from) + 4];
  return years.map((year) => isoDay(year, month, day)).find((iso) => iso !== null && iso >= from) ?? null;
}

/** The last day of the month that is `ahead` months from the day's. */
export function endOfMonth(day: string, ahead: number): string {
  return new Date(Date.UTC(yearOf(day), monthOf(day) + ahead, 0)).toISOString().slice(0, 10);
}

/** The same day `ahead` months on, or the last that such a month has. */
export function addMonths(day: string, ahead: number): string {
  const last = endOfMonth(day, ahead);
  return day.slice(8) > last.slice(8) ? last : `${last.slice(0, 8)}${day.slice(8)}`;
}

/** That day of the month that is `ahead` months from the day's; null where it has none. */
export function dayOfMonth(day: string, ahead: number, wanted: number): string | null {
  const last = endOfMonth(day, ahead);
  return isoDay(yearOf(last), monthOf(last), wanted);
}

/** The first day from `today` on that is the so-manieth of its month. */
export function comingDayOfMonth(wanted: number, today: string): string | null {
  return [0, 1, 2].map((ahead) => dayOfMonth(today, ahead, wanted)).find((iso) => iso !== null && iso >= today) ?? null;
}

/** 0 is Monday, as the week is counted in "จันทร์หน้า". */
export const weekdayOf = (iso: string): number => (new Date(`${iso}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The Monday of a day's week. */
export const mondayOf = (iso: string): string => addDays(iso, -weekdayOf(iso));
