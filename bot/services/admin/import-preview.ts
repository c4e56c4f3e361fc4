import { createHash } from "node:crypto";
import { planFile } from "#bot/services/directory/import-file.ts";
import type { ImportKind } from "#bot/services/directory/import-kinds.ts";
import { countPlan, type ImportPlan } from "#bot/services/directory/import-plan.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { adminOf, type By } from "./people-admin.ts";

/** So many rows and problems are read by nobody in one go; the counts tell the rest. */
const mostRowsShown = 300;

export type ImportCounts = { added: number; changed: number; unchanged: number; problems: number };
export type ImportSeen = {
  counts: ImportCounts;
  rows: { line: number; kind: "added" | "changed"; label: string; changes: { label: string; from: string; to: string }[] }[];
  problems: { line: number; message: string }[];
  /** what is done all the same, though it looks like a slip */
  warnings: { line: number; message: string }[];
  token: string;
};

/**
 * What importing a CSV file would change now; nothing is written.
 * @throws Refused not_allowed; AppError bad_request when the file is no such table
 */
export async function previewImport(ctx: ServiceContext, kind: ImportKind, bytes: Uint8Array, by: By): Promise<ImportSeen> {
  adminOf(by);
  const plan = await planFile(ctx, kind, bytes);
  const rowsOf = (wanted: "added" | "changed") =>
    plan.rows.flatMap(({ kind: done, ...row }) => (done === wanted ? [{ ...row, kind: wanted }] : [])).slice(0, mostRowsShown);
  return {
    counts: importCounts(plan),
    rows: [...rowsOf("changed"), ...rowsOf("added")].sort((a, b) => a.line - b.line),
    problems: plan.problems.slice(0, mostRowsShown),
    warnings: plan.rows.flatMap(warningOf).slice(0, mostRowsShown),
    token: importToken(kind, plan),
  };
}

/** A spreadsheet computes such a name; it mostly comes from a formula that went along with the copy. */
function warningOf({ line, changes }: ImportPlan["rows"][number]): ImportSeen["warnings"] {
  const odd = changes.find(({ label, to }) => label.startsWith("ชื่อ") && /^[=+\-@]/.test(to));
  return odd ? [{ line, message: `ชื่อ "${odd.to.slice(0, 30)}" ขึ้นต้นด้วย ${odd.to.charAt(0)} อาจเป็นสูตรที่ติดมา ตรวจก่อนนำเข้านะคะ` }] : [];
}

export function importCounts(plan: ImportPlan): ImportCounts {
  const { problems, ...counts } = countPlan(plan);
  return { ...counts, problems: problems.length };
}

/** Stands for every row of a file and all that it changes: another file, or a directory that moved on, has another. */
export function importToken(kind: ImportKind, { rows, problems }: ImportPlan): string {
  return createHash("sha256")
    .update(JSON.stringify([kind, rows.map(({ line, kind: done, label, changes }) => [line, done, label, changes]), problems]))
    .digest("base64url");
}
