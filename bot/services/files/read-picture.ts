import { FileModel } from "#models/documents/file.document.ts";
import { type PictureSize, readBytes } from "./picture-store.ts";

/** A stored file's bytes, type and, where it goes by one, name; null when there is none. Whoever asks has made sure that they may (a signed link, a grant). */
export async function readPicture(id: string, size: PictureSize): Promise<{ bytes: Buffer; type: string; name: string | null } | null> {
  const file = await FileModel.findOne({ _id: id, state: { $in: ["loose", "attached"] } }, { type: 1, name: 1 }).lean();
  const bytes = file ? await readBytes(id, size) : null;
  return file?.type && bytes ? { bytes, type: file.type, name: file.name ?? null } : null;
}
