import type { ClientSession } from "mongoose";
import { emptyResult, type ImportOptions, type ImportResult } from "./import-result.ts";

/** One field's old and new value as people see them; "" is nothing. */
export type FieldChange = { label: string; from: string; to: string };

/** What one row of a file does. `line` counts from 1 below the heading; an added row's changes have nothing before. */
export type PlannedRow = { line: number; kind: "added" | "changed" | "unchanged"; label: string; changes: FieldChange[] };

/** What an import would do, row by row, read but not written. Rows with a problem are left out of `rows`. */
export type ImportPlan = {
  rows: PlannedRow[];
  problems: { line: number; message: string }[];
  /** does what the rows say; within a session's transaction all of it or nothing */
  write(session?: ClientSession): Promise<void>;
};

/** So many documents go to the database at once. */
export const writtenAtOnce = 500;

/** An import as the command line has it: planned, written unless it is tried out only, counted. */
export async function carryOut(plan: ImportPlan, { dryRun }: ImportOptions): Promise<ImportResult> {
  if (!dryRun) await plan.write();
  return countPlan(plan);
}

export function countPlan({ rows, problems }: Pick<ImportPlan, "rows" | "problems">): ImportResult {
  const result = { ...emptyResult(), problems };
  for (const { kind } of rows) result[kind] += 1;
  return result;
}

/** The fields whose shown value differs. */
export function differing(fields: FieldChange[]): FieldChange[] {
  return fields.filter(({ from, to }) => from !== to);
}

/** The same work in portions, one after the other: an ordered import, a bounded message. */
export async function inPortions<T>(all: readonly T[], write: (portion: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += writtenAtOnce) await write(all.slice(at, at + writtenAtOnce));
}
