import type { LineEvent, LineMessage, LineSource } from "#bot/line/webhook/events.ts";
import type { ChatEvent, Happening } from "#bot/services/inbox/chat-event.ts";

/** How a group calls us without a mention. */
const groupCall = /^\s*แจ้งซ่อม/;

/**
 * LINE's event as the inbox keeps it, or null when it concerns nobody: another channel has the chat (standby), a kind we do
 * not know, or group talk that is not for us, of which nothing is kept.
 */
export function toChatEvent(event: LineEvent, receivedAt: number): ChatEvent | null {
  const chat = chatOf(event.source);
  if (event.mode !== "active" || !chat) return null;
  const what = chat.chatKind === "user" ? privateHappening(event) : groupHappening(event);
  if (!what) return null;
  return {
    id: event.webhookEventId,
    ...chat,
    timestamp: event.timestamp,
    receivedAt,
    replyToken: event.replyToken ?? null,
    what,
  };
}

function chatOf(source: LineSource): Pick<ChatEvent, "chatId" | "chatKind" | "userId"> | null {
  switch (source.type) {
    case "user":
      return { chatId: source.userId, chatKind: "user", userId: source.userId };
    case "group":
      return { chatId: source.groupId, chatKind: "group", userId: source.userId ?? null };
    case "room":
      return { chatId: source.roomId, chatKind: "room", userId: source.userId ?? null };
    case "unknown":
      return null;
  }
}

function privateHappening(event: LineEvent): Happening | null {
  switch (event.type) {
    case "message":
      return said(event.message);
    case "postback":
      return { kind: "press", data: event.postback.data, picked: event.postback.picked ?? null };
    case "follow":
    case "unfollow":
      return { kind: event.type };
    case "unsend":
      return { kind: "unsend", messageId: event.unsend.messageId };
    default:
      return null;
  }
}

/** In a group only a call for us counts, and not its words: the answer is the way into the private chat. */
function groupHappening(event: LineEvent): Happening | null {
  if (event.type === "join") return { kind: "join" };
  if (event.type !== "message" || event.message.type !== "text") return null;
  const { id, text, mentionsUs } = event.message;
  return mentionsUs || groupCall.test(text) ? { kind: "text", messageId: id, text: "" } : null;
}

function said(message: LineMessage): Happening {
  const messageId = message.id;
  switch (message.type) {
    case "text":
      return { kind: "text", messageId, text: message.text };
    case "image": {
      // Hosted elsewhere, its bytes cannot be asked of LINE.
      if (!message.isHostedByLine) return { kind: "unsupported", messageId, what: "unknown" };
      const { imageSet } = message;
      return { kind: "photo", messageId, set: imageSet?.total ? { id: imageSet.id, total: imageSet.total } : null };
    }
    default:
      return { kind: "unsupported", messageId, what: message.type };
  }
}
