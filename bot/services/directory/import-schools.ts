import { keptPhone } from "#bot/services/people/person-names.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { cleanText } from "#models/fields/thai/normalise.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import { emptyResult, type ImportOptions, type ImportResult } from "./import-result.ts";
import { comparableSchool } from "./school-names.ts";

export type SchoolRow = { code: string; name: string; district: string; zone: string; phone: string };

/** Brings the directory of schools to the rows: known by code, added or changed. Schools that are not in the rows stay. */
export async function importSchools(rows: SchoolRow[], { dryRun }: ImportOptions): Promise<ImportResult> {
  const result = emptyResult();
  const known = new Map((await SchoolModel.find().lean()).map((school) => [school._id, school]));
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const problem = problemOf(row, seen);
    if (problem) {
      result.problems.push({ line: index + 1, message: problem });
      continue;
    }
    const { _id, ...fields } = schoolOf(row);
    const before = known.get(_id);
    const isSame = before && (["name", "district", "zone", "phone"] as const).every((key) => (before[key] ?? null) === fields[key]);
    result[isSame ? "unchanged" : before ? "changed" : "added"] += 1;
    if (!dryRun && !isSame) await SchoolModel.updateOne({ _id }, { $set: fields }, { upsert: true });
  }
  return result;
}

function schoolOf(row: SchoolRow) {
  const name = cleanText(row.name);
  return {
    _id: row.code.trim(),
    name,
    district: cleanText(row.district),
    zone: cleanText(row.zone) || null,
    phone: keptPhone(row.phone) ?? (cleanText(row.phone) || null),
    searchTokens: searchTokens([name, comparableSchool(name), row.code]),
  };
}

function problemOf({ code, name }: SchoolRow, seen: Set<string>): string | null {
  const id = code.trim();
  if (!/^[\w-]{1,20}$/.test(id)) return `code "${id.slice(0, 30)}": letters and digits, 20 at most`;
  if (seen.has(id)) return `code ${id} stands in the file twice`;
  seen.add(id);
  const length = cleanText(name).length;
  return length < 2 || length > 120 ? "name: 2 to 120 letters" : null;
}
