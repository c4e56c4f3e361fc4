import { z } from "zod";

/**
 * LINE counts most lengths in UTF-16 units, but labels, display texts, template titles and
 * rich menu names in grapheme clusters ("Character counting in a text" of LINE's documentation):
 * a Thai syllable with its marks is one.
 */
const graphemeSegmenter = new Intl.Segmenter("th", { granularity: "grapheme" });

export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of graphemeSegmenter.segment(text)) count += 1;
  return count;
}

const lengthMessage = (min: number, max: number) => `Length must be between ${min} and ${max}`;

/** Text of 1 to max UTF-16 units. */
export function text(max: number) {
  return z.string().min(1, "May not be empty").max(max, lengthMessage(1, max));
}

/** Text of 1 to max grapheme clusters. */
export function graphemes(max: number) {
  return z
    .string()
    .min(1, "May not be empty")
    .refine((value) => value.length <= max || countGraphemes(value) <= max, lengthMessage(1, max));
}

export const listOf = <Item extends z.ZodType>(item: Item, min: number, max: number) => {
  const message = `Size must be between ${min} and ${max}`;
  return z.array(item).min(min, message).max(max, message);
};

export const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
