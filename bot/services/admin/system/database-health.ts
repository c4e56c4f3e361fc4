import mongoose from "mongoose";

/** How the database answers and how big it is. `members`: states of the replica set, null where we may not ask. */
export type DatabaseHealth = {
  pingMs: number;
  dataBytes: number;
  storageBytes: number;
  indexBytes: number;
  isPrimary: boolean;
  members: { isSelf: boolean; state: string; isHealthy: boolean }[] | null;
  /** the largest by their documents' size */
  collections: { name: string; count: number; bytes: number }[];
};

type Db = NonNullable<mongoose.Connection["db"]>;
type Stats = { dataSize: number; storageSize: number; indexSize: number };
type Members = { members: { self?: boolean; stateStr: string; health: number }[] };

const mostCollections = 8;

/** Asks the database how it is. Sizes in bytes. */
export async function readDatabaseHealth(): Promise<DatabaseHealth> {
  const { db } = mongoose.connection;
  if (!db) throw new Error("the database is not connected");
  const begun = performance.now();
  const hello = await db.command({ hello: 1 });
  const pingMs = Math.round((performance.now() - begun) * 10) / 10;
  const [stats, members, collections] = await Promise.all([
    db.command({ dbStats: 1 }) as Promise<Stats>,
    replicaMembers(db),
    readCollections(
      db,
      Object.values(mongoose.models).map(({ collection }) => collection.name),
    ),
  ]);
  const { dataSize, storageSize, indexSize } = stats;
  return {
    pingMs,
    dataBytes: dataSize,
    storageBytes: storageSize,
    indexBytes: indexSize,
    isPrimary: hello.isWritablePrimary === true,
    members,
    collections,
  };
}

/** Their addresses stay here: the page shows how they are, not where. */
async function replicaMembers(db: Db): Promise<DatabaseHealth["members"]> {
  try {
    const { members } = (await db.admin().command({ replSetGetStatus: 1 })) as unknown as Members;
    return members.map(({ self = false, stateStr, health }) => ({ isSelf: self, state: stateStr, isHealthy: health === 1 }));
  } catch {
    // A user of a hosted cluster (Atlas) may not ask this.
    return null;
  }
}

async function readCollections(db: Db, names: string[]): Promise<DatabaseHealth["collections"]> {
  const sizes = await Promise.all([...new Set(names)].map((name) => sizeOf(db, name)));
  return sizes.toSorted((a, b) => b.bytes - a.bytes).slice(0, mostCollections);
}

async function sizeOf(db: Db, name: string) {
  const [stats] = await db
    .collection(name)
    .aggregate<{ count: number; size: number }>([
      { $collStats: { storageStats: {} } },
      { $project: { count: "$storageStats.count", size: "$storageStats.size" } },
    ])
    .toArray();
  return { name, count: stats?.count ?? 0, bytes: stats?.size ?? 0 };
}
