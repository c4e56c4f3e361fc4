import type { Field, FieldKind, RowsSpec } from "#models/fields/field.ts";

const figures: ReadonlySet<FieldKind> = new Set(["number", "money", "percentage", "rating"]);
/** Characters of a word such as a unit. */
const shortWord = 40;

/** Whether two of such cells stand side by side on a phone: figures and short words. */
export const isNarrow = ({ kind, max }: Field): boolean => figures.has(kind) || (kind === "text" && max !== undefined && max <= shortWord);

/** The widths of a table's columns, filled ones and those worked out, for CSS. */
export function columnWidths({ columns, computed }: RowsSpec): string {
  const filled = Object.values(columns).map((column) => (isNarrow(column) ? 2 : 3));
  return [...filled, ...Object.keys(computed).map(() => 2)].map((share) => `minmax(0, ${share}fr)`).join(" ");
}
