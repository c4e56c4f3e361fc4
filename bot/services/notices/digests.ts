import { lateFilter } from "#bot/services/requests/late.ts";
import { groupsOf, listing } from "#bot/services/requests/list-requests.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { DigestDocument } from "#models/documents/digest.document.ts";
import { DigestModel } from "#models/documents/digest.document.ts";
import type { NoticeDocument } from "#models/documents/notice.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { type Actor, isStaff } from "#models/workflows/roles.ts";

export type { DigestDocument };

const everlasting = new Date(8.64e15);
const mostPeople = 200;

/** Staff for whom something waits that a digest of now is to bring. */
export async function peopleWithDigestDue(now: Date): Promise<string[]> {
  const due = await NoticeModel.find(
    { state: "waiting", as: { $in: ["worker", "head"] as NoticeDocument["as"][] }, nextTryAt: { $type: "date", $lte: now } },
    { personId: 1 },
  ).lean();
  return [...new Set(due.map(({ personId }) => personId))].slice(0, mostPeople);
}

/** Everything that waits to be told to a person, the oldest first. */
export function waitingNotices(personId: string): Promise<NoticeDocument[]> {
  return NoticeModel.find({ personId, createdAt: { $lt: everlasting }, state: "waiting" })
    .sort({ createdAt: 1 })
    .lean();
}

/** Lets what waits for a person wait for a later digest. */
export async function putOffWaiting(personId: string, now: Date, until: Date): Promise<void> {
  await NoticeModel.updateMany(
    { state: "waiting", nextTryAt: { $type: "date", $lte: now }, personId, as: { $in: ["worker", "head"] as NoticeDocument["as"][] } },
    { $set: { nextTryAt: until } },
  );
}

/**
 * Claims a person's digest of a slot.
 * @returns null when it was claimed before, by this process or another
 */
export async function claimDigest(
  claim: { personId: string; slot: string; notices: string[]; retryKey: string },
  now: Date,
  until: Date,
): Promise<DigestDocument | null> {
  const { personId, slot, notices, retryKey } = claim;
  const digest = {
    _id: `${personId}:${slot}`,
    personId,
    notices,
    state: "pending" as const,
    nextTryAt: until,
    tries: 1,
    retryKey,
    createdAt: now,
  };
  const { upsertedCount } = await DigestModel.updateOne({ _id: digest._id }, { $setOnInsert: digest }, { upsert: true });
  return upsertedCount === 1 ? digest : null;
}

/** Digests whose sender died or that LINE did not take; each is claimed for another try. */
export async function claimLeftDigests(now: Date, until: Date): Promise<DigestDocument[]> {
  const due = await DigestModel.find({ state: "pending", nextTryAt: { $lte: now } })
    .limit(mostPeople)
    .lean();
  const claims = due.map(async (digest) => {
    const { modifiedCount } = await DigestModel.updateOne(
      { _id: digest._id, state: "pending", nextTryAt: digest.nextTryAt ?? null },
      { $set: { nextTryAt: until }, $inc: { tries: 1 } },
    );
    return modifiedCount === 1 ? { ...digest, tries: (digest.tries ?? 0) + 1 } : null;
  });
  return (await Promise.all(claims)).filter((claimed) => claimed !== null);
}

/** How a digest ended, or when it is tried again. */
export async function settleDigest(
  id: string,
  to: { state: DigestDocument["state"]; nextTryAt: Date | null; fault?: string },
): Promise<void> {
  await DigestModel.updateOne({ _id: id, state: "pending" }, { $set: to });
}

/** Open work of a person, and what of it is late; for a head, of their groups. */
export async function countWork(ctx: ServiceContext, actor: Actor): Promise<{ yours: number; late: number }> {
  const isHead = actor.grants.some(({ role }) => role === "group-head" || role === "centre-head");
  const theirs = isHead && isStaff(actor) ? groupsOf(actor) : { "assignee.id": actor.personId };
  const [yours, late] = await Promise.all([
    RequestModel.countDocuments(listing(ctx, "my-work", actor).filter),
    RequestModel.countDocuments({ ...lateFilter(ctx.catalogue, ctx.clock.now()), ...theirs }),
  ]);
  return { yours, late };
}
