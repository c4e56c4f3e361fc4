import {
  claimUndelivered,
  leaveForNextReply,
  putOffReply,
  settleReplaced,
  type UndeliveredReply,
} from "#bot/services/notices/undelivered-replies.ts";
import { claimMs, isTooOld, nextTry } from "./backoff.ts";
import type { NotificationDeps } from "./deps.ts";
import { sendPush } from "./send-push.ts";

/**
 * Pushes what is essential of replies that did not arrive: a number, a decision, a safety instruction. Where a push is not
 * possible it leads the next reply.
 */
export async function pushUndeliveredReplies(deps: NotificationDeps): Promise<void> {
  const now = deps.services.clock.now();
  for (const reply of await claimUndelivered(now, new Date(now.getTime() + claimMs))) await pushOne(deps, reply);
}

async function pushOne(deps: NotificationDeps, reply: UndeliveredReply): Promise<void> {
  if (!reply.isFollowing) return leaveForNextReply(reply);
  // A try before this one may have arrived, and LINE would not know it again.
  if (reply.tries > 1 && isTooOld(reply.firstTriedAt, deps.services.clock.now())) return giveUp(deps, reply);
  const outcome = await sendPush(deps, reply.chatId, reply.essential, reply.retryKey, reply.tries);
  const now = deps.services.clock.now();
  switch (outcome.kind) {
    case "delivered":
      return settleReplaced(reply);
    case "quota-exceeded":
      return leaveForNextReply(reply);
    case "refused":
      deps.log.error({ chatId: reply.chatId, status: outcome.status, reason: outcome.message }, "LINE refused the push of a reply");
      return leaveForNextReply(reply);
    case "rate-limited":
    case "unknown":
      return isTooOld(reply.firstTriedAt, now) ? giveUp(deps, reply) : putOffReply(reply, nextTry(now, reply.tries));
  }
}

function giveUp({ log }: NotificationDeps, reply: UndeliveredReply): Promise<void> {
  log.error({ chatId: reply.chatId, tries: reply.tries }, "the push of a reply is given up after 24 hours");
  return leaveForNextReply(reply);
}
