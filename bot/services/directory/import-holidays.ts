import type { ClientSession } from "mongoose";
import { forgetOffice } from "#bot/services/office/office.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { HolidayModel } from "#models/documents/holiday.document.ts";
import { isoDay } from "#models/fields/thai/bangkok.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import { cleanText } from "#models/fields/thai/normalise.ts";
import { readDate } from "#models/fields/thai/read-date.ts";
import { carryOut, differing, type ImportPlan, inPortions, type PlannedRow } from "./import-plan.ts";
import type { ImportOptions, ImportResult } from "./import-result.ts";

export type HolidayRow = { date: string; name: string };

/** Adds the days on which the office is closed, written in พ.ศ. or ค.ศ. ("2026-12-10", "10/12/2569", "10 ธ.ค. 69"). */
export async function importHolidays(ctx: ServiceContext, rows: HolidayRow[], options: ImportOptions): Promise<ImportResult> {
  const result = await carryOut(await planHolidays(ctx, rows), options);
  forgetOffice();
  return result;
}

/** What importing the rows would do. Whoever writes it calls forgetOffice afterwards. */
export async function planHolidays(ctx: ServiceContext, rows: HolidayRow[]): Promise<ImportPlan> {
  const known = new Map((await HolidayModel.find().lean()).map(({ _id, name }) => [_id, name]));
  const plan: { rows: PlannedRow[]; problems: ImportPlan["problems"] } = { rows: [], problems: [] };
  const written: { day: string; name: string }[] = [];
  for (const [index, row] of rows.entries()) {
    const line = index + 1;
    const day = readHoliday(row.date, ctx.clock.now());
    const name = cleanText(cleanText(row.name).slice(0, 120)) || (day && known.get(day)) || "วันหยุด";
    if (!day) {
      const message =
        row.date.trim() === ""
          ? "ไม่มีวันที่ ใส่วันที่ในช่อง date นะคะ"
          : `วันที่ "${row.date.slice(0, 30)}" อ่านไม่ได้ค่ะ เขียน 2026-12-10 หรือ 10/12/2569 นะคะ`;
      plan.problems.push({ line, message });
      continue;
    }
    const before = known.get(day);
    known.set(day, name);
    const kind = before === name ? "unchanged" : before === undefined ? "added" : "changed";
    plan.rows.push({ line, kind, label: showDate(day), changes: differing([{ label: "ชื่อวันหยุด", from: before ?? "", to: name }]) });
    if (kind !== "unchanged") written.push({ day, name });
  }
  return { ...plan, write: (inSession) => writeHolidays(written, inSession) };
}

function writeHolidays(written: { day: string; name: string }[], session?: ClientSession): Promise<void> {
  return inPortions(written, (portion) =>
    HolidayModel.bulkWrite(
      portion.map(({ day, name }) => ({ updateOne: { filter: { _id: day }, update: { $set: { name } }, upsert: true } })),
      session ? { session } : {},
    ),
  );
}

/** A year above 2400 is พ.ศ., whichever way round the date is written. */
function readHoliday(text: string, now: Date): string | null {
  const [, year, month, day] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text) ?? [];
  if (!year) return readDate(text, now);
  return isoDay(Number(year) > 2400 ? Number(year) - 543 : Number(year), Number(month), Number(day));
}
