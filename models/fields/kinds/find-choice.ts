import { normaliseThai } from "#models/fields/thai/normalise.ts";
import { stripPoliteness } from "#models/fields/thai/polite.ts";

export type Choice<V extends string = string> = { value: V; label: string };

const position = /^(?:ข้อ(?:ที่)?\s?)?(\d{1,3})$/;

/** The choice that a text names: by its words, its position ("2", "ข้อ 2"), or the start of its words when only one fits. */
export function findChoice<V extends string>(choices: readonly Choice<V>[], text: string): V | undefined {
  const said = normaliseThai(text);
  return named(choices, said) ?? named(choices, normaliseThai(stripPoliteness(said)));
}

function named<V extends string>(choices: readonly Choice<V>[], said: string): V | undefined {
  if (said === "") return undefined;
  // A label of figures ("2 เครื่อง", "1") goes before the place in the list.
  const exact = choices.find(({ label }) => normaliseThai(label) === said) ?? choices.find(({ value }) => value === said);
  const at = position.exec(said)?.[1];
  const near = said.length < 2 ? [] : choices.filter(({ label }) => normaliseThai(label).startsWith(said));
  return (exact ?? (at ? choices[Number(at) - 1] : undefined) ?? (near.length === 1 ? near[0] : undefined))?.value;
}

const separators = /\s*(?:,|\/|;|\n|และ|กับ|\+)\s*|\s+/;
// Longer than any list of labels: a text by mistake.
const longestList = 1_000;
const everything = /^(?:ทั้งหมด|ทุกข้อ|ทุกอย่าง|ทุกรายการ)$/;

/** All the choices that a text names; null where a part of it names none. */
export function findChoices<V extends string>(choices: readonly Choice<V>[], text: string): Set<V> | null {
  if (text.length > longestList) return null;
  const whole = findChoice(choices, text);
  if (whole !== undefined) return new Set([whole]);
  const found = new Set<V>();
  let rest = stripPoliteness(normaliseThai(text));
  if (everything.test(rest)) return new Set(choices.map(({ value }) => value));
  // A label may hold a separator, or another label: those that stand in the text whole are taken first, the longest before.
  const byLength = choices
    .map(({ value, label }) => ({ value, words: normaliseThai(label) }))
    .sort((a, b) => b.words.length - a.words.length);
  for (const { value, words } of byLength) {
    if (words.length < 2 || !rest.includes(words)) continue;
    found.add(value);
    rest = rest.replaceAll(words, "\n");
  }
  for (const part of rest.split(separators)) {
    if (stripPoliteness(part) === "") continue;
    const one = findChoice(choices, part);
    if (one === undefined) return null;
    found.add(one);
  }
  return found.size > 0 ? found : null;
}
