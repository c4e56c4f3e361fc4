import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import compression from "compression";
import express from "express";
import { apiRoute } from "#bot/api/api.route.ts";
import { openCardCodes } from "#bot/api/card-codes.ts";
import { liveWire } from "#bot/api/live-wire.ts";
import { pictureRoute } from "#bot/api/picture.route.ts";
import { openPrintLinks } from "#bot/api/print-links.ts";
import { openSessionTokens } from "#bot/api/session-token.ts";
import { pageUrl } from "#bot/line/render/link-maker.ts";
import { type Clock, systemClock } from "#bot/platform/clock.ts";
import type { Config } from "#bot/platform/config.ts";
import { systemIds } from "#bot/platform/ids.ts";
import { createLogger, type Logger } from "#bot/platform/logger.ts";
import { createMetrics } from "#bot/platform/metrics.ts";
import { openPrinter } from "#bot/print/open-printer.ts";
import { openSignedLinks } from "#bot/services/files/signed-links.ts";
import { openEventStore } from "#bot/services/inbox/store-events.ts";
import { openLive } from "#bot/services/live/open-live.ts";
import { webhookRoute } from "#bot/webhook/webhook.route.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { openCatalogue } from "#models/requests/open-catalogue.ts";
import { errorRoute } from "./error.route.ts";
import { healthRoute } from "./health.route.ts";
import { miniAppRoute } from "./mini-app.route.ts";
import { openDatabase } from "./open-database.ts";
import { openWorkers } from "./open-workers.ts";
import { readVersion } from "./version.ts";

export type ServerInput = {
  config: Config;
  /** everything that people can ask for */
  catalogue: RequestType[];
  log?: Logger;
  clock?: Clock;
  /** the folder of the built mini-app (npm run build); without it /liff/ says how to make it */
  miniApp?: string;
};

export type RunningServer = {
  /** http://127.0.0.1:port */
  url: string;
  /** resolves when /readyz is green; rejects when the database holds something this version cannot read */
  ready: Promise<void>;
  /** finishes what is begun, within 10 s, and closes every connection */
  close(): Promise<void>;
};

/** Turns under way are waited for so long before the rest is left to other processes. */
const finishWithinMs = 6_000;

/**
 * Starts the whole server. It listens at once: /healthz is green, /readyz turns green when the database is reachable, its
 * collections exist and the workers run; until then the webhook answers 503 and LINE comes again.
 */
export async function startServer({
  config,
  catalogue,
  log = createLogger({ level: config.logLevel }),
  clock = systemClock,
  miniApp,
}: ServerInput): Promise<RunningServer> {
  const metrics = createMetrics();
  const services = { catalogue: openCatalogue(catalogue), clock, newId: systemIds.next };
  const signedLinks = openSignedLinks(config.line.channelSecret);
  const printer = openPrinter({ log });
  const pageOf = (id: string) => pageUrl(config.line.liffId, { to: "request", id });
  const workers = openWorkers({ config, services, signedLinks, printer, pageOf, log, metrics });
  const store = openEventStore();
  const live = openLive({ services, log, wire: liveWire });
  const database = openDatabase({ config, services, log, metrics, onReady: workers.start });

  const app = express();
  app.disable("x-powered-by").set("trust proxy", config.trustProxy);
  app.use(healthRoute({ notReady: () => database.notReady(), metrics, metricsToken: config.metricsToken }));
  app.use(
    webhookRoute({
      channelSecret: config.line.channelSecret,
      log,
      now: () => clock.now().getTime(),
      admit: async () => database.isPrepared() && (await workers.turns.admit()),
      store: store.store,
      take: workers.turns.take,
      observe({ status, events, seconds }) {
        metrics.webhooks.inc({ status });
        metrics.events.inc(events);
        metrics.webhookSeconds.observe(seconds);
      },
    }),
  );
  app.use(pictureRoute(signedLinks, () => clock.now()));
  // A page of Thai is a quarter of its size; proxies that compress leave what is compressed alone. Streams say no-transform.
  app.use(["/api", "/liff"], compression());
  app.use(
    apiRoute({
      services,
      sessions: openSessionTokens(config.line.channelSecret),
      signedLinks,
      printLinks: openPrintLinks(config.line.channelSecret),
      cardCodes: openCardCodes(config.line.channelSecret),
      pageUrl: (page) => pageUrl(config.line.liffId, page),
      printer,
      log,
      liffId: config.line.liffId ?? null,
      pageOf,
      publicUrl: config.publicUrl,
      isHttps: config.publicUrl.startsWith("https://"),
      verifyIdToken: workers.verifyIdToken,
      onCommitted: workers.wake,
      live,
      chatUrl: workers.chatUrl,
      system: { version: readVersion(), startedAt: systemClock.now(), meter: workers.meter, jobs: workers.jobs },
    }),
  );
  app.use(miniAppRoute({ folder: miniApp, isRealLine: config.line.isRealLine }));
  app.use(errorRoute(log));

  const http = await listen(app, config.port);
  const { port } = http.address() as AddressInfo;
  if (!config.line.liffId) log.info("no LIFF_ID: the bot runs without links to the mini-app");
  log.info({ port }, "listening");
  return {
    url: `http://127.0.0.1:${port}`,
    ready: database.ready,
    async close() {
      http.close();
      live.close();
      http.closeIdleConnections();
      await Promise.all([workers.stop(finishWithinMs), printer.close(finishWithinMs)]);
      http.closeAllConnections();
      await database.close();
    },
  };
}

function listen(app: express.Express, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, (error?: Error) => (error ? reject(error) : resolve(server)));
  });
}
