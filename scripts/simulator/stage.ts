import { type MessageExtras, messageFields, newEvent } from "./events.ts";
import type { Platform } from "./platform.ts";
import type { Chat, LineEvent, UserMessage } from "./types.ts";
import type { ActionResult, UserAction } from "./user-actions.ts";

/** Where and how a person does something: their chat, and what a test bends about the event. */
export interface Stage {
  platform: Platform;
  chat: Chat;
  userId: string;
  options: Pick<UserAction, "mode" | "at" | "withoutReplyToken">;
}

const optionsOf = ({ mode, at, withoutReplyToken }: Stage["options"]) => ({
  ...(mode !== undefined && { mode }),
  ...(at !== undefined && { at }),
  ...(withoutReplyToken !== undefined && { withoutReplyToken }),
});

export function stageEvent(stage: Stage, type: string, fields: Record<string, unknown>): LineEvent {
  return newEvent(stage.platform, type, stage, fields, optionsOf(stage.options));
}

/** Writes a person's message into the chat and makes the event that tells the bot. */
export function stageMessage(stage: Stage, content: UserMessage, extras: MessageExtras = {}): { id: string; event: LineEvent } {
  const { platform, chat, userId } = stage;
  const written = platform.chats.write({ chatId: chat.chatId, from: { kind: "user", userId }, content });
  return { id: written.id, event: stageEvent(stage, "message", { message: messageFields(platform, written, content, extras) }) };
}

export async function sendAll(stage: Stage, events: LineEvent[], messageIds: string[] = [], together = true): Promise<ActionResult> {
  const { platform, chat } = stage;
  platform.waiting.expectAnswer(chat.chatId, events);
  const batches = together ? [events] : events.map((event) => [event]);
  await Promise.all(batches.map((batch) => platform.webhook.send(chat.chatId, batch)));
  return { messageIds, webhookEventIds: events.map((event) => event.webhookEventId) };
}

export function sendMessage(stage: Stage, content: UserMessage, extras?: MessageExtras): Promise<ActionResult> {
  const { id, event } = stageMessage(stage, content, extras);
  return sendAll(stage, [event], [id]);
}

export function say(
  stage: Stage,
  { text, mentions, quotedMessageId }: Pick<Extract<UserAction, { do: "say" }>, "text" | "mentions" | "quotedMessageId">,
) {
  return sendMessage(stage, { type: "text", text }, { ...(mentions && { mentions }), ...(quotedMessageId && { quotedMessageId }) });
}
