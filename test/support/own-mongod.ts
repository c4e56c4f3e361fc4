import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MongoMemoryServer } from "mongodb-memory-server-core";
import { afterAll, beforeAll } from "vitest";
import { findMongod } from "#scripts/support/mongo/find-mongod.ts";
import { hostOf, portOf, replicaSetName, startMongod } from "#scripts/support/mongo/mongod.ts";
import { becomePrimary } from "#scripts/support/mongo/replica-set.ts";
import { freshDatabaseUri } from "./database.ts";

/** A mongod of a test file's own, which it may kill, start again on its data, or make hang. */
export type OwnMongod = {
  uri(): string;
  kill(): Promise<void>;
  startAgain(): Promise<void>;
  /** takes connections and answers nothing, as a machine out of breath */
  hang(): void;
  goOn(): void;
};

export function useOwnMongod(): OwnMongod {
  let server: MongoMemoryServer;
  let folder: string;
  let uri: string;
  let port: number;
  const start = async (options: { port?: number } = {}) => {
    const binary = await findMongod((line) => console.log(line));
    server = await startMongod({ binary, dataFolder: folder, cacheGb: 0.5, ...options });
    await becomePrimary(server);
  };
  const mongod = () => server.instanceInfo?.instance.mongodProcess;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "own-mongod-"));
    await start();
    port = portOf(server);
    uri = freshDatabaseUri(`mongodb://${hostOf(server)}/?replicaSet=${replicaSetName}`);
  });
  afterAll(async () => {
    mongod()?.kill("SIGCONT");
    await server.stop({ doCleanup: true, force: true });
    await rm(folder, { recursive: true, force: true });
  });
  return {
    uri: () => uri,
    async kill() {
      const running = mongod();
      if (!running) return;
      const gone = new Promise((resolve) => running.once("exit", resolve));
      running.kill("SIGKILL");
      await gone;
    },
    startAgain: () => start({ port }),
    hang: () => void mongod()?.kill("SIGSTOP"),
    goOn: () => void mongod()?.kill("SIGCONT"),
  };
}
