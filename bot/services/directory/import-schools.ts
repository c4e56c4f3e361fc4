import type { ClientSession } from "mongoose";
import { renameSchoolsOfPeople } from "#bot/services/people/rename-school.ts";
import type { SchoolDocument } from "#models/documents/school.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { carryOut, type ImportPlan, inPortions, type PlannedRow } from "./import-plan.ts";
import type { ImportOptions, ImportResult } from "./import-result.ts";
import { filledFrom, type SchoolRow, schoolChanges, schoolOf, schoolProblems } from "./school-fields.ts";

export type { SchoolRow } from "./school-fields.ts";

/**
 * Brings the directory of schools to the rows: known by code, added or changed. An empty cell changes nothing, and schools that
 * are not in the rows stay.
 */
export async function importSchools(rows: SchoolRow[], options: ImportOptions): Promise<ImportResult> {
  return carryOut(await planSchools(rows), options);
}

/** What importing the rows would do. */
export async function planSchools(rows: SchoolRow[]): Promise<ImportPlan> {
  const known = new Map((await SchoolModel.find().lean()).map((school) => [school._id, school]));
  const plan: { rows: PlannedRow[]; problems: ImportPlan["problems"] } = { rows: [], problems: [] };
  const written: { before: SchoolDocument | null; after: SchoolDocument }[] = [];
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const line = index + 1;
    const before = known.get(row.code.trim()) ?? null;
    const said = before ? filledFrom(row, before) : row;
    const problem = problemOf(said, seen);
    if (problem) {
      plan.problems.push({ line, message: problem });
      continue;
    }
    const after = schoolOf(said);
    const changes = schoolChanges(before, after);
    const kind = before === null ? "added" : changes.length > 0 ? "changed" : "unchanged";
    plan.rows.push({ line, kind, label: `${after._id} ${after.name}`, changes });
    if (kind !== "unchanged") written.push({ before, after });
  }
  return { ...plan, write: (inSession) => writeSchools(written, inSession) };
}

async function writeSchools(written: { before: SchoolDocument | null; after: SchoolDocument }[], session?: ClientSession): Promise<void> {
  const options = session ? { session } : {};
  await inPortions(written, (portion) =>
    SchoolModel.bulkWrite(
      portion.map(({ after: { _id, ...fields } }) => ({ updateOne: { filter: { _id }, update: { $set: fields }, upsert: true } })),
      options,
    ),
  );
  const renamed = written.filter(({ before, after }) => before !== null && before.name !== after.name);
  await renameSchoolsOfPeople(
    renamed.map(({ after }) => after),
    session,
  );
}

function problemOf(row: SchoolRow, seen: Set<string>): string | null {
  const [first] = schoolProblems(row);
  if (first) return first.message;
  const id = row.code.trim();
  if (seen.has(id)) return `รหัส ${id} ซ้ำกับบรรทัดก่อนหน้าค่ะ ลบออกให้เหลือบรรทัดเดียวนะคะ`;
  seen.add(id);
  return null;
}
