import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import { controlApi } from "./api/control-api.ts";
import { lineApi } from "./api/line-api.ts";
import { phonesApi } from "./api/phones-api.ts";
import { buildPhones } from "./build-phones.ts";
import { startProxies } from "./mini-app/start-proxies.ts";
import { createOperations, type Operations } from "./operations.ts";
import { createPlatform, type Platform, type SimulatorOptions } from "./platform.ts";

export type { SimulatorOptions } from "./platform.ts";

/** A running simulator. `url` is both LINE_API_BASE_URL and LINE_DATA_API_BASE_URL. */
export interface Simulator extends Operations {
  url: string;
  port: number;
  platform: Platform;
  stop(): Promise<void>;
}

/** The page loads nothing from other hosts; pictures in messages come from the bot, which runs on loopback too. */
const loopback = "http://127.0.0.1:* http://localhost:* http://*.localhost:*";
const contentSecurityPolicy = [
  "default-src 'self'",
  `img-src 'self' data: blob: ${loopback}`,
  `media-src 'self' ${loopback}`,
  `frame-src 'self' ${loopback}`,
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

async function phonesPage(): Promise<express.RequestHandler> {
  return express.static(await buildPhones(), {
    setHeaders: (response) => void response.setHeader("content-security-policy", contentSecurityPolicy),
  });
}

/** Starts a LINE platform of our own for one channel, on a free port unless one is given. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { host = "127.0.0.1", port: wanted = 0 } = options;
  const platform = createPlatform(options);
  for (const { userId, name } of options.personas ?? []) platform.chats.addUser({ userId, displayName: name });
  const operations = createOperations(platform);

  const app = express().disable("x-powered-by").disable("etag");
  app.use(lineApi(platform));
  app.use(controlApi(operations));
  app.use(phonesApi(platform));
  if (options.phones) app.use(await phonesPage());
  const server = app.listen(wanted, host);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://${host}:${port}`;
  // Next to its own, past the bot's, which the demo puts in between.
  const firstPort = wanted === 0 ? 0 : wanted + 2;
  const stopProxies = options.phones ? await startProxies({ platform, lineUrl: url, firstPort }) : async () => {};

  return {
    ...operations,
    url,
    port,
    platform,
    async stop() {
      await platform.webhook.close();
      await stopProxies();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await platform.ledger.close();
    },
  };
}
