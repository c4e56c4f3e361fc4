import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { findChoice } from "./find-choice.ts";

/** One of a fixed list. Read by its words, its position ("2") or the start of its words when only one fits. */
export function choiceField<const C extends Record<string, string>>(options: FieldWords & { choices: C }): Field<keyof C & string> {
  const choices = Object.entries(options.choices).map(([value, label]) => ({ value, label }));
  const expected = `เลือก${options.label}จากตัวเลือกที่มีนะคะ เช่น ${choices[0]?.label ?? ""}`;
  return {
    ...words(options),
    kind: "choice",
    takesAnyText: false,
    choices,
    expected,
    schema: z.enum(choices.map((c) => c.value)),
    read(text) {
      const value = findChoice(choices, text);
      return value === undefined ? { ok: false, message: expected } : { ok: true, value };
    },
    show: (value) => options.choices[value] ?? value,
  };
}
