import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";

/** LINE's largest picture; nobody else may send a larger one either. Bytes. */
export const mostBytes = 10 * 1024 * 1024;

const longestSide = 2048;
/** A Flex picture is shown at most this wide. */
const thumbnailSide = 800;
/** A file of a few kilobytes can claim to be gigapixels. Largest phone cameras: 200 megapixels, sent as 12 to 50. */
const mostPixels = 100_000_000;
const readable = new Set(["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif", "image/tiff"]);

export type NormalisedPicture = { full: Buffer; thumbnail: Buffer; type: "image/jpeg"; width: number; height: number };
export type PictureRefusal = "not-a-picture" | "too-big";

/**
 * A picture as it is kept: upright, no longer side than 2048, without the place, time and device that cameras write into it.
 * What it is, its bytes say, not its name; SVG is a program and no picture.
 */
export async function normalisePicture(bytes: Uint8Array): Promise<NormalisedPicture | { refused: PictureRefusal }> {
  if (bytes.length > mostBytes) return { refused: "too-big" };
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !readable.has(type.mime)) return { refused: "not-a-picture" };
  try {
    const full = await shrink(bytes, longestSide, 84);
    const thumbnail = await shrink(full.data, thumbnailSide, 78);
    return { full: full.data, thumbnail: thumbnail.data, type: "image/jpeg", width: full.info.width, height: full.info.height };
  } catch {
    // The bytes begin as a picture does, and are none.
    return { refused: "not-a-picture" };
  }
}

/** The format that iPhones take pictures in: its decoder is patented and in no sharp that npm brings. */
export async function isHeic(bytes: Uint8Array): Promise<boolean> {
  const type = await fileTypeFromBuffer(bytes);
  return type !== undefined && /^image\/hei[cf]/.test(type.mime);
}

/** sharp keeps no metadata unless asked to. */
function shrink(bytes: Uint8Array, side: number, quality: number) {
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" })
    .autoOrient()
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true });
}
