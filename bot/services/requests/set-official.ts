import { conflict } from "#bot/platform/errors.ts";
import { inTransaction } from "#bot/platform/transaction.ts";
import { changedFields, recordChange } from "#bot/services/admin/record-change.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { type RequestDocument, RequestModel } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import { cleanText } from "#models/fields/thai/normalise.ts";
import type { Actor } from "#models/workflows/roles.ts";
import type { RequestRelation } from "#models/workflows/rule.ts";
import { centreHead, groupHead, groupStaff, matchesRule } from "#models/workflows/rule.ts";
import { factsOf } from "./present-request.ts";
import { readRequest } from "./read-request.ts";
import { officialEntry } from "./timeline-entry.ts";

const printed = "เลขที่นี้พิมพ์ในเอกสารฉบับจริงแล้วค่ะ แก้ไม่ได้ ถ้าเลขผิดให้บันทึกหมายเหตุในเรื่องแทนนะคะ";

/** Far more than ever share a number. */
const mostSame = 50;

/** Whether the paper of record has the office's number: then the number stays as it is. */
export const isNumberPrinted = ({ record }: Pick<RequestDocument, "record">): boolean => record?.hasNumber === true;

/** Whether somebody may write down the office's number of a request: staff of its group. */
export function maySetOfficial(actor: Actor, facts: RequestRelation): boolean {
  return [groupStaff, groupHead, centreHead].some((rule) => matchesRule(rule, actor, facts));
}

/**
 * Writes down ที่ and วันที่ of the office's register for a request, as staff read them there: they are never made up here.
 * @param official `date` an ISO day
 * @returns the number of another request that has the same one in that year, to be warned of: registers differ between groups
 * @throws Refused not_found; not_allowed for others than staff of its group
 * @throws AppError in_use where the paper of record has another one
 */
export async function setOfficial(
  ctx: ServiceContext,
  requestId: string,
  official: { number: string; date: string },
  { actor, ip }: { actor: Actor; ip: string | null },
): Promise<{ sameAs: string | null }> {
  await readRequest(ctx, requestId, actor, "official");
  const typed = { number: cleanText(official.number), date: official.date };
  await inTransaction(async (session) => {
    const request = await RequestModel.findById(requestId, null, { session }).lean();
    if (!request) throw new Refused({ code: "not_found" });
    if (!maySetOfficial(actor, factsOf(request))) throw new Refused({ code: "not_allowed" });
    const before = request.official;
    const changes = changedFields([
      { label: "ที่", from: before?.number ?? "", to: typed.number },
      { label: "วันที่", from: before ? showDate(before.date) : "", to: showDate(typed.date) },
    ]);
    if (changes.length === 0) return;
    if (isNumberPrinted(request)) throw conflict("in_use", printed);
    const after = { ...request, revision: request.revision + 1 };
    const change = { official: typed, revision: after.revision, updatedAt: ctx.clock.now() };
    await RequestModel.updateOne({ _id: requestId }, { $set: change }, { session });
    const deed = `${before ? "แก้" : "ลง"}เลขที่หนังสือ ${typed.number} ลงวันที่ ${showDate(typed.date)}`;
    await TimelineEntryModel.create([officialEntry(ctx, after, actor, deed)], { session });
    const about = { action: "set-official" as const, subject: `request:${requestId}`, subjectLabel: request.number };
    await recordChange(ctx, actor, { ...about, changes, ip }, session);
  });
  return { sameAs: await sameNumber(requestId, typed) };
}

async function sameNumber(requestId: string, { number, date }: { number: string; date: string }): Promise<string | null> {
  const found = await RequestModel.find({ "official.number": number }, { number: 1, official: 1 }).limit(mostSame).lean();
  const year = date.slice(0, 4);
  return found.find(({ _id, official }) => _id !== requestId && official?.date.startsWith(year))?.number ?? null;
}
