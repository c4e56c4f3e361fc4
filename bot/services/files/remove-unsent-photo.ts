import { FileModel } from "#models/documents/file.document.ts";
import { removeFile } from "./picture-store.ts";

/** Removes the picture of a message that was taken back, unless a request holds it: what was submitted is the report. */
export async function removeUnsentPhoto(lineMessageId: string): Promise<void> {
  const file = await FileModel.findOne({ lineMessageId, requestId: null }, { _id: 1 }).lean();
  if (file) await removeFile(file._id);
}
