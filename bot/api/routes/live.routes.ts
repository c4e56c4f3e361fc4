import type { Response } from "express";
import { ApiError } from "#bot/api/api-error.ts";
import { liveOpening } from "#bot/api/live-wire.ts";
import type { Api } from "#bot/api/serve.ts";
import { readSession } from "#bot/api/session-cookie.ts";
import { readCaller } from "#bot/services/people/read-caller.ts";
import { livePath } from "#models/contracts/live.contract.ts";

/** A page that reads nothing (asleep, or behind a dead network) is not written to without end. Bytes. */
const mostUnread = 64_000;

/** GET /live: which requests changed, for as long as the page and the session last. A stream, so not served like the rest. */
export function liveRoutes({ router, deps }: Api): void {
  router.get(livePath, async (request, response) => {
    if (request.method === "HEAD") return void response.set("allow", "GET").status(405).end();
    const lineUserId = readSession(deps, request);
    if (!lineUserId) throw new ApiError("no_session");
    const { actor } = await readCaller(deps.services, lineUserId);
    if (!actor) throw new ApiError("not_registered");
    if (response.closed) return;
    openStream(response);
    const leave = deps.live.join(
      {
        lineUserId,
        isOver: () => readSession(deps, request) === null,
        send: (bytes) => {
          response.write(bytes);
          return response.writableLength < mostUnread;
        },
        end: () => void response.end(),
      },
      actor,
    );
    response.once("close", leave);
  });
}

function openStream(response: Response): void {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    // Proxies may neither keep, compress nor gather it.
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
  response.write(liveOpening);
}
