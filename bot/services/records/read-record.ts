import { readBytes } from "#bot/services/files/picture-store.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { sha256 } from "./keep-record.ts";

/**
 * The paper of record of a request, byte for byte as it was kept; null where none is made (yet). Whoever asks has made sure that the
 * request may be seen.
 * @throws when the stored bytes are gone or not those that were kept: somebody has been at the database
 */
export async function readRecord(requestId: string): Promise<Buffer | null> {
  const request = await RequestModel.findById(requestId, { record: 1 }).lean();
  const record = request?.record;
  if (record?.state !== "made" || !record.fileId) return null;
  const bytes = await readBytes(record.fileId, "full");
  if (!bytes) throw new Error(`the paper of record of request ${requestId} is gone: file ${record.fileId}`);
  if (sha256(bytes) !== record.sha256) throw new Error(`the paper of record of request ${requestId} is not what was kept`);
  return bytes;
}
