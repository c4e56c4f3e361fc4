import type { ClientSession } from "mongoose";
import { InboxEventModel } from "#models/documents/inbox-event.document.ts";

/** An event that was given up, without its words. */
export type SetAsideEvent = { id: string; chatId: string; kind: string; receivedAt: Date; tries: number; fault: string };

/** The events set aside, the newest first, `limit` at most. */
export async function listSetAside(limit = 100): Promise<SetAsideEvent[]> {
  const found = await InboxEventModel.find({ state: "set-aside", receivedAt: { $gt: new Date(0) } })
    .sort({ receivedAt: -1 })
    .limit(limit)
    .lean();
  return found.map(({ _id, chatId, receivedAt, tries, fault, payload }) => ({
    id: _id,
    chatId,
    kind: String(payload?.what?.kind ?? "unknown"),
    receivedAt,
    tries,
    fault: fault ?? "",
  }));
}

/** The ids of all of them, the newest first. */
export async function setAsideIds(): Promise<string[]> {
  const found = await InboxEventModel.find({ state: "set-aside", receivedAt: { $gt: new Date(0) } }, { _id: 1 })
    .sort({ receivedAt: -1 })
    .lean();
  return found.map(({ _id }) => _id);
}

/** How many there are. */
export function countSetAside(): Promise<number> {
  return InboxEventModel.countDocuments({ state: "set-aside", receivedAt: { $gt: new Date(0) } });
}

/**
 * Puts events back for the next sweep.
 * @returns how many of them were set aside and are waiting again
 */
export async function retrySetAside(ids: string[], session?: ClientSession): Promise<number> {
  const { modifiedCount } = await InboxEventModel.updateMany(
    { _id: { $in: ids }, state: "set-aside" },
    { $set: { state: "waiting", tries: 0, takeAfter: new Date(0) }, $unset: { fault: "" } },
    session ? { session } : {},
  );
  return modifiedCount;
}
