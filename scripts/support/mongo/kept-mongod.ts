import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { MongoMemoryServer } from "mongodb-memory-server-core";
import { isAlive } from "./kept-folder.ts";
import { portOf, startMongod } from "./mongod.ts";
import { withAdmin } from "./replica-set.ts";

type Remembered = { port?: number; owner?: number };
const inUse = /DBPathInUse/;
// After kill -9 the library's watcher needs up to 4 s to end the mongod that was left.
const retryFor = 5_000;

/** mongod on a folder that outlives it, at the port of last time where that is free. */
export async function startKeptMongod(binary: string, folder: string): Promise<MongoMemoryServer> {
  await mkdir(folder, { recursive: true });
  const notes = join(folder, "mongod.json");
  const before = await readNotes(notes);
  const dataFolder = join(folder, "data");
  const start = () => startMongod({ binary, dataFolder, cacheGb: 1, ownProcessGroup: true, ...(before.port ? { port: before.port } : {}) });
  await untilFree(before, dataFolder);
  const server = await retryWhileInUse(start);
  await writeFile(notes, JSON.stringify({ port: portOf(server), owner: process.pid }));
  return server;
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

async function retryWhileInUse<T>(start: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + retryFor;
  while (true) {
    try {
      return await start();
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
