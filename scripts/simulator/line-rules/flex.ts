import { z } from "zod";
import { flexAction, flexButtonAction } from "./actions.ts";
import * as values from "./flex-values.ts";
import { jsonBytes, listOf, text as textOf } from "./lengths.ts";
import { mediaUrl } from "./urls.ts";

const { placement } = values;

const span = z.strictObject({
  type: z.literal("span"),
  text: textOf(5000),
  size: values.textSize.optional(),
  color: values.color.optional(),
  weight: values.weight.optional(),
  style: values.fontStyle.optional(),
  decoration: values.decoration.optional(),
});

const text = z
  .strictObject({
    type: z.literal("text"),
    ...placement,
    text: z.string().min(1, "must be non-empty text").optional(),
    contents: z.array(span).min(1).optional(),
    flex: values.flexRatio.optional(),
    size: values.textSize.optional(),
    align: values.align.optional(),
    gravity: values.gravity.optional(),
    color: values.color.optional(),
    weight: values.weight.optional(),
    style: values.fontStyle.optional(),
    decoration: values.decoration.optional(),
    wrap: z.boolean().optional(),
    lineSpacing: values.lineSpacing.optional(),
    maxLines: z.int().min(0).optional(),
    adjustMode: z.literal("shrink-to-fit").optional(),
    scaling: z.boolean().optional(),
    action: flexAction.optional(),
  })
  .refine((component) => component.text !== undefined || component.contents !== undefined, {
    path: ["text"],
    message: "must be non-empty text",
  });

const image = z.strictObject({
  type: z.literal("image"),
  ...placement,
  url: mediaUrl,
  flex: values.flexRatio.optional(),
  align: values.align.optional(),
  gravity: values.gravity.optional(),
  size: values.imageSize.optional(),
  aspectRatio: values.aspectRatio.optional(),
  aspectMode: z.enum(["fit", "cover"]).optional(),
  backgroundColor: values.color.optional(),
  animated: z.boolean().optional(),
  action: flexAction.optional(),
});

const button = z.strictObject({
  type: z.literal("button"),
  ...placement,
  action: flexButtonAction,
  flex: values.flexRatio.optional(),
  color: values.color.optional(),
  style: z.enum(["primary", "secondary", "link"]).optional(),
  gravity: values.gravity.optional(),
  height: z.enum(["md", "sm"]).optional(),
  adjustMode: z.literal("shrink-to-fit").optional(),
  scaling: z.boolean().optional(),
});

const icon = z.strictObject({
  type: z.literal("icon"),
  ...placement,
  url: mediaUrl,
  size: values.textSize.optional(),
  aspectRatio: values.aspectRatio.optional(),
  scaling: z.boolean().optional(),
});

const separator = z.strictObject({
  type: z.literal("separator"),
  margin: values.spacing.optional(),
  color: values.color.optional(),
});

const filler = z.strictObject({ type: z.literal("filler"), flex: values.flexRatio.optional() });

const gradient = z.strictObject({
  type: z.literal("linearGradient"),
  angle: values.angle,
  startColor: values.color,
  endColor: values.color,
  centerColor: values.color.optional(),
  centerPosition: values.gradientPosition.optional(),
});

/** Text sits on a common base line only with icons; boxes, pictures and buttons need a horizontal or vertical box. */
const childrenOf: Record<"horizontal" | "vertical" | "baseline", ReadonlySet<string>> = {
  horizontal: new Set(["box", "button", "filler", "image", "separator", "text"]),
  vertical: new Set(["box", "button", "filler", "image", "separator", "text"]),
  baseline: new Set(["filler", "icon", "text"]),
};

const component: z.ZodType<{ type: string }> = z.lazy(() =>
  z.discriminatedUnion("type", [box, text, image, button, icon, separator, filler]),
);

const box = z
  .strictObject({
    type: z.literal("box"),
    ...placement,
    layout: z.enum(["horizontal", "vertical", "baseline"]),
    contents: z.array(component),
    flex: values.flexRatio.optional(),
    spacing: values.spacing.optional(),
    backgroundColor: values.color.optional(),
    borderColor: values.color.optional(),
    borderWidth: values.borderWidth.optional(),
    cornerRadius: values.spacing.optional(),
    width: values.measure.optional(),
    maxWidth: values.measure.optional(),
    height: values.measure.optional(),
    maxHeight: values.measure.optional(),
    paddingAll: values.padding.optional(),
    paddingTop: values.padding.optional(),
    paddingBottom: values.padding.optional(),
    paddingStart: values.padding.optional(),
    paddingEnd: values.padding.optional(),
    justifyContent: z.enum(["center", "flex-start", "flex-end", "space-between", "space-around", "space-evenly"]).optional(),
    alignItems: z.enum(["center", "flex-start", "flex-end"]).optional(),
    background: gradient.optional(),
    action: flexAction.optional(),
  })
  .superRefine((self, context) => {
    for (const [index, child] of self.contents.entries()) {
      if (childrenOf[self.layout].has(child.type)) continue;
      context.addIssue({ code: "custom", path: ["contents", index, "type"], message: `not allowed in a ${self.layout} box` });
    }
  });

const video = z.strictObject({
  type: z.literal("video"),
  url: mediaUrl,
  previewUrl: mediaUrl,
  altContent: z.discriminatedUnion("type", [box, image]),
  aspectRatio: values.aspectRatio.optional(),
  action: flexAction.optional(),
});

const block = z
  .strictObject({
    backgroundColor: values.color.optional(),
    separator: z.boolean().optional(),
    separatorColor: values.color.optional(),
  })
  .optional();

/** A bubble is at most 30 KB as JSON. */
const bubbleBytes = 30 * 1024;
/** A carousel is at most 50 KB as JSON and holds at most 12 bubbles. */
const carouselBytes = 50 * 1024;
const carouselBubbles = 12;

const bubble = z
  .strictObject({
    type: z.literal("bubble"),
    size: z.enum(["nano", "micro", "deca", "hecto", "kilo", "mega", "giga"]).optional(),
    direction: z.enum(["ltr", "rtl"]).optional(),
    header: box.optional(),
    hero: z.discriminatedUnion("type", [box, image, video]).optional(),
    body: box.optional(),
    footer: box.optional(),
    styles: z.strictObject({ header: block, hero: block, body: block, footer: block }).optional(),
    action: flexAction.optional(),
  })
  .superRefine((self, context) => {
    if (jsonBytes(self) > bubbleBytes) context.addIssue({ code: "custom", message: "bubble must be at most 30 KB" });
    const isWide = [undefined, "kilo", "mega", "giga"].includes(self.size);
    if (self.hero?.type === "video" && !isWide) {
      context.addIssue({ code: "custom", path: ["hero"], message: "video needs a kilo, mega or giga bubble" });
    }
  });

const carousel = z
  .strictObject({ type: z.literal("carousel"), contents: listOf(bubble, 1, carouselBubbles) })
  .superRefine((self, context) => {
    if (jsonBytes(self) > carouselBytes) context.addIssue({ code: "custom", message: "carousel must be at most 50 KB" });
    for (const [index, one] of self.contents.entries()) {
      const path = ["contents", index];
      if (one.hero?.type === "video") context.addIssue({ code: "custom", path: [...path, "hero"], message: "no video in a carousel" });
      if (one.size === self.contents[0]?.size) continue;
      context.addIssue({ code: "custom", path: [...path, "size"], message: "all bubbles of a carousel must have the same size" });
    }
  });

export const flexContainer = z.discriminatedUnion("type", [bubble, carousel]);
