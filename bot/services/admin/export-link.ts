import { createHash, randomBytes } from "node:crypto";
import { inTransaction } from "#bot/platform/transaction.ts";
import { personById } from "#bot/services/people/find-person.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { type WantedExport, wantedExport } from "#models/contracts/admin/exports.contract.ts";
import { ExportLinkModel } from "#models/documents/export-link.document.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import { countExport, type ExportedTable, exportTable, mostRows } from "./export-tables.ts";
import { adminOf, type By } from "./people-admin.ts";
import { recordChange } from "./record-change.ts";
import { requireAdmin } from "./require-admin.ts";

const lifeMs = 5 * 60_000;

export const exportNames: Record<WantedExport["kind"], string> = {
  schools: "โรงเรียน",
  people: "บุคลากร",
  holidays: "วันหยุด",
  requests: "งาน",
  changes: "ประวัติการใช้งาน: การแก้ไข",
  looks: "ประวัติการใช้งาน: การเปิดดู",
};

/**
 * Makes a token that downloads a list once, within 5 minutes, without a session. Asking for it is in the audit trail.
 * @throws Refused not_allowed; invalid_answers where the days are the wrong way round or hold more than 50,000 rows
 */
export async function makeExportLink(ctx: ServiceContext, wanted: WantedExport, by: By): Promise<{ token: string; expiresAt: Date }> {
  const { actor, ip } = adminOf(by);
  if ("from" in wanted && wanted.from > wanted.until) throw problem("until", "วันสิ้นสุดต้องไม่ก่อนวันเริ่มค่ะ");
  if ((await countExport(wanted)) > mostRows) throw problem("from", "มีเกิน 50,000 แถวค่ะ เลือกช่วงวันให้สั้นลงนะคะ");
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(ctx.clock.now().getTime() + lifeMs);
  await inTransaction(async (session) => {
    await ExportLinkModel.create([{ _id: linkId(token), wanted, personId: actor.personId, expiresAt, usedAt: null }], { session });
    const changes = "from" in wanted ? [{ label: "ช่วงวันที่", from: "", to: `${showDate(wanted.from)} – ${showDate(wanted.until)}` }] : [];
    const change = { action: "export-list" as const, subject: wanted.kind, subjectLabel: exportNames[wanted.kind], changes, ip };
    await recordChange(ctx, actor, change, session);
  });
  return { token, expiresAt };
}

/**
 * The list that a token downloads, if it is the first time, in time, and whoever asked for it still is an admin. Null otherwise.
 * It is read while it is sent: nothing but the token is settled before.
 */
export async function openExport(ctx: ServiceContext, token: string): Promise<ExportedTable | null> {
  const now = ctx.clock.now();
  const unused = { _id: linkId(token), usedAt: null, expiresAt: { $gt: now } };
  const link = await ExportLinkModel.findOneAndUpdate(unused, { $set: { usedAt: now } }).lean();
  const wanted = wantedExport.safeParse(link?.wanted);
  const person = link ? await personById(link.personId) : null;
  if (!wanted.success || !person) return null;
  try {
    requireAdmin(actorOf(person, now));
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
  return exportTable(ctx, wanted.data);
}

const linkId = (token: string) => createHash("sha256").update(token).digest("hex");
const problem = (field: string, message: string) => new Refused({ code: "invalid_answers", problems: [{ field, message }] });
