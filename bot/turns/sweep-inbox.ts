import { leadNextReply } from "#bot/services/chats/lead-next-reply.ts";
import { type LeftEvents, takeLeftEvents } from "#bot/services/inbox/take-left-events.ts";
import { chatPhrases } from "#models/phrases/group.ts";
import type { TurnDeps } from "./turn-deps.ts";

/**
 * Takes events that a dead process left or whose turn failed. One that has failed too often is set aside, where an admin
 * sees it; the person is told with the next reply, and later messages go on.
 */
export async function sweepInbox(deps: TurnDeps, inHand: ReadonlySet<string>): Promise<Pick<LeftEvents, "events" | "suspects">> {
  const { events, suspects, setAside } = await takeLeftEvents(deps.services.clock.now(), inHand);
  for (const { chatId, chatKind } of setAside) {
    deps.log.error({ chatId }, "an event was set aside after too many tries; see npm run set-aside");
    if (chatKind === "user") await leadNextReply(chatId, [{ kind: "text", text: chatPhrases.setAside }], deps.services.clock.now());
  }
  return { events, suspects };
}
