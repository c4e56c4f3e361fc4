import { setTimeout as pause } from "node:timers/promises";
import mongoose, { type ConnectOptions } from "mongoose";

export type DatabaseConnection = mongoose.Connection;

export type DatabaseOptions = {
  /** Most sockets at once; operations beyond wait for one. */
  poolSize: number;
};

/** Used when the connection string names no database: mongoose's own choice would be "test". */
const defaultDatabase = "ict";

const common: ConnectOptions = {
  // The webhook must say 503 within 2 s when there is no primary, and tries for 1.5 s of them.
  serverSelectionTimeoutMS: 1_500,
  connectTimeoutMS: 5_000,
  // A dead primary is noticed by its closed socket at once, a silent one by this.
  heartbeatFrequencyMS: 2_000,
  // Nothing is acknowledged that a lost primary could take back.
  writeConcern: { w: "majority", journal: true },
  autoIndex: false,
  autoCreate: false,
  // Without a connection an operation fails after the time above; mongoose would keep it for 10 s.
  bufferCommands: false,
};

/** Opens mongoose's default connection, on which models/documents register. One try; throws when no primary answers. */
export async function connectDatabase(uri: string, options: DatabaseOptions): Promise<DatabaseConnection> {
  const name = /^[^/]+\/\/[^/]+\/([^/?]+)/.exec(uri)?.[1];
  await mongoose.connect(uri, { ...common, maxPoolSize: options.poolSize, ...(name ? {} : { dbName: defaultDatabase }) });
  return mongoose.connection;
}

export type Patience = {
  /** Ends the attempts. */
  signal: AbortSignal;
  /** Hears of each try that failed. */
  onFailure: (error: unknown) => void;
};

/** Tries once a second until the database answers: a bot that starts before its database must not stay down. */
export async function connectWhenReachable(uri: string, options: DatabaseOptions, patience: Patience): Promise<DatabaseConnection> {
  while (true) {
    try {
      return await connectDatabase(uri, options);
    } catch (error) {
      patience.onFailure(error);
      await pause(1_000, undefined, { signal: patience.signal });
    }
  }
}

/**
 * Makes the collections and indexes of every registered model, before the first request is served: a transaction
 * cannot wait for an index, and creating a collection inside one aborts its neighbours. Safe in several processes at once.
 */
export async function prepareCollections(connection: DatabaseConnection): Promise<void> {
  for (const name of connection.modelNames()) {
    const model = connection.model(name);
    await model.createCollection();
    await model.createIndexes();
  }
}

/** Whether a primary answers now; never waits longer than `withinMs`. */
export async function isDatabaseReachable(connection: DatabaseConnection, withinMs = 1_000): Promise<boolean> {
  const ping = async () => {
    if (!connection.db) return false;
    const hello = await connection.db.admin().command({ hello: 1 });
    return hello.isWritablePrimary === true;
  };
  const tooLate = new AbortController();
  const late = pause(withinMs, false, { signal: tooLate.signal }).catch(() => false);
  return Promise.race([ping().catch(() => false), late]).finally(() => tooLate.abort());
}
