import { bangkokDate } from "#models/fields/thai/bangkok.ts";

export type SpanChip = { label: string; from: string; until: string };

/** The first of October: the ปีงบประมาณ begins. Month, counted from 1. */
const fiscalStart = 10;

/** Spans of days that have passed, as an office asks for them. `now` is today in Bangkok. */
export function spanChips(now: Date): SpanChip[] {
  const until = bangkokDate(now);
  const [year, month] = until.split("-").map(Number) as [number, number, number];
  const first = (y: number, m: number) => `${y}-${String(m).padStart(2, "0")}-01`;
  const fiscalYear = month >= fiscalStart ? year : year - 1;
  const lastOfMonthBefore = new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10);
  return [
    { label: "เดือนนี้", from: first(year, month), until },
    { label: "เดือนที่แล้ว", from: `${lastOfMonthBefore.slice(0, 8)}01`, until: lastOfMonthBefore },
    { label: "ปีงบประมาณนี้", from: first(fiscalYear, fiscalStart), until },
  ];
}
