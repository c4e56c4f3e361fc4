import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { normaliseThai } from "#models/fields/thai/normalise.ts";

/** The usual five levels, the best first. */
export const fiveLevels = ["มากที่สุด", "มาก", "ปานกลาง", "น้อย", "น้อยที่สุด"] as const;

/** Several things rated on the same five levels: 5 is the first of `levels`. Kept as { thing: 1–5 }; read in order: "5 4 5", "มาก มากที่สุด", "5 ทุกข้อ". */
export function gridField<const I extends Record<string, string>>(
  options: FieldWords & { items: I; levels?: readonly [string, string, string, string, string] },
): Field<Record<keyof I & string, number>> {
  type Value = Record<keyof I & string, number>;
  const items = Object.entries(options.items).map(([value, label]) => ({ value, label }));
  const levels = options.levels ?? fiveLevels;
  const level = z.number().int().min(1).max(5);
  const levelWord = (given: number) => levels[5 - given] ?? "";
  const labels = items.map(({ label }) => normaliseThai(label)).sort((a, b) => b.length - a.length);
  const expected = `ให้คะแนน 1 ถึง 5 ${items.length > 1 ? `ทั้ง ${items.length} ข้อตามลำดับ` : ""}นะคะ เช่น ${items.map((_, at) => (at % 2 === 0 ? 5 : 4)).join(" ")}`;
  return {
    ...words(options),
    kind: "grid",
    takesAnyText: false,
    items,
    levels,
    expected,
    schema: z.strictObject(Object.fromEntries(items.map(({ value }) => [value, level]))) as unknown as z.ZodType<Value>,
    read(text) {
      const given = figuresIn(withoutLabels(normaliseThai(text), labels), levels, items.length);
      if (given === null) return { ok: false, message: expected };
      return { ok: true, value: Object.fromEntries(items.map(({ value }, at) => [value, given[at] ?? 0])) as Value };
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

/** What is rated may have figures in its own words: "ข้อ 1: 5 (มากที่สุด)". */
const withoutLabels = (said: string, labels: string[]) => labels.reduce((left, label) => left.replaceAll(`${label}:`, " "), said);

/** One figure for each thing, in their order; null where there are more, fewer, or others than 1 to 5. */
function figuresIn(said: string, levels: readonly string[], count: number): number[] | null {
  const byLength = levels.map((word, at) => ({ word: normaliseThai(word), figure: 5 - at })).sort((a, b) => b.word.length - a.word.length);
  const figures = byLength.reduce(
    (left, { word, figure }) => left.replaceAll(`${figure} (${word})`, ` ${figure} `).replaceAll(word, ` ${figure} `),
    said,
  );
  const apart = new RegExp(`^[1-5]{${count}}$`).test(figures) ? [...figures] : (figures.match(/[\d.]*\d/g) ?? []);
  if (!apart.every((figure) => /^[1-5]$/.test(figure))) return null;
  const isForAll = apart.length === 1 && /ทุก|ทั้งหมด/.test(figures);
  const given = isForAll ? Array.from({ length: count }, () => Number(apart[0])) : apart.map(Number);
  return given.length === count ? given : null;
}
