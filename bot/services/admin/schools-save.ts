import type { ClientSession } from "mongoose";
import { conflict } from "#bot/platform/errors.ts";
import { type SchoolRow, schoolChanges, schoolOf, schoolProblems } from "#bot/services/directory/school-fields.ts";
import { renameSchoolsOfPeople } from "#bot/services/people/rename-school.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { apiErrors } from "#models/contracts/errors.ts";
import type { SchoolDocument } from "#models/documents/school.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { adminOf, type By } from "./people-admin.ts";
import { takingTurns } from "./people-turn.ts";
import { recordChange } from "./record-change.ts";
import { type SchoolSeen, schoolVersion, seenSchool } from "./schools-list.ts";
import { isDirected, usageOf } from "./schools-usage.ts";

/**
 * Adds a school to the directory.
 * @throws Refused not_allowed, invalid_answers; AppError already_exists
 */
export async function addSchool(ctx: ServiceContext, row: SchoolRow, by: By): Promise<SchoolSeen> {
  const { actor, ip } = adminOf(by);
  const school = checked(row);
  await takingTurns(async (session) => {
    const known = await SchoolModel.findById(school._id, null, { session }).lean();
    if (known) throw conflict("already_exists", `รหัส ${known._id} เป็นของ${known.name}อยู่แล้วค่ะ ตรวจรหัสอีกครั้งนะคะ`);
    await SchoolModel.create([school], { session });
    const changes = schoolChanges(null, school);
    await recordChange(ctx, actor, { action: "add-school", ...subjectOf(school), changes, ip }, session);
  });
  return seenSchool(school);
}

/**
 * Changes a school; the people of it get its new name.
 * @param version what the caller read
 * @throws Refused not_allowed, not_found, invalid_answers; AppError changed_meanwhile
 */
export async function changeSchool(ctx: ServiceContext, version: string, row: SchoolRow, by: By): Promise<SchoolSeen> {
  const { actor, ip } = adminOf(by);
  const school = checked(row);
  await takingTurns(async (session) => {
    const before = await readUnchanged(school._id, version, session);
    const changes = schoolChanges(before, school);
    if (changes.length === 0) return;
    const { _id, ...fields } = school;
    await SchoolModel.updateOne({ _id }, { $set: fields }, { session });
    if (before.name !== school.name) await renameSchoolsOfPeople([school], session);
    await recordChange(ctx, actor, { action: "change-school", ...subjectOf(school), changes, ip }, session);
  });
  return seenSchool(school);
}

/**
 * Removes a school that nobody uses: no person is of it, directs it or has an open request from there.
 * @throws Refused not_allowed, not_found; AppError in_use, changed_meanwhile
 */
export async function removeSchool(ctx: ServiceContext, code: string, version: string, by: By): Promise<void> {
  const { actor, ip } = adminOf(by);
  await takingTurns(async (session) => {
    const before = await readUnchanged(code, version, session);
    const usage = (await usageOf([code], session))(code);
    if (usage.people > 0 || usage.openRequests > 0) {
      throw conflict("in_use", `ยังมีบุคลากร ${usage.people} คน และงานที่เปิดอยู่ ${usage.openRequests} งานค่ะ ย้ายออกก่อนนะคะ`, usage);
    }
    if (await isDirected(code, session)) throw conflict("in_use", "ยังมีผู้มีสิทธิ์ผู้อำนวยการของโรงเรียนนี้ค่ะ จึงลบไม่ได้", {});
    await SchoolModel.deleteOne({ _id: code }, { session });
    await recordChange(ctx, actor, { action: "remove-school", ...subjectOf(before), changes: [], ip }, session);
  });
}

function checked(row: SchoolRow): SchoolDocument {
  const problems = schoolProblems(row);
  if (problems.length > 0) throw new Refused({ code: "invalid_answers", problems });
  return schoolOf(row);
}

async function readUnchanged(code: string, version: string, session: ClientSession): Promise<SchoolDocument> {
  const school = await SchoolModel.findById(code, null, { session }).lean();
  if (!school) throw new Refused({ code: "not_found" });
  if (schoolVersion(school) !== version) {
    const { name, district, zone, phone } = school;
    throw conflict("changed_meanwhile", apiErrors.changed_meanwhile.message, {
      name,
      district,
      zone,
      phone,
      version: schoolVersion(school),
    });
  }
  return school;
}

const subjectOf = ({ _id, name }: SchoolDocument) => ({ subject: `school:${_id}`, subjectLabel: name });
