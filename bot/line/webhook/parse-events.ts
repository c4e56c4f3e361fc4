import { createHash } from "node:crypto";
import type { ImageSet, LineEvent, LineEventBase, LineEventKind, LineMessage, LineSource } from "./events.ts";

/**
 * Read by hand (under a microsecond an event), because nothing may be refused here: what LINE adds is not looked at, and
 * each part that is missing or of another type falls back by itself on the least that is safe. A schema refuses a whole.
 */
type Fields = Record<string, unknown>;

const none: Fields = {};

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : none;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function whole(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
}

function readSource(value: unknown): LineSource {
  const { type, userId, groupId, roomId } = fields(value);
  const by = typeof userId === "string" ? { userId } : {};
  if (type === "user" && typeof userId === "string") return { type, userId };
  if (type === "group" && typeof groupId === "string") return { type, groupId, ...by };
  if (type === "room" && typeof roomId === "string") return { type, roomId, ...by };
  return { type: "unknown" };
}

function readMentions(value: unknown): { index: number; length: number; isSelf: boolean }[] {
  const { mentionees } = fields(value);
  if (!Array.isArray(mentionees)) return [];
  return mentionees.map((one: unknown) => {
    const { index, length, type, isSelf } = fields(one);
    // @all mentions everybody, and so nobody in particular.
    return { index: whole(index) ?? 0, length: whole(length) ?? 0, isSelf: isSelf === true && type !== "all" };
  });
}

function readImageSet(value: unknown): { imageSet?: ImageSet } {
  const { id, index, total } = fields(value);
  if (typeof id !== "string" || id === "") return {};
  const [at, of] = [whole(index), whole(total)];
  return { imageSet: { id, ...(at === undefined ? {} : { index: at }), ...(of === undefined ? {} : { total: of }) } };
}

function readText(message: Fields, id: string): LineMessage {
  const mentions = message.mention === undefined ? [] : readMentions(message.mention);
  return { type: "text", id, text: text(message.text), mentions, mentionsUs: mentions.some((one) => one.isSelf) };
}

function readMessage(value: unknown): LineMessage {
  const message = fields(value);
  const id = text(message.id);
  switch (message.type) {
    case "text":
      return readText(message, id);
    case "image":
      return { type: "image", id, isHostedByLine: fields(message.contentProvider).type !== "external", ...readImageSet(message.imageSet) };
    case "file":
      return { type: "file", id, fileName: text(message.fileName), fileSize: whole(message.fileSize) ?? 0 };
    case "video":
    case "audio":
    case "location":
    case "sticker":
      return { type: message.type, id };
    default:
      return { type: "unknown", id };
  }
}

function readPostback(value: unknown): { data: string; picked?: string } {
  const { data, params } = fields(value);
  const { date, time, datetime } = fields(params);
  const picked = text(date) || text(time) || text(datetime);
  return { data: text(data), ...(picked === "" ? {} : { picked }) };
}

function readKind(event: Fields): LineEventKind {
  switch (event.type) {
    case "message":
      return { type: "message", message: readMessage(event.message) };
    case "postback":
      return { type: "postback", postback: readPostback(event.postback) };
    case "unsend":
      return { type: "unsend", unsend: { messageId: text(fields(event.unsend).messageId) } };
    case "follow":
      return { type: "follow", follow: { isUnblocked: fields(event.follow).isUnblocked === true } };
    case "unfollow":
    case "join":
    case "leave":
    case "memberJoined":
    case "memberLeft":
      return { type: event.type };
    default:
      return { type: "unknown", named: text(event.type).slice(0, 60) };
  }
}

/** A redelivery differs in its delivery context only, which therefore takes no part. */
function idFromContent({ deliveryContext: _, ...event }: Fields): string {
  return `content-${createHash("sha256").update(JSON.stringify(event)).digest("hex").slice(0, 32)}`;
}

function readBase(event: Fields): LineEventBase {
  const { webhookEventId, replyToken } = event;
  return {
    webhookEventId: typeof webhookEventId === "string" && webhookEventId !== "" ? webhookEventId.slice(0, 100) : idFromContent(event),
    timestamp: whole(event.timestamp) ?? 0,
    mode: event.mode === "active" || event.mode === undefined ? "active" : "standby",
    source: readSource(event.source),
    ...(typeof replyToken === "string" && replyToken !== "" ? { replyToken } : {}),
    isRedelivery: fields(event.deliveryContext).isRedelivery === true,
  };
}

/** True when the body has the frame of a webhook request; anything else under a right signature is a bad request. */
export function isWebhookBody(body: unknown): boolean {
  return Array.isArray(fields(body).events);
}

/** The events of a webhook request, in its order. Never throws; what is no event at all is left out. */
export function parseWebhook(body: unknown): LineEvent[] {
  const { events } = fields(body);
  if (!Array.isArray(events)) return [];
  return events.flatMap((one: unknown) => {
    const event = fields(one);
    return event === none ? [] : [{ ...readBase(event), ...readKind(event) }];
  });
}
