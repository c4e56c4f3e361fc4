import { ChatModel } from "#models/documents/chat.document.ts";
import type { Message } from "#models/messages/message.ts";

/** Puts messages at the head of the chat's next reply; five wait at most. */
export async function leadNextReply(chatId: string, messages: Message[], now: Date): Promise<void> {
  await ChatModel.updateOne(
    { _id: chatId },
    {
      $push: { head: { $each: messages, $slice: -5 } },
      $setOnInsert: { kind: "user", turn: 0, session: null, handled: [], said: [], following: true, updatedAt: now },
    },
    { upsert: true },
  );
}
