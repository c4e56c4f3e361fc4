import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { findChoices } from "./find-choice.ts";

/** Several of a fixed list, kept in the list's order. Read by words or positions: "1 3", "ติดตั้ง, ย้าย", "ทั้งหมด". */
export function choicesField<const C extends Record<string, string>>(options: FieldWords & { choices: C }): Field<(keyof C & string)[]> {
  type Value = keyof C & string;
  const choices = Object.entries(options.choices).map(([value, label]) => ({ value: value as Value, label }));
  const inOrder = (values: ReadonlySet<string>) => choices.flatMap(({ value }) => (values.has(value) ? [value] : []));
  const expected = `เลือก${options.label}ได้หลายข้อนะคะ เช่น ${choices
    .slice(0, 2)
    .map(({ label }) => label)
    .join(", ")}`;
  return {
    ...words(options),
    kind: "choices",
    takesAnyText: false,
    choices,
    expected,
    schema: z
      .array(z.enum(choices.map(({ value }) => value)))
      .min(1)
      .max(choices.length)
      .transform((values) => inOrder(new Set(values))),
    read(text) {
      const found = findChoices(choices, text);
      return found ? { ok: true, value: inOrder(found) } : { ok: false, message: expected };
    },
    show: (value) => value.map((one) => options.choices[one] ?? one).join(", "),
  };
}
