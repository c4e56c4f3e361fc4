import type { ClientSession } from "mongoose";
import type { NoticeDocument } from "#models/documents/notice.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";

const everlasting = new Date(8.64e15);
const mostLookedAt = 500;

/** A claimed push: the notice as claimed, and what else its person has in the queue. */
export type ClaimedNotice = { notice: NoticeDocument; behind: NoticeDocument[] };

/**
 * Claims pushes that are due, one for each person and always the first of theirs: critical before the rest, then by age.
 * A person whose first push is held by somebody, or waits for another try, gets none, so that order is kept.
 * @param until a claim whose holder died ends then
 * @param most so many people's at a time
 */
export async function claimNotices(now: Date, until: Date, most: number): Promise<ClaimedNotice[]> {
  const due = await NoticeModel.find({ state: "push", nextTryAt: { $lte: now } }, { personId: 1 })
    .sort({ nextTryAt: 1 })
    .limit(mostLookedAt)
    .lean();
  if (due.length === 0) return [];
  const queue = await NoticeModel.find({
    state: "push",
    nextTryAt: { $lt: everlasting },
    personId: { $in: [...new Set(due.map(({ personId }) => personId))] },
  }).lean();
  const firsts = [...Map.groupBy(queue, ({ personId }) => personId).values()].map((own) => own.toSorted(inOrder));
  const ready = firsts.filter(([first]) => first?.nextTryAt && first.nextTryAt <= now).sort(([a], [b]) => (a && b ? inOrder(a, b) : 0));
  const claims = ready.slice(0, most).map((own) => claimFirst(own, now, until));
  return (await Promise.all(claims)).filter((claimed) => claimed !== null);
}

async function claimFirst([first, ...behind]: NoticeDocument[], now: Date, until: Date): Promise<ClaimedNotice | null> {
  if (!first) return null;
  const firstTriedAt = first.firstTriedAt ?? now;
  const { modifiedCount } = await NoticeModel.updateOne(
    { _id: first._id, state: "push", nextTryAt: first.nextTryAt ?? null },
    { $set: { nextTryAt: until, firstTriedAt }, $inc: { tries: 1 } },
  );
  return modifiedCount === 1 ? { notice: { ...first, nextTryAt: until, firstTriedAt, tries: (first.tries ?? 0) + 1 }, behind } : null;
}

function inOrder(a: NoticeDocument, b: NoticeDocument): number {
  return rank(a) - rank(b) || a.createdAt.getTime() - b.createdAt.getTime() || a.revision - b.revision;
}

const rank = ({ urgency }: NoticeDocument) => (urgency === "critical" ? 0 : 1);

/** Gives a claimed push back for another try. */
export async function putOffNotice(id: string, until: Date, fault: string): Promise<void> {
  await NoticeModel.updateOne({ _id: id, state: "push" }, { $set: { nextTryAt: until, fault } });
}

/** Gives a push back that LINE surely did not take: as if it had not been tried, so that it may still be found outdated. */
export async function untryNotice(id: string, until: Date, fault: string): Promise<void> {
  await NoticeModel.updateOne({ _id: id, state: "push" }, { $set: { nextTryAt: until, fault }, $inc: { tries: -1 } });
}

/** Lets a notice that was to be pushed wait for a reply, a digest or the mini-app instead. */
export async function letNoticeWait(id: string, until: Date | null, why: string): Promise<void> {
  await NoticeModel.updateOne({ _id: id, state: "push" }, { $set: { state: "waiting", nextTryAt: until, fault: why } });
}

/** Gives a push up; it stays visible with its fault for 90 days. */
export async function giveUpNotice(id: string, fault: string, now: Date): Promise<void> {
  await NoticeModel.updateOne({ _id: id, state: "push" }, { $set: { state: "given-up", nextTryAt: null, fault, settledAt: now } });
}

/** A push that was given up, without any of its words. */
export type GivenUpNotice = {
  id: string;
  personId: string;
  requestId: string;
  event: string;
  createdAt: Date;
  tries: number;
  fault: string;
};

/** The pushes given up, the newest first. */
export async function listGivenUp(limit = 100): Promise<GivenUpNotice[]> {
  const found = await NoticeModel.find({ state: "given-up", settledAt: { $lt: everlasting } })
    .sort({ settledAt: -1 })
    .limit(limit)
    .lean();
  return found.map(({ _id, personId, requestId, event, createdAt, tries, fault }) => ({
    id: _id,
    personId,
    requestId,
    event,
    createdAt,
    tries: tries ?? 0,
    fault: fault ?? "",
  }));
}

/** The ids of all of them, the newest first. */
export async function givenUpIds(): Promise<string[]> {
  const found = await NoticeModel.find({ state: "given-up", settledAt: { $lt: everlasting } }, { _id: 1 })
    .sort({ settledAt: -1 })
    .lean();
  return found.map(({ _id }) => _id);
}

/**
 * Lets given-up pushes be decided anew, under fresh retry keys: LINE has forgotten the old ones.
 * @returns how many there were
 */
export async function retryGivenUp(ids: string[], newKey: () => string, now: Date, session?: ClientSession): Promise<number> {
  if (ids.length === 0) return 0;
  const writes = ids.map((_id) => ({
    updateOne: {
      filter: { _id, state: "given-up" as const },
      update: {
        $set: { state: "new" as const, tries: 0, retryKey: newKey(), firstTriedAt: null, createdAt: now },
        $unset: { fault: "" as const, settledAt: "" as const },
      },
    },
  }));
  const { modifiedCount } = await NoticeModel.bulkWrite(writes, { ordered: false, ...(session ? { session } : {}) });
  return modifiedCount;
}
