import { conflict } from "#bot/platform/errors.ts";
import { grantsOf } from "#bot/services/people/person-view.ts";
import { grantWords, isSameScope } from "#bot/services/people/scope-words.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { addDays, bangkokDate, bangkokMoment } from "#models/fields/thai/bangkok.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import { cleanText } from "#models/fields/thai/normalise.ts";
import type { Grant, Role, Scope } from "#models/workflows/roles.ts";
import { scopeProblem } from "./grants-rules.ts";
import { adminOf, type By } from "./people-admin.ts";
import { type ReadPerson, subjectOf } from "./people-change.ts";
import { hasEnded, readUnchanged } from "./people-read.ts";
import { takingTurns } from "./people-turn.ts";
import { recordChange } from "./record-change.ts";

/** Days in Bangkok, both included; null: from now, for good. */
export type GivenGrant = { role: Role; scope: Scope; from: string | null; until: string | null; actingFor: string | null };

/**
 * Gives a person a role.
 * @throws Refused not_allowed, not_found, invalid_answers; AppError already_exists, changed_meanwhile
 */
export async function addGrant(ctx: ServiceContext, { id, version }: ReadPerson, given: GivenGrant, by: By): Promise<void> {
  const { actor, ip } = adminOf(by);
  const now = ctx.clock.now();
  const grant = await checked(given, now);
  await takingTurns(async (session) => {
    const person = await readUnchanged(id, version, session);
    const held = grantsOf(person).find((one) => one.role === grant.role && isSameScope(one.scope, grant.scope) && overlap(one, grant, now));
    if (held) throw conflict("already_exists", "มีสิทธิ์นี้ในช่วงเวลานั้นอยู่แล้วค่ะ ยุติสิทธิ์เดิมก่อน ถ้าต้องการเปลี่ยนวันนะคะ");
    await PersonModel.updateOne({ _id: id }, { $push: { grants: grant }, $set: { updatedAt: now } }, { session });
    const changes = [{ label: "สิทธิ์", from: "", to: wordsOf(grant, given) }];
    await recordChange(ctx, actor, { action: "add-grant", ...subjectOf(person), changes, ip }, session);
  });
}

async function checked({ role, scope, from, until, actingFor }: GivenGrant, now: Date): Promise<Grant> {
  const today = bangkokDate(now);
  const wrong = await scopeProblem(role, scope);
  const problems = [
    ...(wrong ? [wrong] : []),
    ...(from !== null && from < today ? [{ field: "from", message: "เริ่มย้อนหลังไม่ได้ค่ะ เลือกวันนี้หรือวันข้างหน้านะคะ" }] : []),
    ...(until !== null && until < (from ?? today) ? [{ field: "until", message: "วันสิ้นสุดต้องไม่ก่อนวันเริ่มค่ะ" }] : []),
  ];
  if (problems.length > 0) throw new Refused({ code: "invalid_answers", problems });
  return {
    role,
    scope,
    from: from === null || from === today ? now : bangkokMoment(from),
    until: until === null ? null : bangkokMoment(addDays(until, 1)),
    actingFor: cleanText(actingFor ?? "") || null,
  };
}

function overlap(held: Grant, wanted: Grant, now: Date): boolean {
  if (hasEnded(held, now)) return false;
  return (held.until === null || held.until > wanted.from) && (wanted.until === null || wanted.until > held.from);
}

function wordsOf(grant: Grant, { from, until, actingFor }: GivenGrant): string {
  const days = [...(from ? [`ตั้งแต่ ${showDate(from)}`] : []), ...(until ? [`ถึง ${showDate(until)}`] : [])];
  return [grantWords(grant), ...days, ...(actingFor ? [`แทน ${actingFor}`] : [])].join(" ");
}
