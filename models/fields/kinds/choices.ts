import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { normaliseThai } from "#models/fields/thai/normalise.ts";

const separators = /\s*(?:,|\/|;|\n|และ|กับ|\+)\s*|\s+/;

/** Several of a fixed list, kept in the list's order. Read by words or positions: "1 3", "ติดตั้ง, ย้าย". */
export function choicesField<const C extends Record<string, string>>(options: FieldWords & { choices: C }): Field<(keyof C & string)[]> {
  type Value = keyof C & string;
  const choices = Object.entries(options.choices).map(([value, label]) => ({ value: value as Value, label }));
  const inOrder = (values: ReadonlySet<string>) => choices.flatMap(({ value }) => (values.has(value) ? [value] : []));
  const find = (said: string): Value | undefined => {
    const exact = choices.find(({ value, label }, i) => value === said || normaliseThai(label) === said || String(i + 1) === said);
    const near = said.length < 2 ? [] : choices.filter(({ label }) => normaliseThai(label).startsWith(said));
    return (exact ?? (near.length === 1 ? near[0] : undefined))?.value;
  };
  return {
    ...words(options),
    kind: "choices",
    takesAnyText: false,
    choices,
    schema: z
      .array(z.enum(choices.map(({ value }) => value)))
      .min(1)
      .max(choices.length)
      .transform((values) => inOrder(new Set(values))),
    read(text) {
      const said = normaliseThai(text);
      const whole = find(said);
      // A label may hold a separator of its own: those that stand in the text whole are taken first.
      const named = choices.filter(({ label }) => said.includes(normaliseThai(label))).map(({ value }) => value);
      const rest = choices.reduce((left, { label }) => left.replaceAll(normaliseThai(label), " "), said);
      const parts = rest.split(separators).filter((part) => part !== "");
      const found = whole ? [whole] : [...named, ...parts.map(find)];
      const known = found.filter((value) => value !== undefined);
      if (known.length > 0 && known.length === found.length) return { ok: true, value: inOrder(new Set(known)) };
      return { ok: false, message: `เลือก${options.label}ได้หลายข้อนะคะ เช่น 1 2 หรือ ${choices[0]?.label ?? ""}` };
    },
    show: (value) => value.map((one) => options.choices[one] ?? one).join(", "),
  };
}
