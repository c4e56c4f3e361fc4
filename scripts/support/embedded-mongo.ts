import { findMongod } from "./mongo/find-mongod.ts";
import { startKeptMongod } from "./mongo/kept-mongod.ts";
import { hostOf, replicaSetName, startMongod } from "./mongo/mongod.ts";
import { becomePrimary } from "./mongo/replica-set.ts";

export { FolderInUse, holdFolder, runningDemo } from "./mongo/kept-folder.ts";
export { type ReplicaSet, startReplicaSet } from "./mongo/replica-set.ts";

export type RunningMongo = {
  /** Connection string without a database name. */
  uri: string;
  /** False when MONGODB_URI names a server that is not ours to stop. */
  isEmbedded: boolean;
  stop(): Promise<void>;
};

export type MongoOptions = {
  /** Where data is kept over restarts (".data/mongo"); without one a temporary folder that goes with the process. */
  folder?: string;
  /** Hears of downloads and the like. */
  say?: (line: string) => void;
};

/** A real MongoDB: the one of MONGODB_URI, else a mongod of our own as a replica set of one (transactions, change streams). */
export async function startMongo(options: MongoOptions = {}): Promise<RunningMongo> {
  const given = process.env.MONGODB_URI;
  if (given) return { uri: given, isEmbedded: false, stop: async () => {} };
  const { folder, say = (line) => console.log(line) } = options;
  const binary = await findMongod(say);
  const server = folder ? await startKeptMongod(binary, folder) : await startMongod({ binary, cacheGb: 1 });
  const stop = async () => {
    await server.stop({ doCleanup: !folder, force: !folder });
  };
  try {
    await becomePrimary(server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { uri: `mongodb://${hostOf(server)}/?replicaSet=${replicaSetName}`, isEmbedded: true, stop };
}
