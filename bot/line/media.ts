import { setTimeout as wait } from "node:timers/promises";
import type { Dispatcher, Pool } from "undici";
import type { LineLog } from "./client/config.ts";
import type { TokenSource } from "./client/token.ts";

/** What became of a picture that a person sent. `unavailable`: later may help; `gone`: never again. */
export type FetchedContent =
  | { kind: "bytes"; bytes: Buffer; type: string }
  | { kind: "preparing" }
  | { kind: "gone" }
  | { kind: "too-big" }
  | { kind: "unavailable" };

export type FetchLimits = {
  /** how long content that LINE still prepares (202) is asked for again */
  preparingMs?: number;
  maxBytes?: number;
  /** for one download */
  timeoutMs?: number;
};

export type FetchContent = (messageId: string, limits?: FetchLimits) => Promise<FetchedContent>;

/** LINE's largest picture. */
const tenMegabytes = 10 * 1024 * 1024;
const firstPauseMs = 150;

type Answered = Dispatcher.ResponseData;

/** Ends the answer without reading it; its late errors concern nobody. */
function discard({ body }: Answered): void {
  body.on("error", () => {});
  body.destroy();
}

async function readBody(answer: Answered, maxBytes: number): Promise<FetchedContent> {
  const type = String(answer.headers["content-type"] ?? "application/octet-stream");
  if (Number(answer.headers["content-length"] ?? 0) > maxBytes) {
    discard(answer);
    return { kind: "too-big" };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer.body) {
    const part = chunk as Buffer;
    size += part.length;
    // Leaving the loop destroys the stream.
    if (size > maxBytes) return { kind: "too-big" };
    chunks.push(part);
  }
  return size === 0 ? { kind: "unavailable" } : { kind: "bytes", bytes: Buffer.concat(chunks, size), type };
}

async function readAnswer(answer: Answered, maxBytes: number): Promise<FetchedContent> {
  if (answer.statusCode === 200) return readBody(answer, maxBytes);
  discard(answer);
  if (answer.statusCode === 202) return { kind: "preparing" };
  return { kind: answer.statusCode === 404 || answer.statusCode === 410 ? "gone" : "unavailable" };
}

/**
 * Fetches what people send, over a pool of its own. The SDK's getMessageContent would end the process when the
 * connection drops midway and takes 202 for an empty file.
 */
export function openMedia(pool: Pool, tokens: TokenSource, log: LineLog): FetchContent {
  async function ask(messageId: string, timeoutMs: number, isSecond = false): Promise<{ answer: Answered }> {
    const token = await tokens.get();
    const answer = await pool.request({
      method: "GET",
      path: `/v2/bot/message/${encodeURIComponent(messageId)}/content`,
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (answer.statusCode !== 401 || isSecond || !tokens.drop(token)) return { answer };
    discard(answer);
    return ask(messageId, timeoutMs, true);
  }

  async function once(messageId: string, maxBytes: number, timeoutMs: number): Promise<FetchedContent> {
    try {
      const { answer } = await ask(messageId, timeoutMs);
      return await readAnswer(answer, maxBytes);
    } catch (error) {
      log.warn({ messageId, cause: error instanceof Error ? error.message : String(error) }, "content not fetched from LINE");
      return { kind: "unavailable" };
    }
  }

  return async (messageId, { preparingMs = 2_500, maxBytes = tenMegabytes, timeoutMs = 8_000 } = {}) => {
    const until = performance.now() + preparingMs;
    for (let pause = firstPauseMs; ; pause *= 2) {
      const fetched = await once(messageId, maxBytes, timeoutMs);
      if (fetched.kind !== "preparing" || performance.now() + pause > until) return fetched;
      await wait(pause);
    }
  };
}
