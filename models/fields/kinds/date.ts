import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { readDate, showDate, showDateInDocument } from "#models/fields/thai/dates.ts";

/** A day, kept as YYYY-MM-DD (ค.ศ.), shown and typed in พ.ศ. */
export function dateField(options: FieldWords): Field<string> {
  return {
    ...words(options),
    kind: "date",
    takesAnyText: false,
    schema: z.iso.date(),
    read(text, { now }) {
      const value = readDate(text, now);
      return value ? { ok: true, value } : { ok: false, message: "ขอเป็นวันที่นะคะ เช่น พรุ่งนี้ หรือ 22 พ.ย. 69" };
    },
    show: showDate,
    write: (value) => ({ is: "text", text: showDateInDocument(value) }),
  };
}
