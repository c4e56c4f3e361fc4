import type { ChatDocument } from "#models/documents/chat.document.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import type { Message } from "#models/messages/message.ts";

/** A push of what was essential in a reply that is known not to have arrived. No reply says the same while it is under way. */
export type UndeliveredReply = {
  chatId: string;
  isFollowing: boolean;
  retryKey: string;
  /** this try included */
  tries: number;
  firstTriedAt: Date;
  essential: Message[];
};

type Found = Pick<ChatDocument, "kind" | "turn" | "reply" | "following" | "replacement"> & { _id: string };

const most = 100;
/** As many as wait at the head of a chat's next reply at most. */
const mostAtHead = 5;

/**
 * Claims undelivered essential replies, so that one process pushes them at a time.
 * @param until a claim whose holder died ends then
 */
export async function claimUndelivered(now: Date, until: Date): Promise<UndeliveredReply[]> {
  const shape = { kind: 1, turn: 1, reply: 1, following: 1, replacement: 1 };
  const left = await ChatModel.find({ "replacement.nextTryAt": { $type: "date", $lte: now } }, shape)
    .limit(most)
    .lean();
  const fresh = await ChatModel.find({ "reply.state": "undelivered", "reply.receivedAt": { $gt: new Date(0) } }, shape)
    .limit(most)
    .lean();
  const claims: (UndeliveredReply | null)[] = [];
  for (const chat of left) claims.push(await claimLeft(chat, until));
  for (const chat of fresh) claims.push(await begin(chat, now, until));
  return claims.filter((claimed) => claimed !== null);
}

async function claimLeft({ _id, following, replacement }: Found, until: Date): Promise<UndeliveredReply | null> {
  if (!replacement) return null;
  const { retryKey, nextTryAt, tries, firstTriedAt, messages } = replacement;
  const { modifiedCount } = await ChatModel.updateOne(
    { _id, "replacement.retryKey": retryKey, "replacement.nextTryAt": nextTryAt },
    { $set: { "replacement.nextTryAt": until }, $inc: { "replacement.tries": 1 } },
  );
  if (modifiedCount === 0) return null;
  return { chatId: _id, isFollowing: following !== false, retryKey, tries: tries + 1, firstTriedAt, essential: messages as Message[] };
}

/**
 * Takes the essential messages out of the chat's head into a push of their own. The turn number is raised: a turn that has
 * read the head takes itself again. One push at a time: what fails during another leads the next reply, where it is.
 */
async function begin({ _id, kind, turn, reply, following, replacement }: Found, now: Date, until: Date): Promise<UndeliveredReply | null> {
  const essential = ((reply?.messages ?? []) as Message[]).filter((message) => message.essential);
  const guard = { _id, turn, "reply.state": "undelivered" as const };
  // Groups are never pushed to: each member would count.
  if (!reply || replacement || kind !== "user" || following === false || essential.length === 0) {
    await ChatModel.updateOne(guard, { $set: { "reply.state": "given-up", "reply.nextTryAt": null } });
    return null;
  }
  const { retryKey } = reply;
  const taken = { messages: essential, retryKey, tries: 1, nextTryAt: until, firstTriedAt: now };
  const head = { $filter: { input: "$head", cond: { $not: [{ $in: ["$$this", { $literal: essential.map(asHead) }] }] } } };
  const settled = { "reply.state": "given-up", "reply.nextTryAt": null };
  const { modifiedCount } = await ChatModel.updateOne(
    guard,
    [{ $set: { turn: { $add: ["$turn", 1] }, head, replacement: { $literal: taken }, ...settled } }],
    { updatePipeline: true },
  );
  return modifiedCount === 1 ? { chatId: _id, isFollowing: true, retryKey, tries: 1, firstTriedAt: now, essential } : null;
}

/** As bot/turns puts a message at the head: without its question. */
function asHead({ asks: _asks, choices: _choices, ...statement }: Message): object {
  return statement;
}

/** The push has brought the essential messages: no reply repeats them. */
export async function settleReplaced({ chatId, retryKey }: UndeliveredReply): Promise<void> {
  await ChatModel.updateOne({ _id: chatId, "replacement.retryKey": retryKey }, { $set: { replacement: null } });
  await ChatModel.updateOne(
    { _id: chatId, "reply.retryKey": retryKey, "reply.state": "given-up" },
    { $set: { "reply.state": "delivered", "reply.messages": [] } },
  );
}

/** No push will bring it; it leads the next reply, also of a turn that has begun: the turn number is raised. */
export async function leaveForNextReply({ chatId, retryKey, essential }: UndeliveredReply): Promise<void> {
  const head = { $slice: [{ $concatArrays: [{ $literal: essential.map(asHead) }, "$head"] }, mostAtHead] };
  await ChatModel.updateOne(
    { _id: chatId, "replacement.retryKey": retryKey },
    [{ $set: { turn: { $add: ["$turn", 1] }, head, replacement: null } }],
    { updatePipeline: true },
  );
}

/** Another try of the push, with the same key. */
export async function putOffReply({ chatId, retryKey }: UndeliveredReply, until: Date): Promise<void> {
  await ChatModel.updateOne({ _id: chatId, "replacement.retryKey": retryKey }, { $set: { "replacement.nextTryAt": until } });
}
