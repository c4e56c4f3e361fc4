import { z } from "zod";
import { imageCarouselAction, templateAction, templateDefaultAction } from "./actions.ts";
import { color } from "./flex-values.ts";
import { countGraphemes, graphemes, listOf } from "./lengths.ts";
import { mediaUrl } from "./urls.ts";

const imageAspectRatio = z.enum(["rectangle", "square"]).optional();
const imageSize = z.enum(["cover", "contain"]).optional();

/** With a picture or a title there is room for 60 characters of text only. */
function keepsShortText(template: { text: string; title?: string | undefined; thumbnailImageUrl?: string | undefined }): boolean {
  const isTall = template.title !== undefined || template.thumbnailImageUrl !== undefined;
  return !isTall || countGraphemes(template.text) <= 60;
}
const shortText = { path: ["text"], message: "Length must be between 1 and 60 with a title or an image" };

const buttons = z
  .strictObject({
    type: z.literal("buttons"),
    thumbnailImageUrl: mediaUrl.optional(),
    imageAspectRatio,
    imageSize,
    imageBackgroundColor: color.optional(),
    title: graphemes(40).optional(),
    text: graphemes(160),
    defaultAction: templateDefaultAction.optional(),
    actions: listOf(templateAction, 1, 4),
  })
  .refine(keepsShortText, shortText);

const confirm = z.strictObject({ type: z.literal("confirm"), text: graphemes(240), actions: listOf(templateAction, 2, 2) });

const column = z
  .strictObject({
    thumbnailImageUrl: mediaUrl.optional(),
    imageBackgroundColor: color.optional(),
    title: graphemes(40).optional(),
    text: graphemes(120),
    defaultAction: templateDefaultAction.optional(),
    actions: listOf(templateAction, 1, 3),
  })
  .refine(keepsShortText, shortText);

const carousel = z
  .strictObject({ type: z.literal("carousel"), columns: listOf(column, 1, 10), imageAspectRatio, imageSize })
  .superRefine((self, context) => {
    const first = self.columns[0];
    if (first === undefined) return;
    for (const [index, one] of self.columns.entries()) {
      const isAlike =
        one.actions.length === first.actions.length &&
        (one.title === undefined) === (first.title === undefined) &&
        (one.thumbnailImageUrl === undefined) === (first.thumbnailImageUrl === undefined);
      if (isAlike) continue;
      const message = "all columns must have the same number of actions, and all or none a title and an image";
      context.addIssue({ code: "custom", path: ["columns", index], message });
    }
  });

const imageCarousel = z.strictObject({
  type: z.literal("image_carousel"),
  columns: listOf(z.strictObject({ imageUrl: mediaUrl, action: imageCarouselAction }), 1, 10),
});

export const template = z.discriminatedUnion("type", [buttons, confirm, carousel, imageCarousel]);
