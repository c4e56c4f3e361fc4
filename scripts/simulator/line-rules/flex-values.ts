import { z } from "zod";

/** The small words and measures Flex properties take (LINE's Flex Message reference, "Flex Message layout"). */
const matching = (pattern: RegExp) => z.string().regex(pattern, "invalid property");

const px = String.raw`\d+(\.\d+)?px`;
const percent = String.raw`\d+(\.\d+)?%`;
const spacingWords = "none|xs|sm|md|lg|xl|xxl";
const sizeWords = "xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl";

export const color = matching(/^#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/);
export const spacing = matching(new RegExp(`^(${spacingWords}|${px})$`));
export const padding = matching(new RegExp(`^(${spacingWords}|${px}|${percent})$`));
export const offset = matching(new RegExp(`^(${spacingWords}|-?${px}|-?${percent})$`));
export const borderWidth = matching(new RegExp(`^(none|light|normal|medium|semi-bold|bold|${px})$`));
export const measure = matching(new RegExp(`^(${px}|${percent})$`));
export const textSize = matching(new RegExp(`^(${sizeWords}|${px})$`));
export const imageSize = matching(new RegExp(`^(${sizeWords}|full|${px}|${percent})$`));
export const lineSpacing = matching(new RegExp(`^${px}$`));
export const angle = matching(/^(\d|[1-9]\d|[12]\d\d|3[0-5]\d)(\.\d+)?deg$/);
export const gradientPosition = matching(/^(\d|[1-9]\d)(\.\d+)?%$|^100%$/);
export const flexRatio = z.int().min(0);

/** `width:height`, each 1 to 100000, height at most three times the width. */
export const aspectRatio = matching(/^\d{1,6}(\.\d+)?:\d{1,6}(\.\d+)?$/).refine((value) => {
  const [width = 0, height = 0] = value.split(":").map(Number);
  return width >= 1 && height >= 1 && width <= 100_000 && height <= 100_000 && height <= width * 3;
}, "invalid aspect ratio");

export const align = z.enum(["start", "end", "center"]);
export const gravity = z.enum(["top", "bottom", "center"]);
export const weight = z.enum(["regular", "bold"]);
export const fontStyle = z.enum(["normal", "italic"]);
export const decoration = z.enum(["none", "underline", "line-through"]);

/** Properties that any component placed inside a box may have. */
export const placement = {
  margin: spacing.optional(),
  position: z.enum(["relative", "absolute"]).optional(),
  offsetTop: offset.optional(),
  offsetBottom: offset.optional(),
  offsetStart: offset.optional(),
  offsetEnd: offset.optional(),
};
