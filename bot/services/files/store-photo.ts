import type { ServiceContext } from "#bot/services/service-context.ts";
import type { FileDocument } from "#models/documents/file.document.ts";
import { FileModel } from "#models/documents/file.document.ts";
import { normalisePicture, type PictureRefusal } from "./normalise-picture.ts";
import { removeFile, writeBytes } from "./picture-store.ts";

export type StoredPhoto = { stored: string } | { refused: PictureRefusal };

/** Whose a picture is, and the message of LINE it came with. */
export type PhotoOrigin = { chatId: string; messageId: string | null };

/**
 * Stores a picture, loose until a request takes it. One message's picture is stored once, however often it is asked for.
 * @param bytes as they came; checked and made anew here
 */
export async function storePhoto(ctx: ServiceContext, origin: PhotoOrigin, bytes: Uint8Array): Promise<StoredPhoto> {
  const known = origin.messageId ? await photoOfMessage(origin.messageId) : null;
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

/** The file of a message of LINE; null when it was never stored. */
export function photoOfMessage(messageId: string): Promise<Pick<FileDocument, "_id" | "size" | "state"> | null> {
  return FileModel.findOne({ lineMessageId: messageId }, { size: 1, state: 1 }).lean();
}

/** @returns the id: of the file made here, or of the one that another process made for the same message */
export async function insertFile(
  ctx: ServiceContext,
  origin: PhotoOrigin,
  standing: { state: "loose" | "wanted"; nextTryAt: Date | null },
): Promise<string> {
  const _id = ctx.newId();
  const message = origin.messageId ? { lineMessageId: origin.messageId } : {};
  try {
    await FileModel.create([{ _id, ...message, ownerChatId: origin.chatId, ...standing, createdAt: ctx.clock.now() }]);
    return _id;
  } catch (error) {
    const other = origin.messageId ? await photoOfMessage(origin.messageId) : null;
    if (!other) throw error;
    return other._id;
  }
}
