import { z } from "zod";
import { defineContract } from "#models/contracts/contract.ts";
import { moment } from "#models/contracts/parts.ts";
import { categories } from "#models/conversations/understanding.ts";
import { readPhone } from "#models/fields/thai/phone.ts";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "เขียนเวลาเป็น 08:30 นะคะ");
const wholeNumber = (most: number) => {
  const words = `ใส่ตัวเลข 1–${most} นะคะ`;
  return z.int(words).min(1, words).max(most, words);
};

/** How soon work of an urgency begins and is finished, in office hours. */
const target = z.strictObject({
  start: z.strictObject({ amount: wholeNumber(99), unit: z.enum(["hours", "days"]) }),
  finishDays: wholeNumber(99),
});

/** Each setting of an office by itself: what it may be, and the words for what it may not. */
export const settingFields = {
  name: z.string().trim().min(1, "ใส่ชื่อสำนักงานนะคะ").max(120, "ชื่อยาวเกิน 120 ตัวอักษรค่ะ ย่อให้สั้นลงนะคะ"),
  /** empty: none is shown */
  phone: z
    .string()
    .trim()
    .max(40, "เบอร์ยาวเกินไปค่ะ ใส่เบอร์เดียวนะคะ")
    .refine((text) => text === "" || readPhone(text) !== null, "เบอร์ยังไม่ครบค่ะ เช่น 038-511-234 ต่อ 12 นะคะ"),
  /** ส่วนราชการ of memos, before the centre's own name */
  agency: z.string().trim().min(1, "ใส่ชื่อส่วนราชการนะคะ").max(160, "ชื่อยาวเกิน 160 ตัวอักษรค่ะ ย่อให้สั้นลงนะคะ"),
  /** whom memos are addressed to */
  director: z.string().trim().min(1, "ใส่ตำแหน่งผู้อำนวยการนะคะ").max(160, "ตำแหน่งยาวเกิน 160 ตัวอักษรค่ะ ย่อให้สั้นลงนะคะ"),
  /** the file of the emblem at the head of paper; null: its place stays empty */
  emblem: z.string().min(1).max(40).nullable(),
  hours: z
    .strictObject({
      opens: timeOfDay,
      closes: timeOfDay,
      days: z.array(z.int().min(1).max(7)).min(1, "เลือกวันทำการอย่างน้อยหนึ่งวันนะคะ").max(7),
    })
    .refine(({ opens, closes }) => opens < closes, "เวลาเปิดต้องมาก่อนเวลาปิดนะคะ"),
  /** category → group of work, where this office deviates from models/requests/routing.ts */
  routing: z.partialRecord(z.enum(categories), z.int().min(1).max(9)),
  /** of the month's free messages these are left for what is urgent */
  reserve: z.int("ใส่ตัวเลข 0–10000 นะคะ").min(0, "ใส่ตัวเลข 0–10000 นะคะ").max(10_000, "ใส่ตัวเลข 0–10000 นะคะ"),
  targets: z.strictObject({ critical: target, high: target, normal: target, low: target }),
};

// A number from before its rule is shown as it is.
const settings = z.object({ ...settingFields, phone: z.string() });
const shown = z.object({
  settings,
  /** what an office has that never set anything */
  defaults: settings,
  /** to be sent along with a change: somebody else's change in between is then not overwritten */
  updatedAt: moment,
});
export type SettingsShown = z.infer<typeof shown>;
export type Settings = z.infer<typeof settings>;

export const getSettings = defineContract({
  method: "get",
  path: "/admin/settings",
  summary: "What the office has set for itself, and the defaults",
  asks: "person",
  response: shown,
  errors: ["not_allowed"],
});

/** Only what is named changes. */
export const changeSettings = defineContract({
  method: "put",
  path: "/admin/settings",
  summary: "Change some of the office's settings",
  asks: "person",
  body: z.strictObject({ updatedAt: moment, changes: z.strictObject(settingFields).partial() }),
  response: shown,
  errors: ["not_allowed", "changed_meanwhile", "not_a_picture"],
});
