import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Request, RequestHandler, Response } from "express";
import type { FaultKind } from "#scripts/simulator/faults.ts";
import type { Platform } from "#scripts/simulator/platform.ts";
import type { ApiCall } from "#scripts/simulator/types.ts";
import { type Answer, type ApiRequest, type Endpoint, refuse } from "./endpoint.ts";
import { sendBytes } from "./send-bytes.ts";

const rateLimited = () => refuse(429, "The API rate limit has been exceeded. Try again later.");
export const monthlyLimited = (): Answer => refuse(429, "You have reached your monthly limit.");
const unauthorised = (): Answer =>
  refuse(401, "Authentication failed. Confirm that the access token in the authorization header is valid.");

/** Faults that answer in the endpoint's place, without it having acted. */
function answerOf(fault: FaultKind | undefined): Answer | undefined {
  switch (fault?.kind) {
    case "server-error":
      return fault.acted === true ? undefined : refuse(500, "Internal server error");
    case "rate-limit":
      return rateLimited();
    case "monthly-limit":
      return monthlyLimited();
    case "unauthorised":
      return unauthorised();
    case "preparing":
      return { status: 202, json: {} };
    case "not-found":
      return refuse(404, "Not found");
    case "gone":
      return refuse(410, "Gone");
    default:
      return undefined;
  }
}

function isAuthorised({ tokens, login }: Platform, { auth }: Endpoint, request: Request): boolean {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (token === undefined) return false;
  if (auth === "user") return login.userTokens.read(token) !== undefined;
  return (auth === "login-channel" ? login.tokens : tokens).secondsLeft(token) !== undefined;
}

/** What LINE refuses before it looks at the request itself. */
function refusal(platform: Platform, endpoint: Endpoint, request: Request): Answer | undefined {
  if (endpoint.auth !== "none" && !isAuthorised(platform, endpoint, request)) return unauthorised();
  const hasStrayKey = request.headers["x-line-retry-key"] !== undefined && endpoint.takesRetryKey !== true;
  return hasStrayKey ? refuse(400, "The X-Line-Retry-Key header is not supported by this endpoint") : undefined;
}

function readRequest(request: Request, requestId: string): ApiRequest {
  const query = Object.fromEntries(new URL(request.originalUrl, "http://line").searchParams);
  const params = Object.fromEntries(Object.entries(request.params).map(([key, value]) => [key, String(value)]));
  return { params, query, header: (name) => request.header(name), body: request.body, requestId };
}

/** Whom the call is about, for faults that hit one recipient only; a reply is for the chat of its token. */
function targetOf({ replyTokens }: Platform, { params, body }: ApiRequest): string | undefined {
  const { to, replyToken } = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  if (typeof to === "string") return to;
  if (typeof replyToken === "string") return replyTokens.chatOf(replyToken);
  return params.messageId ?? params.userId;
}

function send(response: Response, answer: Answer, fault: FaultKind | undefined, requestId: string): Promise<void> | void {
  response.status(answer.status).set({ "x-line-request-id": requestId, ...answer.headers });
  if (answer.bytes !== undefined) return sendBytes(response, answer.bytes, fault);
  response.json(answer.json ?? {});
}

function describe(answer: Answer): Pick<ApiCall, "recipients" | "messages" | "cost" | "retryKey" | "replyToken" | "error"> {
  const { recipients = [], messages = 0, cost = 0, retryKey, replyToken } = answer.note ?? {};
  const error = answer.status >= 400 ? JSON.stringify(answer.json ?? {}) : undefined;
  return {
    recipients,
    messages,
    cost,
    ...(retryKey !== undefined && { retryKey }),
    ...(replyToken !== undefined && { replyToken }),
    ...(error !== undefined && { error }),
  };
}

/** Runs one endpoint behind the faults, the token check and the ledger. */
export function serve(platform: Platform, endpoint: Endpoint): RequestHandler {
  return async (request, response) => {
    const startedAt = performance.now();
    const requestId = randomUUID();
    const input = readRequest(request, requestId);
    const fault = platform.faults.take(endpoint.name, targetOf(platform, input));
    const record = (answer: Answer, outcome: ApiCall["outcome"]) =>
      platform.ledger.addCall({
        at: platform.clock().getTime(),
        endpoint: endpoint.name,
        method: request.method,
        path: request.path,
        status: answer.status,
        outcome,
        requestId,
        durationMs: Math.round(performance.now() - startedAt),
        ...describe(answer),
        ...(fault !== undefined && { fault: fault.kind }),
      });

    if (fault?.kind === "slow") await wait(fault.ms);
    if (fault?.kind === "reset-before") {
      record({ status: 0 }, "refused-connection");
      request.socket.resetAndDestroy();
      return;
    }
    const answer = refusal(platform, endpoint, request) ?? answerOf(fault) ?? (await endpoint.act(platform, input));
    if (fault?.kind === "reset-after") {
      record(answer, "lost");
      request.socket.resetAndDestroy();
      return;
    }
    if (fault?.kind === "server-error" && fault.acted === true) {
      record(answer, "lost");
      response.status(500).json({ message: "Internal server error" });
      return;
    }
    record(answer, "answered");
    if (fault?.kind === "slow-answer") await wait(fault.ms);
    await send(response, answer, fault, requestId);
  };
}
