import { z } from "zod";
import { defineContract } from "#models/contracts/contract.ts";
import { isoDay } from "#models/fields/thai/bangkok.ts";

const isDay = (text: string) => {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return isoDay(year, month, day) === text;
};

/** A calendar day, ค.ศ.: "2026-12-07". */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "เลือกวันที่นะคะ")
  .refine(isDay, "ไม่มีวันนี้ในปฏิทินค่ะ ตรวจวันที่อีกครั้งนะคะ");
const name = z.string().trim().min(1, "ใส่ชื่อวันหยุดนะคะ").max(120, "ชื่อยาวเกิน 120 ตัวอักษรค่ะ ย่อให้สั้นลงนะคะ");
const holiday = z.object({ date: day, name: z.string() });

/** The holidays of one year (พ.ศ.), and all there are: a list that is added may reach into other years. */
const shown = z.object({ year: z.int(), holidays: z.array(holiday), all: z.array(holiday) });
export type Holiday = z.infer<typeof holiday>;

/** Two years are the farthest that a range or a pasted list goes. */
const mostDays = 731;

export const listHolidays = defineContract({
  method: "get",
  path: "/admin/holidays",
  summary: "The days of a year (พ.ศ.) on which the office is closed",
  asks: "person",
  query: z.strictObject({ year: z.coerce.number().int().min(2443).max(3042).optional() }),
  response: shown,
  errors: ["not_allowed"],
});

/** Adds days, or renames those there are. `was` is the name that the page showed: null where it showed none. */
export const addHolidays = defineContract({
  method: "post",
  path: "/admin/holidays",
  summary: "Add holidays or rename them",
  asks: "person",
  body: z.strictObject({
    holidays: z
      .array(z.strictObject({ date: day, name, was: z.string().max(120).nullable() }))
      .min(1, "เลือกวันหยุดอย่างน้อยหนึ่งวันนะคะ")
      .max(mostDays, "เพิ่มได้ครั้งละไม่เกินสองปีค่ะ"),
  }),
  response: z.object({ added: z.int(), renamed: z.int() }),
  errors: ["not_allowed", "changed_meanwhile"],
});

export const removeHoliday = defineContract({
  method: "delete",
  path: "/admin/holidays/:date",
  summary: "Make a holiday a working day again",
  asks: "person",
  params: z.strictObject({ date: day }),
  /** the name that the page showed */
  query: z.strictObject({ name: z.string().max(120) }),
  response: z.object({}),
  errors: ["not_allowed", "not_found", "changed_meanwhile"],
});
