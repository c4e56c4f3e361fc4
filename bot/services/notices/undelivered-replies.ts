import { ChatModel } from "#models/documents/chat.document.ts";
import type { Message } from "#models/messages/message.ts";

/** A reply with an essential message that is known not to have arrived. Its messages already lead the chat's next reply. */
export type UndeliveredReply = {
  chatId: string;
  isFollowing: boolean;
  receivedAt: Date;
  retryKey: string;
  /** this try included */
  tries: number;
  /** the essential ones, and what of the chat's head they stand for */
  essential: Message[];
};

/**
 * Claims undelivered essential replies, so that one process pushes them at a time.
 * @param until a claim whose holder died ends then
 */
export async function claimUndelivered(now: Date, until: Date): Promise<UndeliveredReply[]> {
  const found = await ChatModel.find(
    { "reply.state": "undelivered", "reply.receivedAt": { $gt: new Date(0) } },
    { kind: 1, turn: 1, reply: 1, following: 1 },
  )
    .limit(100)
    .lean();
  const claimed: UndeliveredReply[] = [];
  for (const { _id, kind, turn, reply, following } of found) {
    if (!reply || (reply.nextTryAt && reply.nextTryAt > now)) continue;
    const essential = (reply.messages as Message[]).filter((message) => message.essential);
    const { modifiedCount } = await ChatModel.updateOne(
      { _id, turn, "reply.state": "undelivered", "reply.nextTryAt": reply.nextTryAt ?? null },
      { $set: { "reply.nextTryAt": until }, $inc: { "reply.tries": 1 } },
    );
    // Groups are never pushed to: each member would count.
    const isFollowing = kind === "user" && following !== false && essential.length > 0;
    const { receivedAt, retryKey, tries } = reply;
    if (modifiedCount === 1) claimed.push({ chatId: _id, isFollowing, receivedAt, retryKey, tries: tries + 1, essential });
  }
  return claimed;
}

/**
 * A push has brought the essential messages: the next reply need not repeat them. A turn that begins meanwhile reads afresh,
 * because the chat's turn number is raised.
 */
export async function settleReplaced({ chatId, retryKey, essential }: UndeliveredReply): Promise<void> {
  const brought = { $literal: essential.map(asHead) };
  const head = { $filter: { input: "$head", cond: { $not: [{ $in: ["$$this", brought] }] } } };
  const reply = { "reply.state": "delivered", "reply.nextTryAt": null, "reply.messages": [] };
  await ChatModel.updateOne(
    { _id: chatId, "reply.retryKey": retryKey, "reply.state": "undelivered" },
    [{ $set: { turn: { $add: ["$turn", 1] }, head, ...reply } }],
    { updatePipeline: true },
  );
}

/** As bot/turns puts a message at the head: without its question. */
function asHead({ asks: _asks, choices: _choices, ...statement }: Message): object {
  return statement;
}

/** No push will bring it; it leads the next reply. */
export async function leaveForNextReply({ chatId, retryKey }: UndeliveredReply): Promise<void> {
  await ChatModel.updateOne(
    { _id: chatId, "reply.retryKey": retryKey, "reply.state": "undelivered" },
    { $set: { "reply.state": "given-up", "reply.nextTryAt": null } },
  );
}

/** Another try of the push, with the same key. */
export async function putOffReply({ chatId, retryKey }: UndeliveredReply, until: Date): Promise<void> {
  await ChatModel.updateOne(
    { _id: chatId, "reply.retryKey": retryKey, "reply.state": "undelivered" },
    { $set: { "reply.nextTryAt": until } },
  );
}
