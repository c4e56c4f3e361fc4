import { randomBytes } from "node:crypto";
import { type Db, MongoClient } from "mongodb";
import mongoose from "mongoose";
import { afterAll, beforeAll, inject } from "vitest";
import { forgetOffice } from "#bot/services/office/office.ts";

/** Connection string of a database that is this file's alone and empty; it is dropped when the file is done. */
export function useDatabase(): string {
  const uri = freshDatabaseUri(inject("mongoUri"));
  beforeAll(forgetEarlierFiles);
  afterAll(() => within(uri, (db) => db.dropDatabase()));
  return uri;
}

// More documents than this take longer to delete than their indexes to make anew.
const mostToDelete = 3_000;
/** The emptied database of an earlier file of this process. */
let emptied: string | null = null;

/**
 * The same, but its collections and indexes may be there already: where files share a process they hand their database on,
 * empty, since making 17 collections with their indexes costs more than many a test.
 */
export function usePreparedDatabase(): string {
  const uri = emptied ?? freshDatabaseUri(inject("mongoUri"));
  emptied = null;
  beforeAll(forgetEarlierFiles);
  afterAll(() =>
    within(uri, async (db) => {
      if (await empties(db)) emptied = uri;
      else await db.dropDatabase();
    }),
  );
  return uri;
}

async function empties(db: Db): Promise<boolean> {
  const collections = (await db.collections()).filter(({ collectionName }) => !collectionName.startsWith("system."));
  const counts = await Promise.all(collections.map((collection) => collection.estimatedDocumentCount()));
  if (counts.reduce((sum, count) => sum + count, 0) > mostToDelete) return false;
  await Promise.all(collections.map((collection) => collection.deleteMany({})));
  return true;
}

async function within(uri: string, work: (db: Db) => Promise<unknown>): Promise<void> {
  const client = await MongoClient.connect(uri, { serverSelectionTimeoutMS: 5_000 });
  await work(client.db()).finally(() => client.close());
}

/** Files run one after the other in a process: what it keeps of a database must not reach the next file's. */
export async function forgetEarlierFiles(): Promise<void> {
  forgetOffice();
  // An earlier file that failed may have left its own.
  if (mongoose.connection.readyState !== mongoose.ConnectionStates.disconnected) await mongoose.disconnect();
}

/** The same server, another database: put between the hosts and the options of the connection string. */
export function freshDatabaseUri(serverUri: string): string {
  const name = `test-${randomBytes(6).toString("hex")}`;
  const [, hosts = "", , options = ""] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/([^?]*))?(\?.*)?$/.exec(serverUri) ?? [];
  if (!hosts) throw new Error(`Not a MongoDB connection string: ${serverUri}`);
  return `${hosts}/${name}${options}`;
}
