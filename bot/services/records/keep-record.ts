import { createHash } from "node:crypto";
import type { ClientSession } from "mongoose";
import { inTransaction } from "#bot/platform/transaction.ts";
import { removeFile, writeBytes } from "#bot/services/files/picture-store.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { FileModel } from "#models/documents/file.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import type { ClaimedRecord } from "./claim-record.ts";

/** A request's paper of record. */
export type KeptRecord = { fileId: string; sha256: string; at: Date };

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/**
 * Keeps a document as the request's paper of record, for ever. The bytes go first, under a file that is removed like any loose one when
 * this process dies before the request names it: the record is then made again.
 * @returns null where the claim was lost meanwhile: what another process made stays
 */
export async function keepRecord(ctx: ServiceContext, claimed: ClaimedRecord, pdf: Uint8Array): Promise<KeptRecord | null> {
  const fileId = ctx.newId();
  const at = ctx.clock.now();
  const record: KeptRecord = { fileId, sha256: sha256(pdf), at };
  await FileModel.create([{ _id: fileId, state: "loose", kind: "record", type: "application/pdf", size: pdf.length, createdAt: at }]);
  await writeBytes(fileId, "full", pdf);
  const isKept = await inTransaction((session) => nameRecord(claimed, record, session));
  if (!isKept) await removeFile(fileId);
  return isKept ? record : null;
}

async function nameRecord({ requestId, until }: ClaimedRecord, record: KeptRecord, session: ClientSession): Promise<boolean> {
  const { matchedCount } = await RequestModel.updateOne(
    { _id: requestId, "record.state": "wanted", "record.at": until },
    {
      $set: { "record.state": "made", "record.fileId": record.fileId, "record.sha256": record.sha256, "record.at": record.at },
      $unset: { "record.decided": 1 },
    },
    { session },
  );
  if (matchedCount === 0) return false;
  await FileModel.updateOne({ _id: record.fileId }, { $set: { state: "attached", requestId } }, { session });
  return true;
}
