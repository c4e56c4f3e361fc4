import { HTTPFetchError, LineBotClient } from "@line/bot-sdk";
import type { LineConfig, LineLog } from "./config.ts";
import type { Answer } from "./outcome.ts";
import { errorMessage } from "./outcome.ts";
import { callTimeoutMs, withinTime } from "./time-limit.ts";
import type { TokenSource } from "./token.ts";

/** Puts a question to LINE through the SDK. Never throws. `what` names the call in the log. */
export type Ask = <T>(what: string, call: (client: LineBotClient) => Promise<T>, timeoutMs?: number) => Promise<Answer<T>>;

function refusal(error: unknown): Extract<Answer<never>, { ok: false }> {
  if (!(error instanceof HTTPFetchError)) {
    return { ok: false, status: null, message: error instanceof Error ? error.message : String(error), retryable: true };
  }
  return { ok: false, status: error.status, message: errorMessage(error.body), retryable: error.status === 429 || error.status >= 500 };
}

/** The SDK's client is bound to one token and is made anew with each. */
export function openAsk(config: LineConfig, tokens: TokenSource, log: LineLog): Ask {
  let bound: { token: string; client: LineBotClient } | null = null;

  function clientFor(token: string): LineBotClient {
    if (bound?.token === token) return bound.client;
    const client = LineBotClient.fromChannelAccessToken({
      channelAccessToken: token,
      apiBaseURL: config.apiBaseUrl,
      dataApiBaseURL: config.dataApiBaseUrl,
    });
    bound = { token, client };
    return client;
  }

  async function attempt<T>(call: (client: LineBotClient) => Promise<T>, timeoutMs: number, isSecond: boolean): Promise<T> {
    const token = await tokens.get();
    try {
      return await withinTime(call(clientFor(token)), timeoutMs);
    } catch (error) {
      if (!isSecond && error instanceof HTTPFetchError && error.status === 401 && tokens.drop(token)) return attempt(call, timeoutMs, true);
      throw error;
    }
  }

  return async (what, call, timeoutMs = callTimeoutMs) => {
    try {
      return { ok: true, value: await attempt(call, timeoutMs, false) };
    } catch (error) {
      const requestId = error instanceof HTTPFetchError ? error.headers.get("x-line-request-id") : null;
      const refused = refusal(error);
      log.warn({ what, status: refused.status, message: refused.message, requestId }, "a call of LINE failed");
      return refused;
    }
  };
}
