import { sendFile } from "#liff-app/api/send-file.ts";
import type { uploadDocument, uploadFile } from "#models/contracts/files.contract.ts";
import { documentBlob } from "./uploads-take.ts";

export type SentUpload = { id: string; thumbnail: string | null; name?: string; size?: number };

type Sending = { tell: (share: number) => void; signal: AbortSignal };

/**
 * Sends one picture's bytes and tells how far it is (0 to 1). The same upload id again gives the same file.
 * @throws ApiError
 */
export function sendPicture(uploadId: string, bytes: Blob, sending: Sending): Promise<SentUpload> {
  return sendFile<typeof uploadFile>("put /files/:uploadId", { params: { uploadId }, bytes, ...sending });
}

/**
 * Sends a document, or a picture among documents, under its name.
 * @throws ApiError
 */
export function sendDocument(uploadId: string, name: string, bytes: Blob, sending: Sending): Promise<SentUpload> {
  return sendFile<typeof uploadDocument>("put /documents/:uploadId", {
    params: { uploadId },
    query: { name },
    bytes: documentBlob(bytes),
    ...sending,
  });
}
