import type { ServiceContext } from "#bot/services/service-context.ts";
import type { FileDocument } from "#models/documents/file.document.ts";
import { FileModel } from "#models/documents/file.document.ts";
import { normalisePicture, type PictureRefusal } from "./normalise-picture.ts";
import { removeFile, writeBytes } from "./picture-store.ts";

export type StoredPhoto = { stored: string } | { refused: PictureRefusal };

/** Whose a file is, the message of LINE or the upload it came with, and its name where it goes by one. */
export type PhotoOrigin = { chatId: string; messageId: string | null; uploadId?: string; name?: string };

/**
 * Stores a picture, loose until a request takes it. That of one message or upload is stored once, however often it comes.
 * @param bytes as they came; checked and made anew here
 */
export async function storePhoto(ctx: ServiceContext, origin: PhotoOrigin, bytes: Uint8Array): Promise<StoredPhoto> {
  const known = await photoFrom(origin);
  if (known && known.size !== null) return { stored: known._id };
  const picture = await normalisePicture(bytes);
  if ("refused" in picture) return picture;
  // The document goes first: bytes whose process died in between are found by it, and removed with it.
  const id = known?._id ?? (await insertFile(ctx, origin, { state: "loose", nextTryAt: null }));
  await keepPicture(id, picture);
  return { stored: id };
}

/** Stores the bytes and then says so in the document. A picture taken back in the meantime is not brought back. */
export async function keepPicture(
  id: string,
  picture: Exclude<Awaited<ReturnType<typeof normalisePicture>>, { refused: unknown }>,
): Promise<void> {
  await writeBytes(id, "thumbnail", picture.thumbnail);
  await writeBytes(id, "full", picture.full);
  const { type, width, height } = picture;
  const state = { $cond: [{ $eq: [{ $ifNull: ["$requestId", null] }, null] }, "loose", "attached"] };
  const fields = { type, width, height, size: picture.full.length, state, nextTryAt: null };
  const { matchedCount } = await FileModel.updateOne({ _id: id }, [{ $set: fields }], { updatePipeline: true });
  if (matchedCount === 0) await removeFile(id);
}

type KnownPhoto = Pick<FileDocument, "_id" | "size" | "state">;

/** The file of a message of LINE; null when it was never stored. */
export function photoOfMessage(messageId: string): Promise<KnownPhoto | null> {
  return FileModel.findOne({ lineMessageId: messageId }, { size: 1, state: 1 }).lean();
}

/** The file that came from there already; null when there is none. */
export async function photoFrom({ chatId, messageId, uploadId }: PhotoOrigin): Promise<KnownPhoto | null> {
  if (messageId) return photoOfMessage(messageId);
  return uploadId ? FileModel.findOne({ ownerChatId: chatId, uploadId }, { size: 1, state: 1 }).lean() : null;
}

/** @returns the id: of the file made here, or of the one that another process made for the same message or upload */
export async function insertFile(
  ctx: ServiceContext,
  origin: PhotoOrigin,
  standing: { state: "loose" | "wanted"; nextTryAt: Date | null },
): Promise<string> {
  const _id = ctx.newId();
  const { chatId, messageId, uploadId, name } = origin;
  const from = { ...(messageId ? { lineMessageId: messageId } : {}), ...(uploadId ? { uploadId } : {}), ...(name ? { name } : {}) };
  try {
    await FileModel.create([{ _id, ...from, ownerChatId: chatId, ...standing, createdAt: ctx.clock.now() }]);
    return _id;
  } catch (error) {
    const other = await photoFrom(origin);
    if (!other) throw error;
    return other._id;
  }
}
