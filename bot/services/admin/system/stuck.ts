import type { ClientSession } from "mongoose";
import { listSetAside, retrySetAside, type SetAsideEvent, setAsideIds } from "#bot/services/inbox/set-aside.ts";
import { type GivenUpNotice, givenUpIds, listGivenUp, retryGivenUp } from "#bot/services/notices/claim-notices.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { type ChatDocument, ChatModel } from "#models/documents/chat.document.ts";

/** A reply that did not arrive. Its essential messages lead the chat's next reply by themselves. */
export type LostReply = { chatId: string; receivedAt: Date; tries: number };

/** What did not go its way, without any message's words; of each kind the newest. */
export type Stuck = { events: SetAsideEvent[]; notices: GivenUpNotice[]; replies: LostReply[] };

/** How many were sent back. */
export type Retried = { events: number; notices: number };

/** Shown at once, and sent back by one transaction. */
const mostShown = 200;

type StuckIds = { events: string[]; notices: string[] };

/** Reads what is stuck. Who asks is the caller's to check: an admin's page, or an operator at the machine. */
export async function listStuck(limit = mostShown): Promise<Stuck> {
  const [events, notices, replies] = await Promise.all([listSetAside(limit), listGivenUp(limit), lostReplies(limit)]);
  return { events, notices, replies };
}

/** Sends one back by its id, whichever kind it is; all zero when there is none such. */
export async function retryOne(ctx: Pick<ServiceContext, "clock" | "newId">, id: string, session?: ClientSession): Promise<Retried> {
  return retryThese(ctx, { events: [id], notices: [id] }, session);
}

/**
 * All that is stuck now, in groups that one transaction bears. What sticks again while they are sent back is not among them:
 * what cannot succeed would be tried without end.
 */
export async function stuckGroups(): Promise<StuckIds[]> {
  const [events, notices] = await Promise.all([setAsideIds(), givenUpIds()]);
  const groups = Math.ceil(Math.max(events.length, notices.length) / mostShown);
  return Array.from({ length: groups }, (_, at) => {
    const [from, until] = [at * mostShown, (at + 1) * mostShown];
    return { events: events.slice(from, until), notices: notices.slice(from, until) };
  });
}

/** Sends back those that are stuck still. */
export async function retryThese(ctx: Pick<ServiceContext, "clock" | "newId">, ids: StuckIds, session?: ClientSession): Promise<Retried> {
  const events = await retrySetAside(ids.events, session);
  const notices = await retryGivenUp(ids.notices, () => ctx.newId(), ctx.clock.now(), session);
  return { events, notices };
}

async function lostReplies(limit: number): Promise<LostReply[]> {
  // While a push takes the reply's place it is not lost yet.
  const lost = { "reply.state": "given-up", "reply.receivedAt": { $gt: new Date(0) }, replacement: null } as const;
  const chats: Pick<ChatDocument, "_id" | "reply">[] = await ChatModel.find(lost, { "reply.receivedAt": 1, "reply.tries": 1 })
    .sort({ "reply.receivedAt": -1 })
    .limit(limit)
    .lean();
  return chats.flatMap(({ _id, reply }) => (reply ? [{ chatId: _id, receivedAt: reply.receivedAt, tries: reply.tries }] : []));
}
