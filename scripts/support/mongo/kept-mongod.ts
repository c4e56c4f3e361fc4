import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { MongoMemoryServer } from "mongodb-memory-server-core";
import { isAlive } from "./kept-folder.ts";
import { hostOf, type MongodOptions, portOf, startMongod } from "./mongod.ts";
import { withAdmin } from "./replica-set.ts";

type Remembered = { port?: number; owner?: number };
const inUse = /DBPathInUse/;
// After kill -9 the library's watcher needs up to 4 s to end the mongod that was left.
const retryFor = 5_000;

/** mongod on a folder that outlives it, at the port of last time where that is free. */
export async function startKeptMongod(binary: string, folder: string): Promise<MongoMemoryServer> {
  const dataFolder = join(folder, "data");
  await mkdir(dataFolder, { recursive: true });
  const notes = join(folder, "mongod.json");
  const before = await readNotes(notes);
  await untilFree(before, dataFolder);
  const options: MongodOptions = { binary, dataFolder, cacheGb: 1, ownProcessGroup: true };
  const port = before.port && (await isPortFree(before.port)) ? before.port : await moveSet(options);
  const server = await retryWhileInUse({ ...options, ...(port ? { port } : {}) });
  await writeFile(notes, JSON.stringify({ port: portOf(server), owner: process.pid }));
  return server;
}

/**
 * A replica set remembers host:port and takes no writes under another. Its address is rewritten while mongod runs outside
 * the set: a reconfiguration inside would wait for whoever has the old port now. Returns the new port, if there is data to move.
 */
async function moveSet(options: MongodOptions): Promise<number | undefined> {
  if (!options.dataFolder || (await readdir(options.dataFolder)).length === 0) return undefined;
  const server = await retryWhileInUse({ ...options, standalone: true });
  try {
    await withAdmin(hostOf(server), async (admin) => {
      const sets = admin.client.db("local").collection("system.replset");
      await sets.updateMany({}, { $set: { "members.0.host": hostOf(server) } });
    });
    return portOf(server);
  } finally {
    await server.stop({ doCleanup: false });
  }
}

async function isPortFree(port: number): Promise<boolean> {
  const { promise, resolve: settle } = Promise.withResolvers<boolean>();
  const probe = createServer().once("error", () => settle(false));
  probe.listen(port, "127.0.0.1", () => probe.close(() => settle(true)));
  return promise;
}

/** Waits for the mongod that a killed process left on our folder; ends it when its watcher was killed too. */
async function untilFree(before: Remembered, dataFolder: string): Promise<void> {
  const { port, owner } = before;
  if (!port || !owner || isAlive(owner)) return;
  const host = `127.0.0.1:${port}`;
  const deadline = Date.now() + retryFor;
  while (await servesFolder(host, dataFolder)) {
    // The connection breaks instead of an answer: mongod is gone by then.
    if (Date.now() > deadline)
      await withAdmin(host, (admin) => admin.command({ shutdown: 1, force: true, timeoutSecs: 1 })).catch(() => null);
    await pause(250);
  }
}

async function servesFolder(host: string, dataFolder: string): Promise<boolean> {
  return withAdmin(host, (admin) => admin.command({ getCmdLineOpts: 1 })).then(
    (options) => resolve(String(options.parsed?.storage?.dbPath)) === resolve(dataFolder),
    () => false,
  );
}

async function retryWhileInUse(options: MongodOptions): Promise<MongoMemoryServer> {
  const deadline = Date.now() + retryFor;
  while (true) {
    try {
      return await startMongod(options);
    } catch (error) {
      if (!inUse.test(String(error)) || Date.now() > deadline) throw error;
      await pause(500);
    }
  }
}

async function readNotes(path: string): Promise<Remembered> {
  return readFile(path, "utf8").then(
    (text) => JSON.parse(text) as Remembered,
    () => ({}),
  );
}
