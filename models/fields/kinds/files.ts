import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";

/** Ids of stored files: pictures, PDF, Office documents; `max` at most. */
export function filesField(options: FieldWords & { max?: number; min?: number }): Field<string[]> {
  const { min = 1, max = 10 } = options;
  const expected = `แนบ${min > 1 ? `อย่างน้อย ${min} ` : ""}ไฟล์ ไม่เกิน ${max} ไฟล์ ในแบบเต็มนะคะ เช่น PDF, Word, Excel หรือรูป`;
  return {
    ...words(options),
    kind: "files",
    takesAnyText: false,
    once: true,
    expected,
    schema: z.array(z.string().max(60)).min(min).max(max),
    read: () => ({ ok: false, message: expected }),
    show: (value) => `${value.length} ไฟล์`,
  };
}
