import { createHmac } from "node:crypto";
import { Agent, request } from "undici";
import type { Ledger } from "./ledger.ts";
import type { ReplyTokens } from "./reply-tokens.ts";
import type { AttemptStatus, Channel, LineEvent, SentEvent } from "./types.ts";

/** LINE counts a webhook that takes longer as `request_timeout`. */
export const webhookTimeoutMs = 2000;

export interface Redelivery {
  /** How often an unacknowledged webhook is sent again. */
  attempts: number;
  intervalMs: number;
}

export interface WebhookSender {
  url: string | undefined;
  /** Sends events in one request. Resolves after the first attempt, whatever came of it; redelivery goes on by itself. */
  send(chatId: string | undefined, events: LineEvent[]): Promise<SentEvent[]>;
  /** Sends a recorded event once more, as LINE's duplicates and redeliveries do. */
  repeat(sent: SentEvent, isRedelivery: boolean): Promise<AttemptStatus>;
  post(body: string, signature?: string): Promise<AttemptStatus>;
  /** Settles when no event is waiting for its acknowledgement any more. */
  drained(): Promise<void>;
  close(): Promise<void>;
}

interface Parts {
  channel: Channel;
  url: string | undefined;
  redelivery: Redelivery;
  timeoutMs: number;
  ledger: Ledger;
  replyTokens: ReplyTokens;
  clock: () => Date;
}

/** The signature of a webhook body: base64 of its HMAC-SHA256 under the channel secret. */
export const signatureOf = (secret: string, body: string): string => createHmac("sha256", secret).update(body).digest("base64");

const isAcknowledged = (status: AttemptStatus): boolean => typeof status === "number" && status >= 200 && status < 300;

/** Posts signed events to the bot, in order per chat, and again while they are not acknowledged. */
export function createWebhookSender({ channel, url, redelivery, timeoutMs, ledger, replyTokens, clock }: Parts): WebhookSender {
  const agent = new Agent({ connections: null, headersTimeout: timeoutMs, bodyTimeout: timeoutMs, connect: { timeout: timeoutMs } });
  const lastOfChat = new Map<string, Promise<unknown>>();
  const timers = new Set<NodeJS.Timeout>();
  const waiting = new Set<SentEvent>();
  const drainWaiters = new Set<() => void>();
  let isClosed = false;

  async function post(body: string, signature = signatureOf(channel.secret, body)): Promise<AttemptStatus> {
    if (sender.url === undefined) return "could_not_connect";
    const headers = {
      "content-type": "application/json; charset=utf-8",
      "user-agent": "LineBotWebhook/2.0",
      "x-line-signature": signature,
    };
    try {
      const response = await request(sender.url, {
        method: "POST",
        body,
        headers,
        dispatcher: agent,
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body.dump();
      return response.statusCode;
    } catch (error) {
      const isTimeout = error instanceof Error && /Timeout/.test(error.name);
      return isTimeout ? "request_timeout" : "could_not_connect";
    }
  }

  async function attempt(sent: SentEvent[], isRedelivery: boolean): Promise<AttemptStatus> {
    const at = clock().getTime();
    const startedAt = performance.now();
    for (const { event } of sent) {
      event.deliveryContext = { isRedelivery };
      if (event.replyToken !== undefined) replyTokens.received(event.replyToken);
    }
    const status = await post(JSON.stringify({ destination: channel.botUserId, events: sent.map((one) => one.event) }));
    const durationMs = Math.round(performance.now() - startedAt);
    for (const one of sent) one.attempts.push({ at, status, durationMs });
    return status;
  }

  function settle(sent: SentEvent[], state: SentEvent["state"]): void {
    for (const one of sent) {
      one.state = state;
      if (state !== "waiting") waiting.delete(one);
      ledger.eventChanged(one);
    }
    if (waiting.size > 0) return;
    for (const resolve of drainWaiters) resolve();
    drainWaiters.clear();
  }

  async function deliver(sent: SentEvent[], isRedelivery: boolean): Promise<void> {
    if (isClosed) return;
    const status = await attempt(sent, isRedelivery);
    if (isAcknowledged(status)) return settle(sent, "acknowledged");
    const tries = sent[0]?.attempts.length ?? 0;
    if (isClosed || tries > redelivery.attempts) return settle(sent, "given-up");
    settle(sent, "waiting");
    const timer = setTimeout(() => {
      timers.delete(timer);
      void deliver(sent, true);
    }, redelivery.intervalMs);
    timers.add(timer);
  }

  const sender: WebhookSender = {
    url,
    post,
    async send(chatId, events) {
      const at = clock().getTime();
      const sent = events.map((event) => ledger.addEvent({ at, chatId, event, attempts: [], state: "waiting" }));
      for (const one of sent) waiting.add(one);
      const before = (chatId === undefined ? undefined : lastOfChat.get(chatId)) ?? Promise.resolve();
      const turn = before.then(() => deliver(sent, false));
      if (chatId !== undefined) lastOfChat.set(chatId, turn);
      await turn;
      return sent;
    },
    repeat: (sent, isRedelivery) => attempt([sent], isRedelivery),
    drained: () => (waiting.size === 0 ? Promise.resolve() : new Promise((resolve) => void drainWaiters.add(resolve))),
    async close() {
      isClosed = true;
      for (const timer of timers) clearTimeout(timer);
      await agent.destroy();
    },
  };
  return sender;
}
