import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";

/** Ids of stored pictures, `max` at most. */
export function photosField(options: FieldWords & { max?: number }): Field<string[]> {
  const max = options.max ?? 10;
  return {
    ...words(options),
    kind: "photos",
    takesAnyText: false,
    once: true,
    schema: z.array(z.string().max(60)).min(1).max(max),
    read: () => ({ ok: false, message: "ส่งรูปมาในแชตนี้ได้เลยค่ะ หรือกด ข้าม" }),
    show: (value) => `${value.length} รูป`,
  };
}
