import type { messagingApi } from "@line/bot-sdk";
import type { Pool } from "undici";
import type { LineLog } from "./config.ts";
import type { SendOutcome } from "./outcome.ts";
import { outcomeOf } from "./outcome.ts";
import type { HttpAnswer } from "./post.ts";
import { post } from "./post.ts";
import { callTimeoutMs } from "./time-limit.ts";
import type { TokenSource } from "./token.ts";

type Messages = readonly messagingApi.Message[];

/** The two calls of every turn. Neither throws: what became of the message is data. */
export type Sender = {
  reply(replyToken: string, messages: Messages): Promise<SendOutcome>;
  /** `retryKey` is a UUID that stays the message's own from the first attempt on (LINE keeps it 24 h). */
  push(to: string, messages: Messages, retryKey: string): Promise<SendOutcome>;
};

export type SenderDeps = { pool: Pool; tokens: TokenSource; log: LineLog; timeoutMs?: number };

const nothingToSend: SendOutcome = { kind: "refused", status: 0, message: "nothing to send", invalidToken: false };

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? ` (${String(error.code)})` : "";
  return `${error.message}${code}`;
}

function headerOf(answer: HttpAnswer, name: string): string | undefined {
  const value = answer.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

export function openSender({ pool, tokens, log, timeoutMs = callTimeoutMs }: SenderDeps): Sender {
  let headers: { token: string; list: string[] } = { token: "", list: [] };

  /** The same array for every call of a token. */
  function headersFor(token: string): string[] {
    if (headers.token !== token) headers = { token, list: ["authorization", `Bearer ${token}`, "content-type", "application/json"] };
    return headers.list;
  }

  async function attempt(path: string, body: string, retryKey: string | undefined, isSecond: boolean): Promise<HttpAnswer> {
    const got = tokens.get();
    const token = typeof got === "string" ? got : await got;
    const common = headersFor(token);
    const answer = await post(pool, path, retryKey === undefined ? common : [...common, "x-line-retry-key", retryKey], body, timeoutMs);
    if (answer.status === 401 && !isSecond && tokens.drop(token)) return attempt(path, body, retryKey, true);
    return answer;
  }

  async function send(path: string, body: string, retryKey?: string): Promise<SendOutcome> {
    try {
      const answer = await attempt(path, body, retryKey, false);
      const outcome = outcomeOf(answer.status, answer.body, headerOf(answer, "retry-after"));
      // Never the bodies: they are what people said.
      const requestId = headerOf(answer, "x-line-request-id");
      if (answer.status >= 300) log.warn({ path, status: answer.status, outcome: outcome.kind, requestId }, "LINE did not answer 200");
      else log.debug({ path, requestId }, "sent to LINE");
      return outcome;
    } catch (error) {
      const cause = reasonOf(error);
      log.warn({ path, cause }, "LINE could not be reached");
      return { kind: "unknown", cause };
    }
  }

  return {
    async reply(replyToken, messages) {
      if (messages.length === 0) return nothingToSend;
      const body = `{"replyToken":${JSON.stringify(replyToken)},"messages":${JSON.stringify(messages)}}`;
      return send("/v2/bot/message/reply", body);
    },
    async push(to, messages, retryKey) {
      if (messages.length === 0) return nothingToSend;
      const body = `{"to":${JSON.stringify(to)},"messages":${JSON.stringify(messages)}}`;
      return send("/v2/bot/message/push", body, retryKey);
    },
  };
}
