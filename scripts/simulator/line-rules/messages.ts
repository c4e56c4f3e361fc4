import { z } from "zod";
import { quickReplyAction } from "./actions.ts";
import { flexContainer } from "./flex.ts";
import { imagemap } from "./imagemap.ts";
import { graphemes, listOf, text } from "./lengths.ts";
import { template } from "./templates.ts";
import { mediaUrl } from "./urls.ts";

const quickReply = z.strictObject({
  items: listOf(z.strictObject({ type: z.literal("action"), imageUrl: mediaUrl.optional(), action: quickReplyAction }), 1, 13),
});

/** What every message object may carry. */
const common = {
  quickReply: quickReply.optional(),
  sender: z.strictObject({ name: graphemes(20).optional(), iconUrl: mediaUrl.optional() }).optional(),
};
const quoteToken = z.string().min(1).optional();
const altText = text(1500);

const emoji = z.strictObject({ index: z.int().min(0), productId: z.string().min(1), emojiId: z.string().min(1) });

const textMessage = z.strictObject({
  type: z.literal("text"),
  ...common,
  text: text(5000),
  emojis: z.array(emoji).max(20, "Size must be between 0 and 20").optional(),
  quoteToken,
});

const mentionee = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("all") }),
  z.strictObject({ type: z.literal("user"), userId: z.string().regex(/^U[0-9a-f]{32}$/) }),
]);
const substitute = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("mention"), mentionee }),
  z.strictObject({ type: z.literal("emoji"), productId: z.string().min(1), emojiId: z.string().min(1) }),
]);

/** At most 100 substitutions, of them 20 mentions and 20 emoji. */
const substitution = z.record(z.string().regex(/^[A-Za-z0-9_]{1,20}$/), substitute).refine((all) => {
  const kinds = Object.values(all).map((one) => one.type);
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  return kinds.length <= 100 && count("mention") <= 20 && count("emoji") <= 20;
}, "too many substitutions");

const textV2 = z.strictObject({
  type: z.literal("textV2"),
  ...common,
  text: text(5000),
  substitution: substitution.optional(),
  quoteToken,
});

const media = { originalContentUrl: mediaUrl, previewImageUrl: mediaUrl };
const trackingId = z.string().regex(/^[\w\-.=,+*()%$&;:@{}!?<>[\]]{1,100}$/);

const others = [
  z.strictObject({ type: z.literal("sticker"), ...common, packageId: text(20), stickerId: text(20), quoteToken }),
  z.strictObject({ type: z.literal("image"), ...common, ...media }),
  z.strictObject({ type: z.literal("video"), ...common, ...media, trackingId: trackingId.optional() }),
  z.strictObject({ type: z.literal("audio"), ...common, originalContentUrl: mediaUrl, duration: z.number().positive() }),
  z.strictObject({
    type: z.literal("location"),
    ...common,
    title: text(100),
    address: text(100),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
  z.strictObject({ type: z.literal("coupon"), ...common, couponId: text(255), deliveryTag: text(30).optional() }),
] as const;

const message = z.discriminatedUnion("type", [
  textMessage,
  textV2,
  ...others,
  z.strictObject({ type: z.literal("imagemap"), ...common, altText, ...imagemap }),
  z.strictObject({ type: z.literal("template"), ...common, altText, template }),
  z.strictObject({ type: z.literal("flex"), ...common, altText, contents: flexContainer }),
]);

/** At most 5 message objects in one request. */
const messages = listOf(message, 1, 5);
const notificationDisabled = z.boolean().optional();
const customAggregationUnits = z
  .array(z.string().regex(/^\w{1,30}$/))
  .max(1)
  .optional();
const sending = { messages, notificationDisabled, customAggregationUnits };

export const replyRequest = z.strictObject({ replyToken: text(200), messages, notificationDisabled });
export const pushRequest = z.strictObject({ to: z.string().regex(/^[UCR][0-9a-f]{32}$/, "invalid recipient"), ...sending });
export const multicastRequest = z.strictObject({
  to: listOf(z.string().regex(/^U[0-9a-f]{32}$/, "invalid recipient"), 1, 500),
  ...sending,
});
export const broadcastRequest = z.strictObject({ messages, notificationDisabled });
export const narrowcastRequest = z.strictObject({
  messages,
  notificationDisabled,
  recipient: z.unknown().optional(),
  filter: z.unknown().optional(),
  limit: z.unknown().optional(),
});
export const validateRequest = z.strictObject({ messages });
