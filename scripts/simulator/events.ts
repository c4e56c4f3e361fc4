import { newUlid } from "./ids.ts";
import type { Platform } from "./platform.ts";
import type { Chat, LineEvent, Source, UserMessage } from "./types.ts";

/** What a test may bend about an event. */
export interface EventOptions {
  /** `standby`: another module of the channel has the chat; no reply token comes along. */
  mode?: "active" | "standby";
  /** When it happened, for events that arrive days late. */
  at?: number;
  withoutReplyToken?: boolean;
}

export function sourceOf(chat: Chat, userId: string | undefined): Source {
  const who = userId === undefined ? {} : { userId };
  if (chat.kind === "group") return { type: "group", groupId: chat.chatId, ...who };
  if (chat.kind === "room") return { type: "room", roomId: chat.chatId, ...who };
  return { type: "user", userId: chat.chatId };
}

/** Events that LINE lets the bot answer. */
const answerable = new Set(["message", "postback", "follow", "join", "memberJoined"]);

/** Events of a group itself: nobody in it is their source. */
const withoutPerson = new Set(["join", "leave", "memberJoined", "memberLeft"]);

/** A webhook event of any type, invented ones included. */
export function newEvent(
  platform: Platform,
  type: string,
  at: { chat: Chat; userId?: string | undefined },
  fields: Record<string, unknown>,
  { mode = "active", at: timestamp = platform.clock().getTime(), withoutReplyToken = false }: EventOptions = {},
): LineEvent {
  const hasToken = answerable.has(type) && mode === "active" && !withoutReplyToken;
  return {
    type,
    ...fields,
    webhookEventId: newUlid(platform.clock()),
    deliveryContext: { isRedelivery: false },
    timestamp,
    source: sourceOf(at.chat, withoutPerson.has(type) ? undefined : at.userId),
    ...(hasToken && { replyToken: platform.replyTokens.issue(at.chat.chatId) }),
    mode,
  };
}

export interface Mention {
  /** The part of the text that names them, such as "@ศูนย์ ICT". */
  text: string;
  who: "bot" | "all" | (string & {});
}

function mentionees(platform: Platform, text: string, mentions: readonly Mention[]): object[] {
  return mentions.map((mention) => {
    const place = { index: text.indexOf(mention.text), length: mention.text.length };
    if (mention.who === "all") return { ...place, type: "all" };
    const isSelf = mention.who === "bot";
    return { ...place, type: "user", userId: isSelf ? platform.channel.botUserId : mention.who, isSelf };
  });
}

export interface MessageExtras {
  mentions?: readonly Mention[];
  quotedMessageId?: string;
  imageSet?: { id: string; index: number; total: number };
  durationMs?: number;
  fileSize?: number;
}

/** The `message` of a message event, as LINE words it for each kind. */
export function messageFields(
  platform: Platform,
  written: { id: string; quoteToken: string },
  content: UserMessage,
  extras: MessageExtras = {},
): object {
  const { id, quoteToken } = written;
  const { mentions = [], quotedMessageId, imageSet, durationMs = 3000, fileSize = 0 } = extras;
  const fromLine = { contentProvider: { type: "line" } };
  switch (content.type) {
    case "text": {
      const mention = mentions.length > 0 && { mention: { mentionees: mentionees(platform, content.text, mentions) } };
      return { type: "text", id, quoteToken, text: content.text, ...mention, ...(quotedMessageId && { quotedMessageId }) };
    }
    case "image":
      return { type: "image", id, quoteToken, ...fromLine, ...(imageSet && { imageSet }) };
    case "video":
      return { type: "video", id, quoteToken, ...fromLine, duration: durationMs };
    case "audio":
      return { type: "audio", id, ...fromLine, duration: durationMs };
    case "file":
      return { type: "file", id, fileName: content.fileName, fileSize };
    case "location":
      return { ...content, id };
    case "sticker":
      return { ...content, id, quoteToken, stickerResourceType: "STATIC", keywords: [] };
  }
}
