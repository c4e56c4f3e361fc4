import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { normaliseThai } from "#models/fields/thai/normalise.ts";

const agrees = /^(?:ยอมรับ|ยินยอม|ตกลง|รับทราบ|ใช่|ok|โอเค|yes)/;

/** Agreement to a statement: given or not answered, never assumed. A wish of the office's own needs one for itself (PDPA ม.19). */
export function consentField(options: FieldWords & { statement: string }): Field<true> {
  return {
    ...words(options),
    kind: "consent",
    takesAnyText: false,
    once: true,
    statement: options.statement,
    choices: [{ value: "yes", label: "ยอมรับ" }],
    schema: z.literal(true),
    read(text) {
      if (agrees.test(normaliseThai(text))) return { ok: true, value: true };
      return { ok: false, message: "อ่านข้อความแล้วตอบ ยอมรับ เพื่อทำต่อนะคะ" };
    },
    show: () => "ยอมรับแล้ว",
  };
}
