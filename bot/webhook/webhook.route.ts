import express, { type NextFunction, type Request, type Response, type Router } from "express";
import { isWebhookBody, parseWebhook } from "#bot/line/webhook/parse-events.ts";
import { verifySignature } from "#bot/line/webhook/verify-signature.ts";
import type { Logger } from "#bot/platform/logger.ts";
import type { ChatEvent } from "#bot/services/inbox/chat-event.ts";
import { toChatEvent } from "./to-chat-event.ts";

export type WebhookDeps = {
  channelSecret: string;
  log: Logger;
  now(): number;
  /** room for more, or false after a bounded wait */
  admit(): Promise<boolean>;
  /** durable storage; resolves with the events that are new */
  store(events: ChatEvent[]): Promise<ChatEvent[]>;
  /** stored events, for their turns */
  take(events: ChatEvent[]): void;
  observe(answer: { status: number; events: number; seconds: number }): void;
};

/** Largest body that LINE may send us. */
const largestBody = "1mb";
/** LINE gives up after 2 s; what is not stored by then gets 503, and LINE comes again. Milliseconds. */
const storeWithinMs = 1_500;

/** POST /webhook: signature, then stored, then 200. Nothing is acknowledged before it is durable. */
export function webhookRoute(deps: WebhookDeps): Router {
  const router = express.Router();
  router.post("/webhook", express.raw({ type: () => true, limit: largestBody }), async (request: Request, response: Response) => {
    const started = performance.now();
    const { status, events } = await receive(deps, request);
    response.status(status).end();
    deps.observe({ status, events, seconds: (performance.now() - started) / 1_000 });
  });
  router.use("/webhook", (error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const status = statusOf(error);
    if (status === null) return next(error);
    deps.log.warn({ status }, "webhook body refused");
    response.status(status).end();
  });
  return router;
}

async function receive(deps: WebhookDeps, request: Request): Promise<{ status: number; events: number }> {
  const body: Buffer = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (!verifySignature(body, request.get("x-line-signature"), deps.channelSecret)) {
    deps.log.warn({ bytes: body.length, ip: request.ip }, "webhook with a wrong signature");
    return { status: 401, events: 0 };
  }
  const events = readEvents(body, deps.now());
  if (!events) {
    deps.log.warn({ bytes: body.length }, "webhook with a right signature that cannot be read");
    return { status: 400, events: 0 };
  }
  if (events.length === 0) return { status: 200, events: 0 };
  return { status: await keep(deps, events), events: events.length };
}

function readEvents(body: Buffer, receivedAt: number): ChatEvent[] | null {
  try {
    const read: unknown = JSON.parse(body.toString("utf8"));
    if (!isWebhookBody(read)) return null;
    return parseWebhook(read).flatMap((event) => toChatEvent(event, receivedAt) ?? []);
  } catch {
    return null;
  }
}

async function keep(deps: WebhookDeps, events: ChatEvent[]): Promise<200 | 503> {
  if (!(await deps.admit())) return 503;
  try {
    // Taken when stored, also when that came too late for this answer: LINE's second try is then known already.
    await within(storeWithinMs, deps.store(events).then(deps.take));
    return 200;
  } catch (error) {
    deps.log.error({ err: error, events: events.length }, "events could not be stored; LINE will send them again");
    return 503;
  }
}

/** Rejects when the promise takes longer. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not stored within ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** body-parser's errors: too large (413), broken transfer (400). */
function statusOf(error: unknown): number | null {
  if (typeof error !== "object" || error === null || !("status" in error)) return null;
  return error.status === 413 ? 413 : error.status === 400 ? 400 : null;
}
