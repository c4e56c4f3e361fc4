import { FileModel } from "#models/documents/file.document.ts";
import { type PictureSize, readBytes } from "./picture-store.ts";

/** A stored picture's bytes and type; null when there is none. Whoever asks has made sure that they may (a signed link, a grant). */
export async function readPicture(id: string, size: PictureSize): Promise<{ bytes: Buffer; type: string } | null> {
  const file = await FileModel.findOne({ _id: id, state: { $in: ["loose", "attached"] } }, { type: 1 }).lean();
  const bytes = file ? await readBytes(id, size) : null;
  return file?.type && bytes ? { bytes, type: file.type } : null;
}
