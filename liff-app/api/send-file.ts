import type { Answer, Contract, Sent } from "#models/contracts/contract.ts";
import { offline, readApiError, slow } from "./api-error.ts";
import { addressOf, type EndpointOf } from "./ask.ts";
import { renewSession } from "./session-end.ts";

/** Slow school Wi-Fi moves a picture of 300 kB within this, and a busy server goes through a list of thousands. Milliseconds. */
const timeLimitMs = 120_000;

type Given<C extends Contract> = Sent<C> & {
  bytes: Blob;
  /** how much has gone, 0 to 1 */
  tell: (share: number) => void;
  signal: AbortSignal;
};
type Anything = { params?: object; query?: object; bytes: Blob; tell: (share: number) => void; signal: AbortSignal };

/**
 * Sends a file to an endpoint that takes one, and tells how far it is. A session that ended is renewed once, unseen.
 * @throws ApiError
 */
export async function sendFile<C extends Contract>(endpoint: EndpointOf<C>, given: Given<C>): Promise<Answer<C>> {
  const [method = "put", path = "/"] = endpoint.split(" ");
  const first = await send(method, path, given);
  const answer = first.status === 401 && (await renewSession()) ? await send(method, path, given) : first;
  const body = parse(answer.text);
  if (answer.status < 200 || answer.status > 299) throw readApiError(answer.status, body);
  return body as Answer<C>;
}

/** XMLHttpRequest, because fetch does not tell how much of a body has gone. */
function send(method: string, path: string, given: Anything): Promise<{ status: number; text: string }> {
  const { params = {}, query = {}, bytes, tell, signal } = given;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method.toUpperCase(), addressOf(path, { params, query }));
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
