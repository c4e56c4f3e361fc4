import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { normaliseThai } from "#models/fields/thai/normalise.ts";
import { stripPoliteness } from "#models/fields/thai/polite.ts";

// The whole answer: "ยอมรับไม่ได้" begins like one that agrees.
const agrees = /^(?:(?:ขอ)?(?:ยอมรับ|ยินยอม|ตกลง|เห็นด้วย|ใช่|ได้|ok|okay|โอเค|yes|y)(?:แล้ว|ทั้งหมด|ทุกข้อ|ตามนี้)?|ยอมรับแล้ว)$/;

/** Agreement to a statement: given or not answered, never assumed. A wish of the office's own needs one for itself (PDPA ม.19). */
export function consentField(options: FieldWords & { statement: string }): Field<true> {
  const expected = "อ่านข้อความแล้วตอบว่ายอมรับ เพื่อทำต่อนะคะ เช่น กด ยอมรับ";
  return {
    ...words(options),
    kind: "consent",
    takesAnyText: false,
    once: true,
    statement: options.statement,
    choices: [{ value: "yes", label: "ยอมรับ" }],
    expected,
    schema: z.literal(true),
    read(text) {
      const said = normaliseThai(text);
      const isAgreed = agrees.test(said) || agrees.test(normaliseThai(stripPoliteness(said)));
      return isAgreed ? { ok: true, value: true } : { ok: false, message: expected };
    },
    show: () => "ยอมรับแล้ว",
    // Paper keeps what was agreed to, whatever a later version says.
    write: () => ({ is: "text", text: `${options.statement}\nยอมรับแล้ว` }),
  };
}
