import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { readDateRange } from "#models/fields/thai/date-ranges.ts";
import { showDate, showDateInDocument } from "#models/fields/thai/dates.ts";
import { dayValue } from "./date.ts";

export const dateRangeValue = z.strictObject({ from: dayValue, until: dayValue });
/** From a day until a day, both included, YYYY-MM-DD (ค.ศ.). */
export type DateRangeValue = z.infer<typeof dateRangeValue>;

const inWords = ({ from, until }: DateRangeValue, day: (iso: string) => string) =>
  from === until ? day(from) : `${day(from)} ถึง ${day(until)}`;

/** A span of days. A single day is a span of one. */
export function dateRangeField(options: FieldWords): Field<DateRangeValue> {
  const expected = "ขอวันเริ่มและวันสิ้นสุดนะคะ เช่น 22-25 พ.ย. 69 หรือ พรุ่งนี้ ถึง ศุกร์หน้า";
  return {
    ...words(options),
    kind: "date-range",
    takesAnyText: false,
    expected,
    schema: dateRangeValue.refine(({ from, until }) => from <= until),
    read(text, { now }) {
      const value = readDateRange(text, now);
      return value ? { ok: true, value } : { ok: false, message: expected };
    },
    show: (value) => inWords(value, showDate),
    write: (value) => ({ is: "text", text: inWords(value, showDateInDocument) }),
  };
}
