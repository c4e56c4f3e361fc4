/** What happened in a chat, free of LINE's format: what the inbox keeps and a turn takes. */
export type ChatEvent = {
  /** LINE's webhookEventId */
  id: string;
  chatId: string;
  chatKind: "user" | "group" | "room";
  /** who did it; unknown for some group events */
  userId: string | null;
  /** LINE's time, milliseconds */
  timestamp: number;
  /** when it reached us, milliseconds: the reply token lives from here */
  receivedAt: number;
  replyToken: string | null;
  what: Happening;
};

export type Happening =
  | { kind: "text"; messageId: string; text: string }
  | { kind: "photo"; messageId: string; set: { id: string; total: number } | null }
  | { kind: "press"; data: string; picked: string | null }
  | { kind: "unsupported"; messageId: string; what: "video" | "audio" | "file" | "sticker" | "location" | "unknown" }
  | { kind: "follow" }
  | { kind: "unfollow" }
  | { kind: "join" }
  | { kind: "unsend"; messageId: string };
