import type { ClientSession } from "mongoose";
import { comparableName, keptPhone } from "#bot/services/people/person-names.ts";
import { grantsOf } from "#bot/services/people/person-view.ts";
import { grantWords, isSameScope } from "#bot/services/people/scope-words.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { cleanText } from "#models/fields/thai/normalise.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import { carryOut, differing, type FieldChange, type ImportPlan, inPortions, type PlannedRow } from "./import-plan.ts";
import type { ImportOptions, ImportResult } from "./import-result.ts";
import { type KnownPeople, openKnownPeople } from "./known-people.ts";
import { type RoleGrant, readRole } from "./read-role.ts";
import { comparableSchool } from "./school-names.ts";

/** `school` is a code or a name; `role` as readRole reads it. */
export type PersonRow = { name: string; position: string; school: string; role: string; phone: string };

type School = PersonDocument["school"];
type Wanted = { name: string; position: string; school: School; phone: string | null; grant: RoleGrant | null };
type Written = { before: PersonDocument | null; after: PersonDocument };

/** Of a new person whose row says none. */
const usualPosition = "ครู";

/**
 * Brings people to the rows, known by name and school. What they changed themselves of position and telephone is set to the
 * row's, an empty cell changes nothing; a role is added, never taken away nor given back once it ended; LINE accounts are not touched.
 */
export async function importPeople(ctx: ServiceContext, rows: PersonRow[], options: ImportOptions): Promise<ImportResult> {
  return carryOut(await planPeople(ctx, rows), options);
}

/** What importing the rows would do. */
export async function planPeople(ctx: ServiceContext, rows: PersonRow[]): Promise<ImportPlan> {
  const schools = await SchoolModel.find({}, { name: 1 }).lean();
  const byCode = new Map(schools.map((school) => [school._id, school]));
  const byName = new Map(schools.map((school) => [comparableSchool(school.name), school]));
  const schoolOf = (text: string): School => {
    const found = byCode.get(text.trim()) ?? byName.get(comparableSchool(text));
    return found ? { code: found._id, name: found.name } : { code: null, name: cleanText(text) };
  };
  const people: PersonDocument[] = await PersonModel.find().lean();
  const known = openKnownPeople(people, (school) => (school.code ? school : schoolOf(school.name)));
  const plan: { rows: PlannedRow[]; problems: ImportPlan["problems"] } = { rows: [], problems: [] };
  const written: Written[] = [];
  for (const [index, row] of rows.entries()) {
    const wanted = wantedOf(row, schoolOf(row.school));
    if ("problem" in wanted) plan.problems.push({ line: index + 1, message: wanted.problem });
    else plan.rows.push({ line: index + 1, ...planOne(ctx, wanted, known, written) });
  }
  return { ...plan, write: (inSession) => writePeople(written, inSession) };
}

function planOne(ctx: ServiceContext, wanted: Wanted, known: KnownPeople, written: Written[]): Omit<PlannedRow, "line"> {
  const before = known.find({ ...wanted, position: wanted.position || usualPosition });
  const after = merged(ctx, before, wanted);
  const label = `${after.name} · ${after.school.name}`;
  if (before === after) return { kind: "unchanged", label, changes: [] };
  known.put(after);
  written.push({ before, after });
  return { kind: before ? "changed" : "added", label, changes: changesOf(before, after) };
}

function wantedOf(row: PersonRow, school: School): Wanted | { problem: string } {
  const name = cleanText(row.name);
  if (name === "") return { problem: "ไม่มีชื่อ ใส่ชื่อและนามสกุลนะคะ" };
  if (name.length < 2 || name.length > 120) return { problem: "ชื่อต้องมี 2 ถึง 120 ตัวอักษรค่ะ" };
  if (school.name.length < 2) return { problem: "ยังไม่มีโรงเรียน ใส่รหัสหรือชื่อโรงเรียนนะคะ" };
  const phone = keptPhone(row.phone);
  if (row.phone.trim() !== "" && !phone)
    return { problem: `เบอร์ "${row.phone.slice(0, 30)}" ไม่ใช่เบอร์โทรไทยค่ะ เขียน 081-234-5678 หรือเว้นว่างนะคะ` };
  const role = readRole(row.role, school.code ?? null);
  if ("problem" in role) return role;
  return { name, position: cleanText(row.position), school, phone, grant: role.grant };
}

/** The very same document when nothing changes. */
function merged(ctx: ServiceContext, before: PersonDocument | null, wanted: Wanted): PersonDocument {
  const { grant, ...said } = wanted;
  const fields = { ...said, position: said.position || before?.position || usualPosition };
  const now = ctx.clock.now();
  const held = before?.grants ?? [];
  const isNew =
    grant !== null && !(before && grantsOf(before).some((one) => one.role === grant.role && isSameScope(one.scope, grant.scope)));
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

function changesOf(before: PersonDocument | null, after: PersonDocument): FieldChange[] {
  const added = grantsOf({ grants: after.grants.slice(before?.grants.length ?? 0) });
  return [
    ...differing([
      { label: "ชื่อ", from: before?.name ?? "", to: after.name },
      { label: "ตำแหน่ง", from: before?.position ?? "", to: after.position },
      { label: "โทรศัพท์", from: before?.phone ?? "", to: after.phone ?? "" },
    ]),
    ...added.map((grant) => ({ label: "สิทธิ์", from: "", to: grantWords(grant, after.school.name) })),
  ];
}

/** By the driver itself: checked one by one, as mongoose does it, thousands would take longer than a transaction may. */
async function writePeople(written: Written[], session?: ClientSession): Promise<void> {
  await inPortions(written, (portion) =>
    PersonModel.collection.bulkWrite(
      portion.map(({ before, after }) => (before ? { updateOne: updateOf(after, before) } : { insertOne: { document: after } })) as never[],
      { ignoreUndefined: true, ...(session && { session }) },
    ),
  );
}

/** Only what a row says: what the person or the office changed of the rest while the import ran stays. */
function updateOf(person: PersonDocument, before: PersonDocument) {
  const { _id, name, position, school, phone, searchTokens: tokens, updatedAt, grants } = person;
  const added = grants.slice(before.grants.length);
  const said = { name, position, school, phone, searchTokens: tokens, updatedAt };
  return { filter: { _id }, update: { $set: said, ...(added.length > 0 && { $push: { grants: { $each: added } } }) } };
}
