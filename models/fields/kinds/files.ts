import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";

/** Ids of stored files: pictures, PDF, Office documents; `max` at most. */
export function filesField(options: FieldWords & { max?: number; min?: number }): Field<string[]> {
  return {
    ...words(options),
    kind: "files",
    takesAnyText: false,
    once: true,
    schema: z
      .array(z.string().max(60))
      .min(options.min ?? 1)
      .max(options.max ?? 10),
    read: () => ({ ok: false, message: "แนบไฟล์ได้ที่ปุ่ม กรอกแบบเต็ม นะคะ" }),
    show: (value) => `${value.length} ไฟล์`,
  };
}
