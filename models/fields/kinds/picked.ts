import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { cleanText } from "#models/fields/thai/normalise.ts";

export const schoolValue = z.strictObject({ code: z.string().max(20).nullable(), name: z.string().min(2).max(120) });
/** A school of the directory, or (code null) one taken as written. */
export type SchoolValue = z.infer<typeof schoolValue>;

export const personValue = z.strictObject({ id: z.string().max(40), name: z.string().max(120) });
export type PersonValue = z.infer<typeof personValue>;

/** A school, picked from the directory after a few typed letters. */
export function schoolField(options: FieldWords): Field<SchoolValue> {
  const expected = "พิมพ์ชื่อโรงเรียนบางส่วนได้เลยค่ะ เช่น บ้านหนอง";
  return {
    ...words(options),
    kind: "school",
    takesAnyText: true,
    expected,
    lookup: "schools",
    schema: schoolValue,
    read(text) {
      const named = schoolValue.safeParse({ code: null, name: cleanText(text) });
      return named.success ? { ok: true, value: named.data } : { ok: false, message: expected };
    },
    show: (value) => value.name,
  };
}

/** A member of staff, picked from the directory. */
export function personField(options: FieldWords): Field<PersonValue> {
  const expected = "เลือกชื่อจากรายการ หรือพิมพ์ชื่อบางส่วนนะคะ เช่น สมใจ";
  return {
    ...words(options),
    kind: "person",
    takesAnyText: false,
    expected,
    lookup: "staff",
    schema: personValue,
    read: () => ({ ok: false, message: expected }),
    show: (value) => value.name,
  };
}
