import type { FieldKind } from "#models/fields/field.ts";
import type { Form } from "./define-form.ts";

/** A person decides by these; files, telephone and signature are looked up where they are needed. */
const deciding: ReadonlySet<FieldKind> = new Set([
  "text",
  "choice",
  "choices",
  "yes-no",
  "number",
  "money",
  "percentage",
  "date",
  "date-time",
  "date-range",
  "rows",
  "place",
]);

/** Lines on a phone beside the buttons, and characters of each. */
const mostShown = 4;
const longest = 120;

/**
 * What somebody needs to see of a request to decide about it, in the form's order: sums and tables of things before all else, then
 * what else its subject does not say already.
 */
export function highlights(
  { fields }: Form,
  { filed, subject }: { filed: { field: string; label: string; shown: string }[]; subject: string },
): { label: string; shown: string }[] {
  const told = filed.flatMap(({ field, label, shown }, at) => {
    const kind = Object.hasOwn(fields, field) ? fields[field]?.kind : undefined;
    if (!kind || !deciding.has(kind) || subject.includes(shown)) return [];
    return [{ label, shown: shortened(shown), at, isFirst: kind === "money" || kind === "rows" }];
  });
  const first = told.filter(({ isFirst }) => isFirst);
  const rest = told.filter(({ isFirst }) => !isFirst);
  const kept = [...first, ...rest].slice(0, mostShown).sort((a, b) => a.at - b.at);
  return kept.map(({ label, shown }) => ({ label, shown }));
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
