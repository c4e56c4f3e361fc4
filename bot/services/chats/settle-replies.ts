import { gather } from "#bot/platform/gather.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import type { Message } from "#models/messages/message.ts";

/** What became of a chat's reply. `mark` is that of the turn that made it. */
export type ReplyFate =
  | { chatId: string; mark: string; state: "delivered" }
  /** known not to have arrived: a push replaces what is essential, the rest leads the next reply */
  | { chatId: string; mark: string; state: "undelivered"; head: Message[]; isEssential: boolean };

/**
 * Marks replies; turns share the write. A reply that a later turn has replaced, or that another process has settled, is left
 * alone. "Delivered" need not wait for the majority: without it the reply is tried again, and its used token tells.
 */
export function openReplySettler() {
  return gather<ReplyFate>(async (fates) => {
    const delivered = fates.filter(({ state }) => state === "delivered");
    const undelivered = fates.filter((fate) => fate.state === "undelivered");
    await Promise.all([markDelivered(delivered), ...undelivered.map(keepUndelivered)]);
    return fates.map(() => undefined);
  });
}

async function markDelivered(fates: ReplyFate[]): Promise<void> {
  if (fates.length === 0) return;
  const ids = fates.map(({ chatId }) => chatId as never);
  await ChatModel.collection.updateMany(
    { _id: { $in: ids }, mark: { $in: fates.map(({ mark }) => mark) }, "reply.state": "pending" },
    { $set: { "reply.state": "delivered", "reply.nextTryAt": null, "reply.messages": [] } },
    { writeConcern: { w: 1 } },
  );
}

async function keepUndelivered({ chatId, mark, head, isEssential }: Extract<ReplyFate, { state: "undelivered" }>): Promise<void> {
  const state = isEssential ? "undelivered" : "given-up";
  await ChatModel.updateOne(
    { _id: chatId, mark, "reply.state": "pending" },
    { $set: { "reply.state": state, "reply.nextTryAt": null }, $push: { head: { $each: head, $slice: -5 } } },
  );
}

/** A reply that its process left in the middle. */
export type LeftReply = {
  chatId: string;
  mark: string;
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
  const found = await ChatModel.find(due, { mark: 1, reply: 1 }).limit(200).lean();
  const people = await PersonModel.find({ lineUserId: { $in: found.map(({ _id }) => _id) } }, { lineUserId: 1 }).lean();
  const personOf = new Map(people.map(({ _id, lineUserId }) => [lineUserId, _id]));
  const claimed: LeftReply[] = [];
  for (const { _id, mark, reply } of found) {
    if (!reply || !mark) continue;
    const { modifiedCount } = await ChatModel.updateOne(
      { _id, mark, "reply.state": "pending", "reply.nextTryAt": reply.nextTryAt ?? null },
      { $set: { "reply.nextTryAt": until }, $inc: { "reply.tries": 1 } },
    );
    if (modifiedCount === 1) {
      claimed.push({
        chatId: _id,
        mark,
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
