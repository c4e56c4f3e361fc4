import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { normaliseThai } from "#models/fields/thai/normalise.ts";

/** One of a fixed list. Read by its words, its position ("2") or the start of its words when only one fits. */
export function choiceField<const C extends Record<string, string>>(options: FieldWords & { choices: C }): Field<keyof C & string> {
  const choices = Object.entries(options.choices).map(([value, label]) => ({ value, label }));
  return {
    ...words(options),
    kind: "choice",
    takesAnyText: false,
    choices,
    schema: z.enum(choices.map((c) => c.value)),
    read(text) {
      const said = normaliseThai(text);
      const exact = choices.find((c, i) => c.value === said || normaliseThai(c.label) === said || String(i + 1) === said);
      const near = said.length < 2 ? [] : choices.filter((c) => normaliseThai(c.label).startsWith(said));
      const found = exact ?? (near.length === 1 ? near[0] : undefined);
      if (found) return { ok: true, value: found.value };
      return { ok: false, message: `เลือก${options.label}จากปุ่มด้านล่างได้เลยค่ะ เช่น ${choices[0]?.label ?? ""}` };
    },
    show: (value) => options.choices[value] ?? value,
  };
}
