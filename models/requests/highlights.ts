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

/** Which of a few kinds it is says less than the words in which it was asked for. */
const plain: ReadonlySet<FieldKind> = new Set(["choice", "choices", "yes-no"]);

/** Lines on a phone beside the buttons, and characters of each. */
const mostShown = 4;
const longest = 120;

/**
 * What somebody needs to see of a request to decide about it, in the form's order: sums and tables of things before all else, then
 * what else its subject does not say already, choices last.
 */
export function highlights(
  { fields }: Form,
  { filed, subject }: { filed: { field: string; label: string; shown: string }[]; subject: string },
): { label: string; shown: string }[] {
  const told = filed.flatMap(({ field, label, shown }, at) => {
    const kind = Object.hasOwn(fields, field) ? fields[field]?.kind : undefined;
    if (!kind || !deciding.has(kind) || subject.includes(shown)) return [];
    const rank = kind === "money" || kind === "rows" ? 0 : plain.has(kind) ? 2 : 1;
    return [{ label, shown: kind === "rows" ? tableInShort(shown) : shortened(shown, longest), at, rank }];
  });
  const kept = told.sort((a, b) => a.rank - b.rank || a.at - b.at).slice(0, mostShown);
  return kept.sort((a, b) => a.at - b.at).map(({ label, shown }) => ({ label, shown }));
}

/** The first thing of a table, how many more there are, and the sums, which stand under it. */
function tableInShort(shown: string): string {
  const lines = shown.split("\n");
  const things = lines.filter((line) => /^\d+\. /.test(line));
  const sums = lines.filter((line) => line.startsWith("รวม"));
  const end = [things.length > 1 ? `และอีก ${things.length - 1} รายการ` : "", ...sums].filter(Boolean).join(" ");
  const first = (things[0] ?? "").replace(/^1\. /, "");
  return [shortened(first, Math.max(longest - end.length, longest / 2)), end].filter(Boolean).join(" ");
}

function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
