import { gather } from "#bot/platform/gather.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import type { Message } from "#models/messages/message.ts";

/** What became of a chat's reply. `turn` is the chat's number after the turn that made it. */
export type ReplyFate =
  | { chatId: string; turn: number; state: "delivered" }
  /** known not to have arrived: a push replaces what is essential, the rest leads the next reply */
  | { chatId: string; turn: number; state: "undelivered"; head: Message[]; isEssential: boolean };

/** Marks replies; turns share the write. A reply that a later turn has replaced is left alone. */
export function openReplySettler() {
  return gather<ReplyFate>(async (fates) => {
    await ChatModel.collection.bulkWrite(
      fates.map((fate) => ({ updateOne: { filter: { _id: fate.chatId as never, turn: fate.turn }, update: change(fate) } })) as never,
      { ordered: false },
    );
    return fates.map(() => undefined);
  });
}

function change(fate: ReplyFate) {
  if (fate.state === "delivered") {
    return { $set: { "reply.state": "delivered", "reply.nextTryAt": null, "reply.messages": [] } };
  }
  const state = fate.isEssential ? "undelivered" : "given-up";
  return { $set: { "reply.state": state, "reply.nextTryAt": null }, $push: { head: { $each: fate.head, $slice: -5 } } };
}

/** A reply that its process left in the middle. */
export type LeftReply = {
  chatId: string;
  turn: number;
  token: string;
  receivedAt: Date;
  messages: Message[];
  notices: string[];
  personId: string | null;
};

/**
 * Claims replies whose process did not settle them in time; the claim holds until `until`.
 * @param chatId only this chat's, otherwise whatever is due
 */
export async function claimLeftReplies(now: Date, until: Date, chatId?: string): Promise<LeftReply[]> {
  const due = { "reply.state": "pending" as const, "reply.nextTryAt": { $lte: now }, ...(chatId ? { _id: chatId } : {}) };
  const found = await ChatModel.find(due, { turn: 1, reply: 1 }).limit(200).lean();
  const people = await PersonModel.find({ lineUserId: { $in: found.map(({ _id }) => _id) } }, { lineUserId: 1 }).lean();
  const personOf = new Map(people.map(({ _id, lineUserId }) => [lineUserId, _id]));
  const claimed: LeftReply[] = [];
  for (const { _id, turn, reply } of found) {
    if (!reply) continue;
    const { modifiedCount } = await ChatModel.updateOne(
      { _id, turn, "reply.state": "pending", "reply.nextTryAt": reply.nextTryAt ?? null },
      { $set: { "reply.nextTryAt": until }, $inc: { "reply.tries": 1 } },
    );
    if (modifiedCount === 1) {
      claimed.push({
        chatId: _id,
        turn,
        token: reply.token,
        receivedAt: reply.receivedAt,
        messages: reply.messages as Message[],
        notices: reply.notices,
        personId: personOf.get(_id) ?? null,
      });
    }
  }
  return claimed;
}
