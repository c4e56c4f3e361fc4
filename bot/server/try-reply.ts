import type { Line } from "#bot/line/open-line.ts";
import type { LinkMaker } from "#bot/line/render/link-maker.ts";
import { renderMessages } from "#bot/line/render/render-messages.ts";
import type { Metrics } from "#bot/platform/metrics.ts";
import type { ReplyOutcome, TryReply } from "#bot/turns/deliver-reply.ts";

/** A turn's reply over LINE: rendered within its limits, the outcome in the turn's own words. */
export function tryReplyOver(line: Line, links: LinkMaker, metrics: Metrics): TryReply {
  return async (token, messages) => {
    const outcome = await line.reply(token, renderMessages(messages, links));
    metrics.replies.inc({ outcome: outcome.kind });
    switch (outcome.kind) {
      case "delivered":
        return { kind: "delivered" };
      case "refused":
        return outcome.invalidToken ? { kind: "invalid-token" } : { kind: "refused", reason: `${outcome.status} ${outcome.message}` };
      case "rate-limited":
        return { kind: "not-now", afterMs: outcome.retryAfterSeconds === undefined ? null : outcome.retryAfterSeconds * 1_000 };
      // Replies are free, and yet LINE may say so: nothing arrived, and nothing will.
      case "quota-exceeded":
        return { kind: "refused", reason: "monthly limit" };
      case "unknown":
        return { kind: "unknown" } satisfies ReplyOutcome;
    }
  };
}
