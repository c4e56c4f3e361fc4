import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { toThaiDigits } from "#models/fields/thai/digits.ts";
import { readTime, showTime } from "#models/fields/thai/times.ts";

/** A time of day in Bangkok, kept as "HH:MM". */
export function timeField(options: FieldWords): Field<string> {
  const expected = "ขอเป็นเวลานะคะ เช่น 13.30 น. หรือ บ่ายสอง";
  return {
    ...words(options),
    kind: "time",
    takesAnyText: false,
    expected,
    schema: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    read(text) {
      const value = readTime(text);
      return value ? { ok: true, value } : { ok: false, message: expected };
    },
    show: showTime,
    write: (value) => ({ is: "text", text: toThaiDigits(showTime(value)) }),
  };
}
