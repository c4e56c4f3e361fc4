import type { RequestDetail } from "#models/contracts/parts.ts";

/** The deeds of others that made the answers other than they were at that revision, with what they changed. */
export function changedSince({ timeline, answersRevision }: RequestDetail, read: number): RequestDetail["timeline"] {
  if (answersRevision === read) return [];
  return timeline.filter(({ sequence, filed }) => sequence > read && sequence <= answersRevision && filed.length > 0);
}
