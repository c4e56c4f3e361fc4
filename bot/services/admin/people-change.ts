import { comparableName, keptPhone } from "#bot/services/people/person-names.ts";
import { Refused } from "#bot/services/refused.ts";
import { resolveSchool } from "#bot/services/requests/resolve-school.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { addDays, bangkokDate, bangkokMoment } from "#models/fields/thai/bangkok.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import { cleanText } from "#models/fields/thai/normalise.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import { requireAnotherAdmin } from "./grants-end.ts";
import { adminOf, type By } from "./people-admin.ts";
import { readUnchanged } from "./people-read.ts";
import { takingTurns } from "./people-turn.ts";
import { changedFields, recordChange } from "./record-change.ts";

export type PersonDetails = { name: string; position: string; school: { code: string | null; name: string }; phone: string };

/** A person and what the caller read of them. */
export type ReadPerson = { id: string; version: string };

/**
 * Corrects what is known of a person.
 * @throws Refused not_allowed, not_found, invalid_answers; AppError changed_meanwhile
 */
export async function changePerson(ctx: ServiceContext, { id, version }: ReadPerson, details: PersonDetails, by: By): Promise<void> {
  const { actor, ip } = adminOf(by);
  const after = await checked(details);
  await takingTurns(async (session) => {
    const before = await readUnchanged(id, version, session);
    const changes = changedFields([
      { label: "ชื่อ", from: before.name, to: after.name },
      { label: "ตำแหน่ง", from: before.position, to: after.position },
      { label: "โรงเรียน/หน่วยงาน", from: before.school.name, to: after.school.name },
      { label: "โทรศัพท์", from: before.phone ?? "", to: after.phone ?? "" },
    ]);
    if (changes.length === 0 && (before.school.code ?? null) === after.school.code) return;
    await PersonModel.updateOne({ _id: id }, { $set: { ...after, updatedAt: ctx.clock.now() } }, { session });
    await recordChange(ctx, actor, { action: "change-person", ...subjectOf(before), changes, ip }, session);
  });
}

/**
 * Notes until which day a person is away, or that they are back (null).
 * @throws Refused not_allowed, not_found, invalid_answers; AppError changed_meanwhile
 */
export async function setPersonAway(ctx: ServiceContext, { id, version }: ReadPerson, lastDay: string | null, by: By): Promise<void> {
  const { actor, ip } = adminOf(by);
  const now = ctx.clock.now();
  if (lastDay !== null && lastDay < bangkokDate(now)) throw problem("lastDay", "วันที่ผ่านไปแล้วค่ะ เลือกวันนี้หรือวันข้างหน้านะคะ");
  // Kept is when they are back: the end of the last day.
  const awayUntil = lastDay === null ? null : bangkokMoment(addDays(lastDay, 1));
  await takingTurns(async (session) => {
    const before = await readUnchanged(id, version, session);
    const changes = changedFields([{ label: "ไม่อยู่ถึงวันที่", from: awayWords(before, now), to: lastDay === null ? "" : showDate(lastDay) }]);
    if (changes.length === 0) return;
    await PersonModel.updateOne({ _id: id }, { $set: { awayUntil, updatedAt: now } }, { session });
    await recordChange(ctx, actor, { action: "change-person", ...subjectOf(before), changes, ip }, session);
  });
}

/**
 * Takes the LINE account away from a person: a telephone lost, an account of somebody else. They stay known, with their
 * requests and roles; whoever has the account is a stranger to us again.
 * @throws Refused not_allowed, not_found, invalid_answers; AppError changed_meanwhile, last_admin
 */
export async function unlinkLine(ctx: ServiceContext, { id, version }: ReadPerson, reason: string, by: By): Promise<void> {
  const { actor, ip } = adminOf(by);
  const words = cleanText(reason);
  if (words.length < 3) throw problem("reason", "บอกเหตุผลสั้น ๆ นะคะ เช่น เปลี่ยนเครื่อง");
  await takingTurns(async (session) => {
    const before = await readUnchanged(id, version, session);
    if (!before.lineUserId) throw problem("reason", "คนนี้ไม่ได้ผูก LINE ไว้ค่ะ");
    await requireAnotherAdmin(before, ctx.clock.now(), session);
    await PersonModel.updateOne({ _id: id }, { $unset: { lineUserId: "" }, $set: { updatedAt: ctx.clock.now() } }, { session });
    const changes = [
      { label: "LINE", from: "ผูกไว้", to: "ไม่ได้ผูก" },
      { label: "เหตุผล", from: "", to: words },
    ];
    await recordChange(ctx, actor, { action: "unlink-line", ...subjectOf(before), changes, ip }, session);
  });
}

export const subjectOf = ({ _id, name }: Pick<PersonDocument, "_id" | "name">) => ({ subject: `person:${_id}`, subjectLabel: name });

/** The last day somebody is away, ISO; null when they are here. */
export function lastDayAway({ awayUntil }: Pick<PersonDocument, "awayUntil">, now: Date): string | null {
  return awayUntil && awayUntil > now ? bangkokDate(new Date(awayUntil.getTime() - 1)) : null;
}

function awayWords(person: PersonDocument, now: Date): string {
  const day = lastDayAway(person, now);
  return day ? showDate(day) : "";
}

async function checked({ name, position, school, phone }: PersonDetails) {
  const given = { name: cleanText(name), position: cleanText(position) };
  const kept = keptPhone(phone);
  const problems = [
    ...(given.name.length < 2 || given.name.length > 120 ? [{ field: "name", message: "ชื่อต้องมี 2 ถึง 120 ตัวอักษรค่ะ" }] : []),
    ...(given.position.length < 2 || given.position.length > 80 ? [{ field: "position", message: "ตำแหน่งต้องมี 2 ถึง 80 ตัวอักษรค่ะ" }] : []),
    ...(phone.trim() !== "" && !kept ? [{ field: "phone", message: "เบอร์นี้อ่านไม่ได้ค่ะ เขียน 081-234-5678 หรือเว้นว่างนะคะ" }] : []),
    ...(cleanText(school.name).length < 2 ? [{ field: "school", message: "เลือกโรงเรียนหรือพิมพ์ชื่อหน่วยงานนะคะ" }] : []),
  ];
  if (problems.length > 0) throw new Refused({ code: "invalid_answers", problems });
  const resolved = await resolveSchool({ code: school.code, name: cleanText(school.name) });
  return {
    ...given,
    school: { code: resolved.code, name: resolved.name },
    phone: kept,
    searchTokens: searchTokens([given.name, comparableName(given.name), resolved.name]),
  };
}

const problem = (field: string, message: string) => new Refused({ code: "invalid_answers", problems: [{ field, message }] });
