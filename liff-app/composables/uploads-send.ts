import { sendFile } from "#liff-app/api/send-file.ts";
import type { uploadFile } from "#models/contracts/files.contract.ts";

export type SentPicture = { id: string; thumbnail: string };

/**
 * Sends one picture's bytes and tells how far it is (0 to 1). The same upload id again gives the same file.
 * @throws ApiError
 */
export function sendPicture(
  uploadId: string,
  bytes: Blob,
  { tell, signal }: { tell: (share: number) => void; signal: AbortSignal },
): Promise<SentPicture> {
  return sendFile<typeof uploadFile>("put /files/:uploadId", { params: { uploadId }, bytes, tell, signal });
}
