import type { ClientSession } from "mongoose";
import { invalid } from "#bot/platform/errors.ts";
import { readBytes } from "#bot/services/files/picture-store.ts";
import { FileModel } from "#models/documents/file.document.ts";

let kept: { id: string; bytes: Buffer } | null = null;

/** The office's emblem as it goes on paper, 800 pixels at most; null where it is gone. Kept in the process: every sheet has it. */
export async function readEmblem(id: string): Promise<Buffer | null> {
  if (kept?.id === id) return kept.bytes;
  const bytes = await readBytes(id, "thumbnail");
  kept = bytes && { id, bytes };
  return bytes;
}

/**
 * Makes an uploaded picture the office's emblem: it is kept from now on.
 * @throws AppError not_a_picture where there is none of that id, or a request has it
 */
export async function keepEmblem(id: string, session: ClientSession): Promise<void> {
  const { matchedCount } = await FileModel.updateOne(
    { _id: id, requestId: null, width: { $gt: 0 }, $or: [{ kind: "emblem" }, { state: "loose" }] },
    { $set: { state: "attached", kind: "emblem", keepUntil: null } },
    { session },
  );
  if (matchedCount === 0) throw invalid("not_a_picture", "ไม่พบรูปตราของสำนักงานค่ะ เลือกไฟล์รูปอีกครั้งนะคะ");
}
