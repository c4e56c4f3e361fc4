import { mkdir } from "node:fs/promises";
import { MongoMemoryServer } from "mongodb-memory-server-core";

export const replicaSetName = "rs0";

export type MongodOptions = {
  binary: string;
  /** Data folder; without one a temporary folder that goes with the process. */
  dataFolder?: string;
  /** This port and no other; without it any free one. */
  port?: number;
  cacheGb: number;
  /** A group of its own keeps Ctrl-C from ending mongod before the server above it has finished its work. */
  ownProcessGroup?: boolean;
  /** Outside its replica set, to change what the set remembers. */
  standalone?: boolean;
};

/** One mongod, reachable; as a member of rs0 it is not initiated yet. */
export async function startMongod(options: MongodOptions): Promise<MongoMemoryServer> {
  const { dataFolder, port } = options;
  if (dataFolder) await mkdir(dataFolder, { recursive: true });
  return MongoMemoryServer.create({
    binary: { systemBinary: options.binary, checkMD5: false },
    spawn: { detached: options.ownProcessGroup ?? false },
    instance: {
      ...(options.standalone ? {} : { replSet: replicaSetName }),
      storageEngine: "wiredTiger",
      launchTimeout: 20_000,
      args: mongodArguments(options.cacheGb),
      ...(dataFolder ? { dbPath: dataFolder } : {}),
      ...(port ? { port, portGeneration: false } : {}),
    },
  });
}

function mongodArguments(cacheGb: number): string[] {
  return [
    // A killed process leaves its transaction open: its documents come free after 10 s instead of 60.
    "--setParameter",
    "transactionLifetimeLimitSeconds=10",
    "--setParameter",
    "diagnosticDataCollectionEnabled=false",
    "--wiredTigerCacheSizeGB",
    String(cacheGb),
    // MongoDB's smallest oplog; its default is 5 % of the disk.
    "--oplogSize",
    "990",
    "--nounixsocket",
  ];
}

export function hostOf(server: MongoMemoryServer): string {
  return `127.0.0.1:${portOf(server)}`;
}

export function portOf(server: MongoMemoryServer): number {
  const info = server.instanceInfo;
  if (!info) throw new Error("This mongod is not running.");
  return info.port;
}
