import type { ClientSession } from "mongoose";
import { Refused } from "#bot/services/refused.ts";
import type { NoticeDocument } from "#models/documents/notice.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";

/**
 * Makes a LINE account a person's. When it was registered as somebody else before (they reported first and redeemed later),
 * that one's requests go along, so that nothing they asked for is lost.
 * @throws Refused invitation_used where another LINE account is theirs by now
 */
export async function linkLine(personId: string, lineUserId: string, registeredAs: string | null, now: Date, session: ClientSession) {
  if (registeredAs && registeredAs !== personId) {
    // The telephone too: a caller is known by it only where one person has it.
    await PersonModel.updateOne({ _id: registeredAs }, { $unset: { lineUserId: "" }, $set: { phone: null, updatedAt: now } }, { session });
    await NoticeModel.updateMany(
      { personId: registeredAs, state: { $in: ["new", "push", "waiting"] as NoticeDocument["state"][] } },
      { $set: { personId } },
      { session },
    );
    await RequestModel.updateMany({ "requester.id": registeredAs }, { $set: { "requester.id": personId } }, { session });
    await RequestModel.updateMany({ filedById: registeredAs }, { $set: { filedById: personId } }, { session });
    await RequestModel.updateMany({ awaits: registeredAs }, { $set: { awaits: personId } }, { session });
  }
  // Nobody is pushed out: whoever changed their LINE account is unlinked by an admin first.
  const free = { _id: personId, $or: [{ lineUserId: { $exists: false } }, { lineUserId }] };
  const { matchedCount } = await PersonModel.updateOne(free, { $set: { lineUserId, updatedAt: now } }, { session });
  if (matchedCount === 0) throw new Refused({ code: "invitation_used" });
}
