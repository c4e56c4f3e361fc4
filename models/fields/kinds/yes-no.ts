import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { normaliseThai } from "#models/fields/thai/normalise.ts";
import { stripPoliteness } from "#models/fields/thai/polite.ts";

const no = /^(?:ไม่|no$|n$|false$|ยังไม่|เปล่า)/;
const yes = /^(?:ใช่|มี|ได้|ถูก|จริง|yes$|y$|true$|ต้องการ|เอา|ตกลง|นำออก|ok$|โอเค)/;

/** Yes or no, in the form's own words where it has some ("มี" / "ไม่มี"). */
export function yesNoField(options: FieldWords & { yes?: string; no?: string }): Field<boolean> {
  const labels = { yes: options.yes ?? "ใช่", no: options.no ?? "ไม่ใช่" };
  return {
    ...words(options),
    kind: "yes-no",
    takesAnyText: false,
    choices: [
      { value: "yes", label: labels.yes },
      { value: "no", label: labels.no },
    ],
    schema: z.boolean(),
    read(text) {
      const said = normaliseThai(text);
      const bare = normaliseThai(stripPoliteness(said)) || said;
      if (bare === "no" || bare === normaliseThai(labels.no) || no.test(bare)) return { ok: true, value: false };
      if (bare === "yes" || bare === normaliseThai(labels.yes) || yes.test(bare)) return { ok: true, value: true };
      return { ok: false, message: `ตอบ ${labels.yes} หรือ ${labels.no} นะคะ` };
    },
    show: (value) => (value ? labels.yes : labels.no),
  };
}
