import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { isPlausibleDay } from "#models/fields/thai/calendar.ts";
import { showDate, showDateInDocument } from "#models/fields/thai/dates.ts";
import { readDate } from "#models/fields/thai/read-date.ts";

/** A day of the calendar, YYYY-MM-DD (ค.ศ.), in a year that people's work can mean. */
export const dayValue = z.iso.date().refine(isPlausibleDay);

/** A day, kept as YYYY-MM-DD (ค.ศ.), shown and typed in พ.ศ. `past`: of something done, so that yesterday is offered, not tomorrow. */
export function dateField(options: FieldWords & { past?: true }): Field<string> {
  const expected = `ขอเป็นวันที่นะคะ เช่น ${options.past ? "เมื่อวาน" : "พรุ่งนี้"} หรือ 22 พ.ย. 69`;
  return {
    ...words(options),
    ...(options.past ? { past: true } : {}),
    kind: "date",
    takesAnyText: false,
    expected,
    schema: dayValue,
    read(text, { now }) {
      const value = readDate(text, now);
      return value ? { ok: true, value } : { ok: false, message: expected };
    },
    show: showDate,
    write: (value) => ({ is: "text", text: showDateInDocument(value) }),
  };
}
