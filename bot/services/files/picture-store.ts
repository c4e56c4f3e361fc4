import mongoose from "mongoose";
import { FileModel } from "#models/documents/file.document.ts";

export type PictureSize = "full" | "thumbnail";

/** Bytes are in GridFS under the file's own id, its thumbnail beside it. */
function bucket() {
  const { db } = mongoose.connection;
  if (!db) throw new Error("The database is not connected");
  return new mongoose.mongo.GridFSBucket(db, { bucketName: "pictures" });
}

const nameOf = (id: string, size: PictureSize) => `${id}/${size}`;

/** Stores the bytes of a picture, whole. */
export async function writeBytes(id: string, size: PictureSize, bytes: Uint8Array): Promise<void> {
  const upload = bucket().openUploadStream(nameOf(id, size));
  await new Promise<void>((resolve, reject) => {
    upload.once("finish", () => resolve());
    upload.once("error", reject);
    upload.end(bytes);
  });
}

/** The bytes of a picture; null where there are none (any more). */
export async function readBytes(id: string, size: PictureSize): Promise<Buffer | null> {
  const [stored] = await bucket()
    .find({ filename: nameOf(id, size) })
    .sort({ uploadDate: -1 })
    .limit(1)
    .toArray();
  if (!stored) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of bucket().openDownloadStream(stored._id)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Removes a file with its bytes. */
export async function removeFile(id: string): Promise<void> {
  await FileModel.deleteOne({ _id: id });
  await removeBytes(id);
}

/** Removes the bytes of a picture and of its thumbnail. */
export async function removeBytes(id: string): Promise<void> {
  const names = [nameOf(id, "full"), nameOf(id, "thumbnail")];
  for await (const { _id } of bucket().find({ filename: { $in: names } })) await bucket().delete(_id);
}
