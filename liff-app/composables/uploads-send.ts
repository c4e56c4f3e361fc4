import { offline, readApiError, slow } from "#liff-app/api/api-error.ts";
import { addressOf } from "#liff-app/api/ask.ts";
import { renewSession } from "#liff-app/api/session-end.ts";

/** Slow school Wi-Fi moves a picture of 300 kB within this. Milliseconds. */
const timeLimitMs = 120_000;

export type SentPicture = { id: string; thumbnail: string };

/**
 * Sends one picture's bytes and tells how far it is (0 to 1). The same upload id again gives the same file.
 * @throws ApiError
 */
export async function sendPicture(
  uploadId: string,
  bytes: Blob,
  { tell, signal }: { tell: (share: number) => void; signal: AbortSignal },
): Promise<SentPicture> {
  const first = await put(uploadId, bytes, tell, signal);
  const answer = first.status === 401 && (await renewSession()) ? await put(uploadId, bytes, tell, signal) : first;
  const body: unknown = parse(answer.text);
  if (answer.status < 200 || answer.status > 299) throw readApiError(answer.status, body);
  return body as SentPicture;
}

/** XMLHttpRequest, because fetch does not tell how much of a body has gone. */
function put(uploadId: string, bytes: Blob, tell: (share: number) => void, signal: AbortSignal): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", addressOf("/files/:uploadId", { params: { uploadId } }));
    request.timeout = timeLimitMs;
    request.setRequestHeader("content-type", bytes.type || "application/octet-stream");
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => tell(lengthComputable ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(offline());
    request.ontimeout = () => reject(slow());
    request.onabort = () => reject(offline());
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(bytes);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
