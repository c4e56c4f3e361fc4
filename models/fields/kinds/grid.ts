import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { toArabicDigits } from "#models/fields/thai/digits.ts";

/** The usual five levels, the best first. */
export const fiveLevels = ["มากที่สุด", "มาก", "ปานกลาง", "น้อย", "น้อยที่สุด"] as const;

/** Several things rated on the same five levels: 5 is the first of `levels`. Kept as { thing: 1–5 }; read as figures in order: "5 4 5". */
export function gridField<const I extends Record<string, string>>(
  options: FieldWords & { items: I; levels?: readonly [string, string, string, string, string] },
): Field<Record<keyof I & string, number>> {
  type Value = Record<keyof I & string, number>;
  const items = Object.entries(options.items).map(([value, label]) => ({ value, label }));
  const levels = options.levels ?? fiveLevels;
  const level = z.number().int().min(1).max(5);
  const levelWord = (given: number) => levels[5 - given] ?? "";
  return {
    ...words(options),
    kind: "grid",
    takesAnyText: false,
    items,
    levels,
    schema: z.strictObject(Object.fromEntries(items.map(({ value }) => [value, level]))) as unknown as z.ZodType<Value>,
    read(text) {
      const given = [...toArabicDigits(text).matchAll(/(?<!\d)[1-5](?!\d)/g)].map(([figure]) => Number(figure));
      if (given.length === items.length) {
        return { ok: true, value: Object.fromEntries(items.map(({ value }, at) => [value, given[at] ?? 0])) as Value };
      }
      return { ok: false, message: `ให้คะแนน 1 ถึง 5 ทั้ง ${items.length} ข้อตามลำดับนะคะ เช่น ${items.map(() => 5).join(" ")}` };
    },
    show: (value) =>
      items.map(({ value: key, label }) => `${label}: ${value[key as keyof Value]} (${levelWord(value[key as keyof Value])})`).join("\n"),
    write: (value) => ({
      is: "table",
      heads: [
        { label: "รายการ", isFigure: false },
        { label: "คะแนน", isFigure: true },
        { label: "ระดับ", isFigure: false },
      ],
      rows: items.map(({ value: key, label }) => [label, String(value[key as keyof Value]), levelWord(value[key as keyof Value])]),
      foot: null,
    }),
  };
}
