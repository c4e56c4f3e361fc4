import { type Response, Router } from "express";
import type { LedgerEvents } from "#scripts/simulator/ledger.ts";
import type { Platform } from "#scripts/simulator/platform.ts";
import { phoneState, simulatorState } from "./phones-state.ts";

/** Proxies close silent streams; a comment now and then keeps this one open. */
const heartbeatMs = 20_000;

type Send = (event: string, data: object) => void;

/** What each entry of the ledger means for the phones. */
function listeners(platform: Platform, send: Send): { [Name in keyof LedgerEvents]: (...entry: LedgerEvents[Name]) => void } {
  const personas = (platform.options.personas ?? []).map((persona) => persona.userId);
  const meter = () => ({ used: platform.quota.used(), limit: platform.quota.limit });
  return {
    call: (call) => send("call", { call, meter: meter() }),
    event: () => {},
    message: (message) => {
      if (personas.includes(message.chatId)) send("message", message);
    },
    loading: (loading) => send("loading", loading),
    chat: ({ chatId }) => {
      const touched = chatId === "*" ? personas : personas.filter((userId) => userId === chatId);
      for (const userId of touched) send("phone", { ...phoneState(platform, userId), messages: [] });
    },
  };
}

function stream(platform: Platform, response: Response): void {
  response.set({ "content-type": "text/event-stream", "cache-control": "no-store, no-transform" });
  response.flushHeaders();
  const send: Send = (event, data) => void response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const { bus } = platform.ledger;
  const { call, message, loading, chat } = listeners(platform, send);
  bus.on("call", call).on("message", message).on("loading", loading).on("chat", chat);
  const heartbeat = setInterval(() => response.write(":\n\n"), heartbeatMs);
  response.on("close", () => {
    clearInterval(heartbeat);
    bus.off("call", call).off("message", message).off("loading", loading).off("chat", chat);
  });
}

function sendFile(response: Response, file: { bytes: Buffer; contentType: string } | undefined): void {
  if (file === undefined) response.status(404).end();
  else response.set({ "content-type": file.contentType, "x-content-type-options": "nosniff" }).end(file.bytes);
}

/** What the phones in the browser read: the state, its changes, and the pictures. */
export function phonesApi(platform: Platform): Router {
  const router = Router();
  router.get("/simulator/state", (_request, response) => void response.json(simulatorState(platform)));
  router.get("/simulator/live", (_request, response) => stream(platform, response));
  router.get("/simulator/content/:messageId", (request, response) => {
    sendFile(response, platform.contents.get(String(request.params.messageId)));
  });
  router.get("/simulator/rich-menus/:richMenuId", (request, response) => {
    sendFile(response, platform.richMenus.menus.get(String(request.params.richMenuId))?.image);
  });
  return router;
}
