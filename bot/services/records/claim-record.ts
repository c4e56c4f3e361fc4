import type { ServiceContext } from "#bot/services/service-context.ts";
import { RequestModel } from "#models/documents/request.document.ts";

/** Longer than any document takes: whoever claimed one and is silent for so long has died. Milliseconds. */
const claimedForMs = 2 * 60_000;

/** A paper of record that this process makes, and until when nobody else does. */
export type ClaimedRecord = { requestId: string; until: Date };

/**
 * Takes one of the papers of record that last decisions want, the longest wanted first. Of several processes one gets it; if it dies,
 * another takes it up two minutes later.
 */
export async function claimRecord(ctx: ServiceContext): Promise<ClaimedRecord | null> {
  const now = ctx.clock.now();
  const until = new Date(now.getTime() + claimedForMs);
  const claimed = await RequestModel.findOneAndUpdate(
    { "record.state": "wanted", "record.at": { $lte: now } },
    { $set: { "record.at": until } },
    { sort: { "record.at": 1 }, projection: { _id: 1 }, writeConcern: { w: "majority" } },
  ).lean();
  return claimed && { requestId: claimed._id, until };
}
