import express, { type ErrorRequestHandler, type RequestHandler, Router } from "express";
import type { Platform } from "#scripts/simulator/platform.ts";
import { botEndpoints } from "./bot.ts";
import { contentEndpoints } from "./content.ts";
import type { Endpoint } from "./endpoint.ts";
import { liffAppEndpoints } from "./liff-apps.ts";
import { loginEndpoints } from "./login.ts";
import { aliasEndpoints } from "./rich-menu-aliases.ts";
import { richMenuEndpoints } from "./rich-menus.ts";
import { sendingEndpoints } from "./sending.ts";
import { serve } from "./serve.ts";
import { tokenEndpoints } from "./tokens.ts";

/** A request body is at most 2 MB; pictures of rich menus are counted by their own endpoint. */
const readers = {
  json: express.json({ limit: "2mb", type: () => true }),
  form: express.urlencoded({ extended: false }),
  bytes: express.raw({ limit: "4mb", type: () => true }),
};

/** Aliases first: `/richmenu/alias/list` must not be taken for a menu. */
export const endpoints: Endpoint[] = [
  ...sendingEndpoints,
  ...contentEndpoints,
  ...tokenEndpoints,
  ...botEndpoints,
  ...loginEndpoints,
  ...liffAppEndpoints,
  ...aliasEndpoints,
  ...richMenuEndpoints,
];

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const brokenBody: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const status = isObject(error) && "status" in error && typeof error.status === "number" ? error.status : 500;
  const message =
    status === 413 ? "Payload Too Large" : status < 500 ? "The request body could not be read as JSON" : "Internal server error";
  response.status(status).json({ message });
};

/** A page on any origin may ask, as at LINE. */
const anyOrigin = { "access-control-allow-origin": "*", "access-control-allow-headers": "*", "access-control-allow-methods": "*" };
const allowAnyOrigin: RequestHandler = (_request, response, next) => {
  response.set(anyOrigin);
  next();
};

/** The Messaging API, its data host, LINE Login and the token endpoints, on one origin. */
export function lineApi(platform: Platform): Router {
  const router = Router();
  for (const endpoint of endpoints) {
    const reader = endpoint.body === undefined ? [] : [readers[endpoint.body]];
    const sharing = endpoint.isForBrowsers ? [allowAnyOrigin] : [];
    if (endpoint.isForBrowsers) router.options(endpoint.path, allowAnyOrigin, (_request, response) => void response.status(204).end());
    router[endpoint.method](endpoint.path, ...sharing, ...reader, serve(platform, endpoint));
  }
  router.use(
    ["/v2", "/oauth2", "/liff/v1", "/liff/v2", "/friendship"],
    (_request, response) => void response.status(404).json({ message: "Not found" }),
  );
  router.use(brokenBody);
  return router;
}
