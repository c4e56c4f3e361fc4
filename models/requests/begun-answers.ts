import type { Field } from "#models/fields/field.ts";
import type { Answers, Form } from "./define-form.ts";
import { holdsFiles } from "./files-in.ts";
import { fittingAnswers } from "./fitting-answers.ts";

/**
 * The answers that a draft can begin with: those that their fields take, and of rows whatever cells do. A thing to be bought is
 * known before its price is, a clause before any offer.
 */
export function begunAnswers(form: Form, answers: Answers): Answers {
  const begun = Object.entries(answers).flatMap(([key, value]) => {
    const field = Object.hasOwn(form.fields, key) ? form.fields[key] : undefined;
    const files = field && Array.isArray(value) && holdsFiles(form, key) ? asManyAs(field, value) : [];
    if (files.length > 0) return [[key, files]];
    const rows = field ? begunRows(field, value) : [];
    return rows.length > 0 ? [[key, rows]] : [];
  });
  return { ...Object.fromEntries(begun), ...fittingAnswers(form, answers) };
}

/** Files that were carried along, from the first: those beyond what the field takes stay with the earlier request. */
function asManyAs(field: Field, files: unknown[]): unknown[] {
  let taken = files;
  while (taken.length > 0 && !field.schema.safeParse(taken).success) taken = taken.slice(0, -1);
  return taken;
}

function begunRows({ rows: spec }: Field, value: unknown): Answers[] {
  if (!spec || !Array.isArray(value)) return [];
  const rows = value.slice(0, spec.most).map((row: unknown) => {
    const cells = typeof row === "object" && row !== null ? Object.entries(row) : [];
    return Object.fromEntries(
      cells.filter(([key, cell]) => Object.hasOwn(spec.columns, key) && spec.columns[key]?.schema.safeParse(cell).success),
    );
  });
  return rows.filter((row) => Object.keys(row).length > 0);
}
