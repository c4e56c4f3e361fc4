import type { Field, RowsSpec } from "#models/fields/field.ts";
import type { Answers, Form } from "./define-form.ts";
import { fittingAnswers } from "./fitting-answers.ts";

/**
 * The answers that another request of the form can begin with: none that belong to the one time they were given (a signature, a
 * consent, a file), and no days that are over.
 * @param today ISO day in Bangkok
 */
export function answersForCopy(form: Form, answers: Answers, today: string): Answers {
  return Object.fromEntries(
    Object.entries(fittingAnswers(form, answers)).flatMap(([key, value]) => {
      const field = form.fields[key];
      if (!field || field.once || isOver(field, value, today)) return [];
      return [[key, field.rows && Array.isArray(value) ? value.map((row) => lastingCells(field.rows, row as Answers, today)) : value]];
    }),
  );
}

function lastingCells(spec: RowsSpec | undefined, row: Answers, today: string): Answers {
  return Object.fromEntries(
    Object.entries(row).filter(([key, value]) => {
      const column = spec?.columns[key];
      return column === undefined || !isOver(column, value, today);
    }),
  );
}

function isOver({ kind }: Pick<Field, "kind">, value: unknown, today: string): boolean {
  const first = kind === "date-range" ? (value as { from?: unknown } | null)?.from : value;
  return (kind === "date" || kind === "date-time" || kind === "date-range") && typeof first === "string" && first.slice(0, 10) < today;
}
