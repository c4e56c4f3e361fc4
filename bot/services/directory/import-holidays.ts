import { forgetOffice } from "#bot/services/office/office.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { HolidayModel } from "#models/documents/holiday.document.ts";
import { isoDay } from "#models/fields/thai/bangkok.ts";
import { readDate } from "#models/fields/thai/dates.ts";
import { cleanText } from "#models/fields/thai/normalise.ts";
import { emptyResult, type ImportOptions, type ImportResult } from "./import-result.ts";

export type HolidayRow = { date: string; name: string };

/** Adds the days on which the office is closed, written in พ.ศ. or ค.ศ. ("2026-12-10", "10/12/2569", "10 ธ.ค. 69"). */
export async function importHolidays(ctx: ServiceContext, rows: HolidayRow[], { dryRun }: ImportOptions): Promise<ImportResult> {
  const result = emptyResult();
  const known = new Map((await HolidayModel.find().lean()).map(({ _id, name }) => [_id, name]));
  for (const [index, row] of rows.entries()) {
    const day = readHoliday(row.date, ctx.clock.now());
    const name = cleanText(row.name).slice(0, 120) || "วันหยุด";
    if (!day) {
      result.problems.push({ line: index + 1, message: `date "${row.date.slice(0, 30)}": write 2026-12-10 or 10/12/2569` });
      continue;
    }
    const before = known.get(day);
    known.set(day, name);
    result[before === name ? "unchanged" : before === undefined ? "added" : "changed"] += 1;
    if (!dryRun && before !== name) await HolidayModel.updateOne({ _id: day }, { $set: { name } }, { upsert: true });
  }
  forgetOffice();
  return result;
}

/** A year above 2400 is พ.ศ., whichever way round the date is written. */
function readHoliday(text: string, now: Date): string | null {
  const [, year, month, day] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text) ?? [];
  if (!year) return readDate(text, now);
  return isoDay(Number(year) > 2400 ? Number(year) - 543 : Number(year), Number(month), Number(day));
}
