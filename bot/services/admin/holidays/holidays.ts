import { conflict } from "#bot/platform/errors.ts";
import { inTransaction } from "#bot/platform/transaction.ts";
import { recordChange } from "#bot/services/admin/record-change.ts";
import { requireAdmin } from "#bot/services/admin/require-admin.ts";
import { forgetOffice } from "#bot/services/office/office.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { HolidayModel } from "#models/documents/holiday.document.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import type { Actor } from "#models/workflows/roles.ts";

/** A day on which the office is closed: "2026-12-07". */
export type Holiday = { date: string; name: string };

const buddhist = (date: string) => Number(date.slice(0, 4)) + 543;

/**
 * The holidays of a year (พ.ศ.; this year's when left out), and all there are: some twenty a year.
 * @throws Refused not_allowed for others than admins
 */
export async function readHolidays(ctx: ServiceContext, actor: Actor | null, year?: number) {
  requireAdmin(actor);
  const all = await HolidayModel.find().sort({ _id: 1 }).lean();
  const shown = year ?? buddhist(bangkokDate(ctx.clock.now()));
  const holidays = all.map(({ _id, name }): Holiday => ({ date: _id, name }));
  return { year: shown, holidays: holidays.filter(({ date }) => buddhist(date) === shown), all: holidays };
}

/**
 * Adds days, and renames those that are there. Dates promised before stay.
 * @param holidays `was`: the name that the admin saw, null for none; of a day that comes twice the last counts
 * @throws Refused not_allowed; AppError changed_meanwhile with the newer days when somebody else was first
 */
export async function saveHolidays(
  ctx: ServiceContext,
  actor: Actor | null,
  holidays: (Holiday & { was: string | null })[],
  ip: string | null,
) {
  const admin = requireAdmin(actor);
  const wanted = [...new Map(holidays.map((holiday) => [holiday.date, holiday])).values()];
  const saved = await inTransaction(async (session) => {
    const there = await HolidayModel.find({ _id: { $in: wanted.map(({ date }) => date) } }, null, { session }).lean();
    const known = new Map(there.map(({ _id, name }) => [_id, name]));
    const others = wanted.filter(({ date, was }) => (known.get(date) ?? null) !== was);
    if (others.length > 0) throw changedMeanwhile(others.map(({ date }) => ({ date, name: known.get(date) ?? null })));
    const changed = wanted.filter(({ name, was }) => name !== was);
    if (changed.length === 0) return { added: 0, renamed: 0 };
    const writes = changed.map(({ date, name }) => ({ updateOne: { filter: { _id: date }, update: { $set: { name } }, upsert: true } }));
    await HolidayModel.bulkWrite(writes, { session });
    const added = changed.filter(({ was }) => was === null).length;
    await recordChange(ctx, admin, { action: added > 0 ? "add-holiday" : "change-holiday", ...described(changed), ip }, session);
    return { added, renamed: changed.length - added };
  });
  forgetOffice();
  return saved;
}

/**
 * Makes a holiday a working day again. Dates promised before stay.
 * @param name the one that the admin saw
 * @throws Refused not_allowed, not_found; AppError changed_meanwhile when it was renamed since
 */
export async function removeHoliday(ctx: ServiceContext, actor: Actor | null, { date, name }: Holiday, ip: string | null): Promise<void> {
  const admin = requireAdmin(actor);
  await inTransaction(async (session) => {
    const there = await HolidayModel.findById(date, null, { session }).lean();
    if (!there) throw new Refused({ code: "not_found" });
    if (there.name !== name) throw changedMeanwhile([{ date, name: there.name }]);
    await HolidayModel.deleteOne({ _id: date }, { session });
    const change = { action: "remove-holiday" as const, subject: `holiday:${date}`, subjectLabel: `วันหยุด ${showDate(date)}` };
    await recordChange(ctx, admin, { ...change, changes: [{ label: showDate(date), from: name, to: "" }], ip }, session);
  });
  forgetOffice();
}

function described(changed: (Holiday & { was: string | null })[]) {
  const [first] = changed;
  const isOne = changed.length === 1 && first !== undefined;
  return {
    subject: isOne ? `holiday:${first.date}` : "holidays",
    subjectLabel: isOne ? `วันหยุด ${showDate(first.date)}` : `วันหยุด ${changed.length} วัน`,
    changes: changed.map(({ date, name, was }) => ({ label: showDate(date), from: was ?? "", to: name })),
  };
}

function changedMeanwhile(holidays: { date: string; name: string | null }[]) {
  return conflict("changed_meanwhile", "มีคนแก้วันหยุดนี้ไปก่อนแล้วค่ะ โหลดรายการใหม่แล้วแก้อีกครั้งนะคะ", { holidays });
}
