import { ChatModel } from "#models/documents/chat.document.ts";
import type { Message } from "#models/messages/message.ts";

/** Puts messages at the head of the chat's next reply; five wait at most. A turn under way reads afresh, or it would clear them. */
export async function leadNextReply(chatId: string, messages: Message[], now: Date): Promise<void> {
  await ChatModel.updateOne(
    { _id: chatId },
    {
      $inc: { turn: 1 },
      $push: { head: { $each: messages, $slice: -5 } },
      $setOnInsert: { kind: "user", session: null, handled: [], said: [], following: true, updatedAt: now },
    },
    { upsert: true },
  );
}
