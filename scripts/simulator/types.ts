import type { messagingApi } from "@line/bot-sdk";

/** A message object as the bot sends it, and an action inside it. */
export type BotMessage = messagingApi.Message;
export type Action = messagingApi.Action;

/** What a person sent, as it stands in the chat (kept apart from the event that tells the bot about it). */
export type UserMessage =
  | { type: "text"; text: string }
  | { type: "image" | "video" | "audio"; fileName?: string }
  | { type: "file"; fileName: string }
  | { type: "location"; title: string; address: string; latitude: number; longitude: number }
  | { type: "sticker"; packageId: string; stickerId: string };

export type Source =
  | { type: "user"; userId: string }
  | { type: "group"; groupId: string; userId?: string }
  | { type: "room"; roomId: string; userId?: string };

/** A webhook event. The invented types that tests send may have any further field. */
export interface LineEvent {
  type: string;
  mode: "active" | "standby";
  timestamp: number;
  webhookEventId: string;
  deliveryContext: { isRedelivery: boolean };
  source?: Source;
  replyToken?: string;
  [field: string]: unknown;
}

export interface Channel {
  id: string;
  secret: string;
  botUserId: string;
  basicId: string;
  displayName?: string;
}

/** A person of the demo: which phone is shown, whose it is, and what to try on it. */
export interface Persona {
  userId: string;
  name: string;
  role: string;
  hint: string;
  /** Put away until somebody wants to see it: four phones fill a screen. */
  isPutAway?: boolean;
}

/** One step of the "try this" guide beside the phones. */
export interface GuideStep {
  title: string;
  text: string;
  samples: GuideSample[];
}

/** What one persona does. `on`: words of the card that the button must stand on, so that nobody's else's job is touched. */
export type GuideSample = { userId: string } & (
  | { does: "follow" }
  | { does: "press"; label: string; on?: string }
  /** Opens a page of the mini-app (`/desk`); `label` says which. */
  | { does: "open"; path: string; label: string }
  /** `asked`: words of the question that this answers; until it stands on the screen the sample waits. */
  | { does: "say"; text: string; asked?: string }
);

export interface User {
  userId: string;
  displayName: string;
  isFriend: boolean;
}

export interface Chat {
  /** The user's id in a one-to-one chat, else the group's or room's. */
  chatId: string;
  kind: "user" | "group" | "room";
  name: string;
  memberIds: string[];
}

/** One message of a chat, whoever wrote it. */
export interface ChatMessage {
  id: string;
  sequence: number;
  chatId: string;
  at: number;
  quoteToken: string;
  from: { kind: "bot"; via: "reply" | "push" | "multicast" | "broadcast" | "narrowcast" } | { kind: "user"; userId: string };
  content: BotMessage | UserMessage;
  isUnsent?: true;
  /** A tapped quick reply takes the whole row away. */
  quickReplyUsed?: true;
}

/** One call of the Messaging API. `lost` means: it took effect, but the answer never reached the bot. */
export interface ApiCall {
  kind: "call";
  sequence: number;
  at: number;
  endpoint: string;
  method: string;
  path: string;
  status: number;
  outcome: "answered" | "lost" | "refused-connection";
  requestId: string;
  durationMs: number;
  recipients: string[];
  messages: number;
  /** Counted messages: one for each recipient who can be reached; replies cost nothing. */
  cost: number;
  retryKey?: string;
  replyToken?: string;
  error?: string;
  fault?: string;
}

export type AttemptStatus = number | "request_timeout" | "could_not_connect";

/** One webhook event and how its delivery went. */
export interface SentEvent {
  kind: "event";
  sequence: number;
  at: number;
  chatId: string | undefined;
  event: LineEvent;
  attempts: { at: number; status: AttemptStatus; durationMs: number }[];
  state: "waiting" | "acknowledged" | "given-up";
}
