import { setTimeout as pause } from "node:timers/promises";
import type { Config } from "#bot/platform/config.ts";
import { connectWhenReachable, type DatabaseConnection, isDatabaseReachable, prepareCollections } from "#bot/platform/database.ts";
import { isAppError } from "#bot/platform/errors.ts";
import type { Logger } from "#bot/platform/logger.ts";
import type { Metrics } from "#bot/platform/metrics.ts";
import { checkStoredVersions } from "#bot/services/check-stored-versions.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";

type Input = {
  config: Config;
  services: ServiceContext;
  log: Logger;
  metrics: Metrics;
  /** collections and indexes exist: the workers may begin */
  onReady(connection: DatabaseConnection): Promise<void>;
};

export type Database = {
  ready: Promise<void>;
  /** collections and indexes exist: events may be stored */
  isPrepared(): boolean;
  /** what keeps /readyz red */
  notReady(): Promise<string[]>;
  close(): Promise<void>;
};

/** Sockets to MongoDB: turns, transactions and sweeps of one process share them. */
const poolSize = 30;

/** Connects, however long the database takes, prepares it and lets the workers begin. */
export function openDatabase({ config, services, log, metrics, onReady }: Input): Database {
  const stopping = new AbortController();
  let connection: Awaited<ReturnType<typeof connectWhenReachable>> | null = null;
  let isPrepared = false;

  async function open(): Promise<void> {
    const opened = await connectWhenReachable(config.mongodbUri, { poolSize }, { signal: stopping.signal, onFailure });
    connection = opened;
    opened.getClient().on("connectionCheckedOut", () => metrics.databaseCommands.inc());
    await prepare(opened);
    isPrepared = true;
    log.info("ready");
  }

  /** Again and again while the database comes and goes; only what no retry can mend ends it. */
  async function prepare(opened: NonNullable<typeof connection>): Promise<void> {
    while (true) {
      try {
        await prepareCollections(opened);
        await checkStoredVersions(services.catalogue);
        return await onReady(opened);
      } catch (error) {
        if (isAppError(error) || stopping.signal.aborted) throw error;
        onFailure(error);
        await pause(1_000, undefined, { signal: stopping.signal });
      }
    }
  }

  function onFailure(error: unknown): void {
    log.warn({ err: error }, "the database does not answer; trying again");
  }

  const ready = open();
  ready.catch((error: unknown) => {
    if (!stopping.signal.aborted) log.fatal({ err: error }, "cannot start on this database");
  });
  return {
    ready,
    isPrepared: () => isPrepared,
    async notReady() {
      if (!connection || !(await isDatabaseReachable(connection))) return ["database"];
      return isPrepared ? [] : ["workers"];
    },
    async close() {
      stopping.abort();
      await connection?.close();
    },
  };
}
