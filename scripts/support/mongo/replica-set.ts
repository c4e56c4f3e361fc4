import { setTimeout as pause } from "node:timers/promises";
import { type Db, MongoClient, MongoServerError } from "mongodb";
import type { MongoMemoryServer } from "mongodb-memory-server-core";
import { findMongod } from "./find-mongod.ts";
import { hostOf, replicaSetName, startMongod } from "./mongod.ts";

const primaryWithin = 30_000;

/** Runs `work` on the admin database of exactly this mongod, whatever its role. */
export async function withAdmin<T>(host: string, work: (admin: Db) => Promise<T>): Promise<T> {
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, { serverSelectionTimeoutMS: 2_000 });
  try {
    await client.connect();
    return await work(client.db("admin"));
  } finally {
    await client.close();
  }
}

/** Makes one mongod a replica set of its own, unless its folder remembers that it is, and waits until it takes writes. */
export async function becomePrimary(server: MongoMemoryServer): Promise<void> {
  const host = hostOf(server);
  await initiate([host]);
  await untilPrimary([host]);
}

/** Host of the member that takes writes; waits for an election. */
export async function untilPrimary(hosts: string[]): Promise<string> {
  const deadline = Date.now() + primaryWithin;
  while (Date.now() < deadline) {
    for (const host of hosts) if (await isPrimary(host)) return host;
    await pause(50);
  }
  throw new Error(`No primary among ${hosts.join(", ")} within ${primaryWithin / 1000} s.`);
}

async function isPrimary(host: string): Promise<boolean> {
  return withAdmin(host, (admin) => admin.command({ hello: 1 })).then(
    (hello) => hello.isWritablePrimary === true,
    () => false,
  );
}

export type ReplicaSet = {
  uri: string;
  hosts: string[];
  /** Host of the present primary. */
  primary(): Promise<string>;
  /** SIGKILLs the primary and returns its host; resolves when the process is gone, before the election. */
  killPrimary(): Promise<string>;
  stop(): Promise<void>;
};

/** Several mongods of our own, for proofs that kill one. MONGODB_URI is not asked: nobody's database is killed. */
export async function startReplicaSet(options: { members: number; say?: (line: string) => void }): Promise<ReplicaSet> {
  const binary = await findMongod(options.say ?? (() => {}));
  const start = () => startMongod({ binary, cacheGb: 0.25 });
  const servers = await Promise.all(Array.from({ length: options.members }, start));
  const hosts = servers.map(hostOf);
  await initiate(hosts);
  const alive = new Map(servers.map((server) => [hostOf(server), server]));
  const primary = () => untilPrimary([...alive.keys()]);
  await primary();
  return {
    uri: `mongodb://${hosts.join(",")}/?replicaSet=${replicaSetName}`,
    hosts,
    primary,
    async killPrimary() {
      const host = await primary();
      const server = alive.get(host);
      alive.delete(host);
      if (server) await kill(server);
      return host;
    },
    async stop() {
      await Promise.all(servers.map((server) => server.stop({ doCleanup: true, force: true })));
    },
  };
}

async function initiate(hosts: string[]): Promise<void> {
  const members = hosts.map((host, _id) => ({ _id, host }));
  // MongoDB waits 10 s before an election; 2 s is enough on one machine.
  const settings = { electionTimeoutMillis: 2_000, heartbeatIntervalMillis: 500 };
  try {
    await withAdmin(hosts[0] ?? "", (admin) => admin.command({ replSetInitiate: { _id: replicaSetName, members, settings } }));
  } catch (error) {
    if (!(error instanceof MongoServerError && error.codeName === "AlreadyInitialized")) throw error;
  }
}

async function kill(server: MongoMemoryServer): Promise<void> {
  const mongod = server.instanceInfo?.instance.mongodProcess;
  if (!mongod || mongod.exitCode !== null) return;
  const gone = new Promise((resolve) => mongod.once("exit", resolve));
  mongod.kill("SIGKILL");
  await gone;
}
