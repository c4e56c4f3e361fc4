import type { Field, RowsSpec } from "#models/fields/field.ts";
import { deedOf, expectedOf } from "./problem-words.ts";

/** What is wrong with one cell of a table of rows. `row` counts from 0. */
export type CellProblem = { row: number; column: string; message: string };

const cellMessage = (column: Field, cell: unknown) =>
  cell === undefined ? `${deedOf(column)}${column.label}ด้วยนะคะ` : expectedOf(column, cell);

/** The cells that their columns do not take, in the order they are read; a required one that is empty among them. */
export function cellProblems({ columns }: RowsSpec, rows: readonly unknown[]): CellProblem[] {
  return rows.flatMap((row, at) => {
    const cells = typeof row === "object" && row !== null ? (row as Record<string, unknown>) : {};
    return Object.entries(columns).flatMap(([key, column]) => {
      const cell = cells[key];
      const isFine = cell === undefined ? column.optional : column.schema.safeParse(cell).success;
      return isFine ? [] : [{ row: at, column: key, message: cellMessage(column, cell) }];
    });
  });
}
