import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { normaliseThai } from "#models/fields/thai/normalise.ts";
import { stripPoliteness } from "#models/fields/thai/polite.ts";
import { findChoice } from "./find-choice.ts";

// Whole answers: "มีเครื่องเสีย" and "ไม่ทราบ" begin like a yes and a no.
const no = /^(?:ไม่(?:ใช่|มี|ได้|ถูก|ถูกต้อง|จริง|ต้อง|ต้องการ|เอา|ตกลง|ยอมรับ)?|ยัง|ยังไม่(?:มี|ได้|ถูก)?|เปล่า|no|n|false|nope)$/;
const yes = /^(?:(?:ใช่|มี|ได้|ถูก|ถูกต้อง|จริง|ต้องการ|เอา|ตกลง)(?:แล้ว|เลย)?|yes|y|true|ok|okay|โอเค|yep)$/;

/** Yes or no, in the form's own words where it has some ("มี" / "ไม่มี"). */
export function yesNoField(options: FieldWords & { yes?: string; no?: string }): Field<boolean> {
  const labels = { yes: options.yes ?? "ใช่", no: options.no ?? "ไม่ใช่" };
  const choices = [
    { value: "yes", label: labels.yes },
    { value: "no", label: labels.no },
  ] as const;
  const byWords = choices.map(({ value, label }) => ({ value, words: normaliseThai(label) }));
  const expected = `ตอบ ${labels.yes} หรือ ${labels.no} นะคะ เช่น ${labels.yes}`;
  return {
    ...words(options),
    kind: "yes-no",
    takesAnyText: false,
    choices: [...choices],
    expected,
    schema: z.boolean(),
    read(text) {
      const said = normaliseThai(text);
      const bare = normaliseThai(stripPoliteness(said)) || said;
      const named = byWords.find(({ words }) => words === said || words === bare)?.value;
      if (named) return { ok: true, value: named === "yes" };
      if (no.test(bare)) return { ok: true, value: false };
      if (yes.test(bare)) return { ok: true, value: true };
      const near = /^\d|ข้อ/.test(bare) ? undefined : findChoice(choices, bare);
      return near ? { ok: true, value: near === "yes" } : { ok: false, message: expected };
    },
    show: (value) => (value ? labels.yes : labels.no),
  };
}
