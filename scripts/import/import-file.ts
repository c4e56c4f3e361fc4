import { importHolidays } from "#bot/services/directory/import-holidays.ts";
import { importPeople } from "#bot/services/directory/import-people.ts";
import type { ImportOptions, ImportResult } from "#bot/services/directory/import-result.ts";
import { importSchools } from "#bot/services/directory/import-schools.ts";
import { services } from "#scripts/support/office-database.ts";
import { readTable, type Table } from "./read-table.ts";

const columns = {
  schools: ["code", "name", "district", "zone", "phone"],
  people: ["name", "position", "school", "role", "phone"],
  holidays: ["date", "name"],
} as const;

export type ImportKind = keyof typeof columns;

export const isImportKind = (word: string): word is ImportKind => word in columns;

/**
 * Brings the database to a CSV file. Bad lines are left out and reported with their line in the file; the others count.
 * @throws Remedy when the file is no such table
 */
export async function importFile(kind: ImportKind, bytes: Uint8Array, options: ImportOptions): Promise<ImportResult> {
  const table = readTable(bytes, columns[kind]);
  const result = await bring(kind, table, options);
  const problems = result.problems.map(({ line, message }) => ({ line: table.lines[line - 1] ?? line, message }));
  const all = [...table.problems, ...problems].sort((a, b) => a.line - b.line);
  return { ...result, problems: all };
}

function bring(kind: ImportKind, { rows }: Table, options: ImportOptions): Promise<ImportResult> {
  switch (kind) {
    case "schools":
      return importSchools(rows.map(picked(columns.schools)), options);
    case "people":
      return importPeople(services, rows.map(picked(columns.people)), options);
    case "holidays":
      return importHolidays(services, rows.map(picked(columns.holidays)), options);
  }
}

/** A row with every one of the columns: cells that the file lacks are empty. */
function picked<Name extends string>(names: readonly Name[]) {
  return (row: Record<string, string>) => Object.fromEntries(names.map((name) => [name, row[name] ?? ""])) as Record<Name, string>;
}
