import { setTimeout as pause } from "node:timers/promises";
import type { ReplyFate } from "#bot/services/chats/settle-replies.ts";
import type { Message } from "#models/messages/message.ts";

/** A token is good for a minute; these are kept back for the way. Milliseconds. */
export const tokenLifeMs = 55_000;
/** A reply that its process has not settled by then is taken up by a sweep. */
export const replyClaimMs = 10_000;

/** One try takes so long at most. */
const callMs = 5_000;

/** What LINE made of one try. */
export type ReplyOutcome =
  | { kind: "delivered" }
  | { kind: "invalid-token" }
  | { kind: "refused"; reason: string }
  | { kind: "not-now"; afterMs: number | null }
  | { kind: "unknown" };

export type ReplyToDeliver = {
  chatId: string;
  /** of the turn that made it */
  mark: string;
  token: string;
  receivedAt: Date;
  messages: Message[];
  /** an earlier process may have delivered it already */
  mayHaveArrived: boolean;
};

export type TryReply = (token: string, messages: Message[]) => Promise<ReplyOutcome>;

/**
 * Tries a reply with the same token until its fate is known, its token dead or the claim over.
 * @returns null when the claim ran out first: the sweep goes on
 */
export async function deliverReply(
  reply: ReplyToDeliver,
  tryReply: TryReply,
  now: () => number,
  claimedUntil: number,
): Promise<(ReplyFate & { reason?: string }) | null> {
  const dies = reply.receivedAt.getTime() + tokenLifeMs;
  let mayHaveArrived = reply.mayHaveArrived;
  for (let wait = 250; now() < dies; wait *= 2) {
    // A try that may outlast the claim would run beside the sweep's.
    if (wait > 250 && now() + callMs >= claimedUntil) return null;
    const outcome = await tryReply(reply.token, reply.messages);
    if (outcome.kind === "delivered") return { chatId: reply.chatId, mark: reply.mark, state: "delivered" };
    if (outcome.kind === "invalid-token") {
      // After an unknown outcome a used-up token means that the reply arrived; never a reason to push.
      return mayHaveArrived ? { chatId: reply.chatId, mark: reply.mark, state: "delivered" } : undelivered(reply, "invalid reply token");
    }
    if (outcome.kind === "refused") return undelivered(reply, outcome.reason);
    if (outcome.kind === "unknown") mayHaveArrived = true;
    const rest = outcome.kind === "not-now" ? (outcome.afterMs ?? wait) : wait;
    if (now() + rest >= dies) break;
    if (now() + rest >= claimedUntil) return null;
    await pause(rest);
  }
  return undelivered(reply, mayHaveArrived ? "unknown outcome" : "token died", mayHaveArrived);
}

function undelivered(reply: ReplyToDeliver, reason: string, mayHaveArrived = false): ReplyFate & { reason: string } {
  const essential = reply.messages.filter((message) => message.essential);
  // What may have arrived is told again only when it must not be missed, and never by a paid push.
  const head = (mayHaveArrived ? essential : reply.messages).map(asStatement);
  return {
    chatId: reply.chatId,
    mark: reply.mark,
    state: "undelivered",
    isEssential: !mayHaveArrived && essential.length > 0,
    head,
    reason,
  };
}

/** Later the question of an old reply would stand beside a new one. */
export function asStatement(message: Message): Message {
  const statement = { ...message };
  delete statement.asks;
  delete statement.choices;
  return statement;
}
