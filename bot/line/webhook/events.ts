/** LINE's webhook events in the narrow form that we use, as plain data that can be stored. */
export type LineSource =
  | { type: "user"; userId: string }
  | { type: "group"; groupId: string; userId?: string }
  | { type: "room"; roomId: string; userId?: string }
  | { type: "unknown" };

/** Several pictures sent at once: `index` counts from 1; LINE leaves both out for some senders. */
export type ImageSet = { id: string; index?: number; total?: number };

export type LineMessage =
  | { type: "text"; id: string; text: string; mentionsUs: boolean; mentions: { index: number; length: number; isSelf: boolean }[] }
  | { type: "image"; id: string; isHostedByLine: boolean; imageSet?: ImageSet }
  | { type: "video" | "audio"; id: string }
  | { type: "file"; id: string; fileName: string; fileSize: number }
  | { type: "location"; id: string }
  | { type: "sticker"; id: string }
  | { type: "unknown"; id: string };

export type LineEventBase = {
  /** LINE's own; made of the content for an event that came without one, so that a duplicate is still known */
  webhookEventId: string;
  /** milliseconds */
  timestamp: number;
  /** anything but `active` must not be answered */
  mode: "active" | "standby";
  source: LineSource;
  /** absent in standby mode and on events that cannot be answered */
  replyToken?: string;
  isRedelivery: boolean;
};

export type LineEventKind =
  | { type: "message"; message: LineMessage }
  | { type: "postback"; postback: { data: string; picked?: string } }
  | { type: "unsend"; unsend: { messageId: string } }
  | { type: "follow"; follow: { isUnblocked: boolean } }
  | { type: "unfollow" | "join" | "leave" | "memberJoined" | "memberLeft" }
  /** a type that we do not know; `named` is LINE's word for it */
  | { type: "unknown"; named: string };

export type LineEvent = LineEventBase & LineEventKind;
