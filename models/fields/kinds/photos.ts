import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";

/** Ids of stored pictures, `max` at most. */
export function photosField(options: FieldWords & { max?: number }): Field<string[]> {
  const max = options.max ?? 10;
  const expected = `ขอเป็นรูป ไม่เกิน ${max} รูปนะคะ เช่น ภาพถ่ายหรือภาพหน้าจอ`;
  return {
    ...words(options),
    kind: "photos",
    takesAnyText: false,
    once: true,
    expected,
    schema: z.array(z.string().max(60)).min(1).max(max),
    read: () => ({ ok: false, message: options.optional ? "ส่งรูปมาในแชตนี้ได้เลยค่ะ หรือกด ข้าม" : expected }),
    show: (value) => `${value.length} รูป`,
  };
}
