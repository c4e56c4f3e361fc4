import type { SentEvent } from "#scripts/simulator/types.ts";
import type { Evidence, Problem } from "./check-ledger.ts";

/**
 * Order per chat. An event that was acknowledged before the next was sent must be handled, and answered, before it. Where LINE
 * had to send the first again meanwhile it is LINE that changed their order, and nothing can be asked of the bot.
 */
export function checkOrder({ events, calls, stored }: Evidence): Problem[] {
  const answeredAt = new Map(
    calls.filter(({ endpoint, status }) => endpoint === "reply" && status === 200).map((call) => [call.replyToken, call.sequence]),
  );
  const byChat = Map.groupBy(events, ({ chatId }) => chatId);
  return [...byChat].flatMap(([chatId, own]) => {
    if (chatId === undefined) return [];
    const handled = stored.chats.get(chatId)?.handled ?? [];
    const answered = (one: SentEvent) => (one.event.replyToken === undefined ? undefined : answeredAt.get(one.event.replyToken));
    return pairs(own).flatMap(([first, second]) => [
      ...problem(
        chatId,
        "handled",
        first,
        second,
        handled.indexOf(first.event.webhookEventId),
        handled.indexOf(second.event.webhookEventId),
      ),
      ...problem(chatId, "answered", first, second, answered(first) ?? -1, answered(second) ?? -1),
    ]);
  });
}

/** Neighbours of which the first was acknowledged before the second was sent. */
function pairs(events: SentEvent[]): [SentEvent, SentEvent][] {
  return events.flatMap((first, index): [SentEvent, SentEvent][] => {
    const second = events[index + 1];
    const last = first.attempts.at(-1);
    return second && last && last.at + last.durationMs <= second.at ? [[first, second]] : [];
  });
}

function problem(chatId: string, done: string, first: SentEvent, second: SentEvent, a: number, b: number): Problem[] {
  if (a < 0 || b < 0 || a < b) return [];
  return [{ chatId, what: `event ${second.event.webhookEventId} was ${done} before ${first.event.webhookEventId}, which came first` }];
}
