import { z } from "zod";
import { text } from "./lengths.ts";
import { actionUri, mediaUrl } from "./urls.ts";

const side = z.int().min(0);
const area = z.strictObject({ x: side, y: side, width: z.int().min(1), height: z.int().min(1) });
const label = text(100).optional();

const action = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("uri"), area, label, linkUri: actionUri }),
  z.strictObject({ type: z.literal("message"), area, label, text: text(400) }),
  z.strictObject({ type: z.literal("clipboard"), area, label, clipboardText: text(1000) }),
]);

const video = z.strictObject({
  originalContentUrl: mediaUrl,
  previewImageUrl: mediaUrl,
  area,
  externalLink: z.strictObject({ linkUri: actionUri, label: text(30) }).optional(),
});

/** An imagemap is 1040 wide by definition and takes at most 50 actions. */
export const imagemap = {
  baseUrl: mediaUrl,
  baseSize: z.strictObject({ width: z.literal(1040), height: z.int().min(1) }),
  actions: z.array(action).max(50, "Size must be between 0 and 50"),
  video: video.optional(),
};
