import { openRunner } from "#bot/conversation/open-runner.ts";
import { officeSweeps } from "#bot/jobs/office-sweeps.ts";
import { type Jobs, type JobsState, startJobs } from "#bot/jobs/start-jobs.ts";
import { type Line, openLine } from "#bot/line/open-line.ts";
import { openNotifications } from "#bot/notifications/open-notifications.ts";
import { openQuota, type Quota } from "#bot/notifications/quota.ts";
import type { Config } from "#bot/platform/config.ts";
import type { DatabaseConnection } from "#bot/platform/database.ts";
import type { Logger } from "#bot/platform/logger.ts";
import type { Metrics } from "#bot/platform/metrics.ts";
import type { Printer } from "#bot/print/open-printer.ts";
import { takePhoto } from "#bot/services/files/fetch-wanted.ts";
import type { SignedLinks } from "#bot/services/files/signed-links.ts";
import { flushAccessLog } from "#bot/services/record-access.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { openTurns, type Turns } from "#bot/turns/open-turns.ts";
import { messageLinks } from "./message-links.ts";
import { openMenus } from "./open-menus.ts";
import { tryReplyOver } from "./try-reply.ts";

type Input = {
  config: Config;
  services: ServiceContext;
  signedLinks: SignedLinks;
  printer: Printer;
  /** the address of a request's page; null where the office has no mini-app */
  pageOf(requestId: string): string | null;
  log: Logger;
  metrics: Metrics;
};

/** Everything that works beside the webhook. */
export type Workers = {
  turns: Turns;
  /** LINE's word on whose ID token this is */
  verifyIdToken: Line["verifyIdToken"];
  /** an address that opens our private chat, once LINE has told who we are */
  chatUrl(): string | null;
  /** the month's messages and the sweeps, for admins */
  meter: Quota["meter"];
  jobs(): Promise<JobsState | null>;
  /** notices were written: they may go out */
  wake(): void;
  /** begins the sweeps: collections and indexes exist by now */
  start(connection: DatabaseConnection): Promise<void>;
  stop(withinMs: number): Promise<void>;
};

/** Wires LINE, turns, notifications and jobs together. */
export function openWorkers({ config, services, signedLinks, printer, pageOf, log, metrics }: Input): Workers {
  const line = openLine(config.line, { log });
  const links = messageLinks(config, signedLinks, () => services.clock.now());
  const menus = openMenus(line, log);
  const quota = openQuota(line, services.clock);
  const telling = { services, line, links, quota, log };
  const notifications = openNotifications(telling);
  const fetchContent = (messageId: string) => line.fetchContent(messageId);
  const turns = openTurns({
    services,
    runner: openRunner(services.catalogue),
    log,
    tryReply: tryReplyOver(line, links, metrics),
    storePhoto: (photo) => takePhoto(services, photo, fetchContent),
    rideAlong: notifications.rideAlong,
    onCommitted: notifications.wake,
    onShown: notifications.shown,
    onHeard: menus.fit,
    chatUrl: menus.chatUrl,
    observe({ outcome, seconds }) {
      metrics.turns.inc({ outcome });
      metrics.turnSeconds.observe(seconds);
      metrics.chatsInHand.set(turns.size());
    },
  });
  let jobs: Jobs | null = null;
  return {
    turns,
    verifyIdToken: line.verifyIdToken,
    chatUrl: menus.chatUrl,
    meter: quota.meter,
    jobs: async () => jobs?.state() ?? null,
    wake: notifications.wake,
    async start(connection) {
      menus.start();
      const sweeps = [
        { name: "turns", every: 4_000, run: turns.sweep },
        { name: "replies", every: 4_000, run: turns.sweepReplies },
        ...officeSweeps({ notifications, deps: telling, fetchContent, printer, pageOf }),
      ];
      jobs = await startJobs({ connection, sweeps, log });
    },
    async stop(withinMs) {
      menus.stop();
      await Promise.all([jobs?.stop(withinMs), turns.stop(withinMs), notifications.stop()]);
      await flushAccessLog().catch((error: unknown) => log.error({ err: error }, "the last looks are not in the access log"));
      await line.close();
    },
  };
}
