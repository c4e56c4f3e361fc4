import type { AnyBulkWriteOperation } from "mongoose";
import type { NoticeDocument } from "#models/documents/notice.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";

/** What is to become of a notice that was undecided. `until`: when the push, the digest or the dot in the menu is due. */
export type NoticeDecision =
  | { notice: NoticeDocument; state: "push" | "waiting"; until: Date | null }
  | { notice: NoticeDocument; state: "dropped"; why: string };

const unsettled: NoticeDocument["state"][] = ["new", "push", "waiting"];

/** Later than every date that is written: gives an index on dates its bounds. */
const everlasting = new Date(8.64e15);

/**
 * Whether anything is to be decided, pushed or shown in a menu now: the sweep's only question when there is nothing to do.
 */
export async function hasNoticesToDo(now: Date): Promise<boolean> {
  const found = await NoticeModel.findOne(
    {
      $or: [
        { state: "new", createdAt: { $lt: everlasting } },
        { state: "push", nextTryAt: { $lte: now } },
        { state: "waiting", as: "requester", nextTryAt: { $type: "date", $lte: now } },
      ],
    },
    { _id: 1 },
  ).lean();
  return found !== null;
}

/** Notices that nobody has decided about, the oldest first, `limit` at most. */
export function findUndecided(limit: number): Promise<NoticeDocument[]> {
  return NoticeModel.find({ state: "new", createdAt: { $lt: everlasting } })
    .sort({ createdAt: 1 })
    .limit(limit)
    .lean();
}

/**
 * Writes decisions. A notice that another process has decided meanwhile is left alone. A decision to tell replaces what
 * still waits for the same person about the same request.
 */
export async function writeDecisions(decisions: NoticeDecision[], now: Date): Promise<void> {
  if (decisions.length === 0) return;
  const settled = { state: "dropped" as const, settledAt: now, nextTryAt: null };
  const operations = decisions.flatMap((decision): AnyBulkWriteOperation<NoticeDocument>[] => {
    const { _id, personId, requestId, revision } = decision.notice;
    const filter = { _id, state: "new" as const };
    if (decision.state === "dropped") return [{ updateOne: { filter, update: { $set: { ...settled, fault: decision.why } } } }];
    const older = { requestId, revision: { $lt: revision }, personId, state: "waiting" as const };
    return [
      { updateOne: { filter, update: { $set: { state: decision.state, nextTryAt: decision.until } } } },
      { updateMany: { filter: older, update: { $set: { ...settled, fault: "replaced by a newer one" } } } },
    ];
  });
  await NoticeModel.bulkWrite(operations, { ordered: false });
}

/** Drops notices of any state that is not settled. */
export async function dropNotices(ids: string[], why: string, now: Date): Promise<void> {
  if (ids.length === 0) return;
  await NoticeModel.updateMany(
    { _id: { $in: ids }, state: { $in: unsettled } },
    { $set: { state: "dropped", fault: why, settledAt: now, nextTryAt: null } },
  );
}

/** News that nobody came to hear for so long is none any more; the request itself tells how it stands. */
const forgottenAfterMs = 60 * 86_400_000;

/** Drops what has waited for two months, so that it does not wait for ever for people who never write again. */
export async function dropForgotten(now: Date): Promise<void> {
  await NoticeModel.updateMany(
    { state: "waiting", createdAt: { $lt: new Date(now.getTime() - forgottenAfterMs) } },
    { $set: { state: "dropped", fault: "nobody came to hear it", settledAt: now, nextTryAt: null } },
  );
}
