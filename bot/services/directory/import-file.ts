import type { ServiceContext } from "#bot/services/service-context.ts";
import { importColumns } from "#models/contracts/import-columns.ts";
import { planHolidays } from "./import-holidays.ts";
import type { ImportKind } from "./import-kinds.ts";
import { planPeople } from "./import-people.ts";
import type { ImportPlan } from "./import-plan.ts";
import { planSchools } from "./import-schools.ts";
import { readTable, type Table } from "./read-table.ts";

/**
 * What bringing the database to a CSV file would do. Bad lines are left out and reported; lines are those of the file.
 * @throws AppError bad_request when the file is no such table
 */
export async function planFile(ctx: ServiceContext, kind: ImportKind, bytes: Uint8Array): Promise<ImportPlan> {
  const table = readTable(bytes, importColumns[kind]);
  const plan = await planRows(ctx, kind, table);
  const inFile = <T extends { line: number }>(one: T): T => ({ ...one, line: table.lines[one.line - 1] ?? one.line });
  const problems = [...table.problems, ...plan.problems.map(inFile)].sort((a, b) => a.line - b.line);
  return { ...plan, rows: plan.rows.map(inFile), problems };
}

function planRows(ctx: ServiceContext, kind: ImportKind, { rows }: Table): Promise<ImportPlan> {
  switch (kind) {
    case "schools":
      return planSchools(rows.map(picked(importColumns.schools)));
    case "people":
      return planPeople(ctx, rows.map(picked(importColumns.people)));
    case "holidays":
      return planHolidays(ctx, rows.map(picked(importColumns.holidays)));
  }
}

/** A row with every one of the columns: cells that the file lacks are empty. */
function picked<Name extends string>(names: readonly Name[]) {
  return (row: Record<string, string>) => Object.fromEntries(names.map((name) => [name, row[name] ?? ""])) as Record<Name, string>;
}
