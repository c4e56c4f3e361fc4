import { randomUUID } from "node:crypto";
import { systemClock } from "#bot/platform/clock.ts";
import { listSetAside, retrySetAside, type SetAsideEvent } from "#bot/services/inbox/set-aside.ts";
import { type GivenUpNotice, listGivenUp, retryGivenUp } from "#bot/services/notices/claim-notices.ts";
import { type ChatDocument, ChatModel } from "#models/documents/chat.document.ts";

/** A reply that did not arrive. Its essential messages lead the chat's next reply by themselves. */
export type LostReply = { chatId: string; receivedAt: Date; tries: number };

/** What did not go its way, without any message's words. */
export type Stuck = { events: SetAsideEvent[]; notices: GivenUpNotice[]; replies: LostReply[] };

// Shown at once; a retry of all goes on until nothing is left.
const mostShown = 200;

export async function listStuck(): Promise<Stuck> {
  const [events, notices, replies] = await Promise.all([listSetAside(mostShown), listGivenUp(mostShown), lostReplies()]);
  return { events, notices, replies };
}

/** Sends one back by its id, whichever kind it is. Gives how many that were: 1 or 0. */
export async function retryOne(id: string): Promise<number> {
  return (await retrySetAside([id])) + (await retryNotices([id]));
}

export async function retryAll(): Promise<number> {
  let count = 0;
  while (true) {
    const [events, notices] = await Promise.all([listSetAside(mostShown), listGivenUp(mostShown)]);
    const sentBack = (await retrySetAside(events.map(({ id }) => id))) + (await retryNotices(notices.map(({ id }) => id)));
    if (sentBack === 0) return count;
    count += sentBack;
  }
}

function retryNotices(ids: string[]): Promise<number> {
  return retryGivenUp(ids, randomUUID, systemClock.now());
}

async function lostReplies(): Promise<LostReply[]> {
  const chats: ChatDocument[] = await ChatModel.find({ "reply.state": "given-up" }).limit(mostShown).lean();
  return chats.flatMap(({ _id, reply }) => (reply ? [{ chatId: _id, receivedAt: reply.receivedAt, tries: reply.tries }] : []));
}
