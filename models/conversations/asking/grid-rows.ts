import type { Field } from "#models/fields/field.ts";
import { normaliseThai } from "#models/fields/thai/normalise.ts";
import type { OpenQuestion } from "./open-question.ts";
import { plain } from "./said.ts";

/** The levels given so far, in the order of what is rated: kept as text while the question is open. */
export const ratedSoFar = (typed: string | null): number[] =>
  (typed ?? "").split(" ").flatMap((figure) => (figure === "" ? [] : [Number(figure)]));

/** The value of a row's button: which row, which level. */
export const rowValue = (row: number, level: number): string => `${row}=${level}`;

/** A typed level of one row: its figure, or its word. */
export function levelSaid({ levels = [] }: Field, text: string): number | null {
  const said = plain(text);
  if (/^[1-5]$/.test(normaliseThai(said))) return Number(normaliseThai(said));
  const at = levels.findIndex((word) => plain(word) === said);
  return at === -1 ? null : 5 - at;
}

/** The grid with one more row rated, or one rated anew by its older button. `value` once all are. */
export function withLevel(
  { items = [] }: Field,
  open: OpenQuestion,
  row: number,
  level: number,
): { open: OpenQuestion; value?: Record<string, number> } {
  const rated = ratedSoFar(open.typed);
  const now = row < rated.length ? rated.with(row, level) : row === rated.length ? [...rated, level] : rated;
  if (now.length < items.length) return { open: { ...open, typed: now.join(" ") } };
  return { open, value: Object.fromEntries(items.map(({ value }, at) => [value, now[at] ?? level])) };
}

/** Which row and level a button of the grid means; null where it is none of the grid's. */
export function rowPressed({ items = [] }: Field, value: string): { row: number; level: number } | null {
  const [, row, level] = /^(\d{1,2})=([1-5])$/.exec(value) ?? [];
  return row !== undefined && Number(row) < items.length ? { row: Number(row), level: Number(level) } : null;
}
