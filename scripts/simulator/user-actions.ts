import { z } from "zod";
import { isAction } from "./buttons.ts";
import type { Action } from "./types.ts";

/** Everything a person can do on their phone. One schema for the control API and the object in process. */
const options = {
  /** The chat it happens in; without it the person's own chat with the bot. */
  in: z.string().optional(),
  mode: z.enum(["active", "standby"]).optional(),
  at: z.number().optional(),
  withoutReplyToken: z.boolean().optional(),
};

const bytes = { base64: z.string(), contentType: z.string().optional() };
/** How often LINE answers 202 before the media is ready. */
const preparing = z.int().min(0).optional();
const mention = z.object({ text: z.string(), who: z.string() });

export const userActionSchema = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("say"),
    text: z.string(),
    mentions: z.array(mention).optional(),
    quotedMessageId: z.string().optional(),
    ...options,
  }),
  /** Several photos chosen at once are a set; `together` sends its events in one request. */
  z.object({ do: z.literal("photos"), photos: z.array(z.object(bytes)).min(1), preparing, together: z.boolean().optional(), ...options }),
  z.object({
    do: z.literal("media"),
    kind: z.enum(["video", "audio", "file"]),
    fileName: z.string().optional(),
    ...bytes,
    preparing,
    ...options,
  }),
  z.object({
    do: z.literal("locate"),
    title: z.string(),
    address: z.string(),
    latitude: z.number(),
    longitude: z.number(),
    ...options,
  }),
  z.object({ do: z.literal("sticker"), packageId: z.string(), stickerId: z.string(), ...options }),
  /** Presses the newest visible button with this label, on the card with these words; `pick` is chosen on a date picker. */
  z.object({ do: z.literal("press"), label: z.string(), on: z.string().optional(), pick: z.string().optional(), ...options }),
  /** Taps exactly this action: what a finger on the phone's glass does. */
  z.object({
    do: z.literal("tap"),
    action: z.custom<Action>(isAction),
    messageId: z.string().optional(),
    isQuickReply: z.boolean().optional(),
    pick: z.string().optional(),
    ...options,
  }),
  z.object({ do: z.literal("follow"), ...options }),
  z.object({ do: z.literal("unfollow"), ...options }),
  /** Takes back a message of one's own; without an id the newest. */
  z.object({ do: z.literal("unsend"), messageId: z.string().optional(), ...options }),
  z.object({ do: z.literal("event"), type: z.string(), fields: z.record(z.string(), z.unknown()).optional(), ...options }),
]);

export type UserAction = z.infer<typeof userActionSchema>;
export type UserActionInput = z.input<typeof userActionSchema>;

export interface ActionResult {
  messageIds: string[];
  webhookEventIds: string[];
  /** What opens on the phone instead of going to the bot: an address, the camera, a copied text. */
  opens?: { kind: "uri" | "camera" | "cameraRoll" | "location" | "clipboard"; value: string };
}
