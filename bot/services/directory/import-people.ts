import { comparableName, keptPhone } from "#bot/services/people/person-names.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { cleanText } from "#models/fields/thai/normalise.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import { emptyResult, type ImportOptions, type ImportResult } from "./import-result.ts";
import { type RoleGrant, readRole } from "./read-role.ts";
import { comparableSchool } from "./school-names.ts";

/** `school` is a code or a name; `role` as readRole reads it. */
export type PersonRow = { name: string; position: string; school: string; role: string; phone: string };

type School = PersonDocument["school"];
type Wanted = { name: string; position: string; school: School; phone: string | null; grant: RoleGrant | null };

/**
 * Brings people to the rows, known by name and school. What they changed themselves of position and telephone is set to the
 * row's; a role is added, never taken away; LINE accounts are not touched.
 */
export async function importPeople(ctx: ServiceContext, rows: PersonRow[], { dryRun }: ImportOptions): Promise<ImportResult> {
  const result = emptyResult();
  const schools = await SchoolModel.find({}, { name: 1 }).lean();
  const byCode = new Map(schools.map((school) => [school._id, school]));
  const byName = new Map(schools.map((school) => [comparableSchool(school.name), school]));
  const people: PersonDocument[] = await PersonModel.find().lean();
  const known = new Map(people.map((person) => [keyOf(person), person]));
  for (const [index, row] of rows.entries()) {
    const found = byCode.get(row.school.trim()) ?? byName.get(comparableSchool(row.school));
    const wanted = wantedOf(row, found ? { code: found._id, name: found.name } : { code: null, name: cleanText(row.school) });
    if ("problem" in wanted) {
      result.problems.push({ line: index + 1, message: wanted.problem });
      continue;
    }
    const before = known.get(keyOf(wanted)) ?? null;
    const after = merged(ctx, before, wanted);
    known.set(keyOf(after), after);
    result[before === null ? "added" : before === after ? "unchanged" : "changed"] += 1;
    if (!dryRun && before !== after) await save(after, before);
  }
  return result;
}

/** Who is meant by two rows: the same name, titles aside, at the same school. */
function keyOf({ name, school }: { name: string; school: School }): string {
  return `${comparableName(name)}|${school.code ?? comparableSchool(school.name)}`;
}

function wantedOf(row: PersonRow, school: School): Wanted | { problem: string } {
  const name = cleanText(row.name);
  if (name.length < 2 || name.length > 120) return { problem: "name: 2 to 120 letters" };
  if (school.name.length < 2) return { problem: "school: its code or name is missing" };
  const phone = keptPhone(row.phone);
  if (row.phone.trim() !== "" && !phone) return { problem: `phone "${row.phone.slice(0, 30)}": no Thai telephone number` };
  const role = readRole(row.role, school.code ?? null);
  if ("problem" in role) return role;
  return { name, position: cleanText(row.position) || "ครู", school, phone, grant: role.grant };
}

/** The very same document when nothing changes. */
function merged(ctx: ServiceContext, before: PersonDocument | null, wanted: Wanted): PersonDocument {
  const { grant, ...fields } = wanted;
  const now = ctx.clock.now();
  const held = before?.grants ?? [];
  const isNew = grant && !held.some((one) => one.role === grant.role && sameScope(one.scope, grant.scope));
  const grants = isNew ? [...held, { ...grant, from: now, until: null, actingFor: null }] : held;
  const phone = fields.phone ?? before?.phone ?? null;
  const isSame = before && !isNew && before.name === fields.name && before.position === fields.position && (before.phone ?? null) === phone;
  if (isSame) return before;
  return {
    ...(before ?? { _id: ctx.newId(), acceptedNotice: null, recentPlaces: [], awayUntil: null, createdAt: now }),
    ...fields,
    phone,
    grants,
    searchTokens: searchTokens([fields.name, comparableName(fields.name), fields.school.name]),
    updatedAt: now,
  };
}

function sameScope(one: PersonDocument["grants"][number]["scope"], other: RoleGrant["scope"]): boolean {
  if (one.kind !== other.kind) return false;
  if (other.kind === "group") return one.group === other.group && (one.zones ?? []).join() === other.zones.join();
  return other.kind !== "school" || one.school === other.school;
}

/** Only what a row says: what the person or the office changed of the rest while the import ran stays. */
async function save(person: PersonDocument, before: PersonDocument | null): Promise<void> {
  if (!before) {
    await PersonModel.create([person]);
    return;
  }
  const { _id, name, position, school, phone, searchTokens: tokens, updatedAt, grants } = person;
  const added = grants.slice(before.grants.length);
  const said = { name, position, school, phone, searchTokens: tokens, updatedAt };
  await PersonModel.updateOne({ _id }, { $set: said, $push: { grants: { $each: added } } });
}
