import { randomBytes } from "node:crypto";
import { MongoClient } from "mongodb";
import { afterAll, inject } from "vitest";

/** Connection string of a database that is this file's alone; it is dropped when the file is done. */
export function useDatabase(): string {
  const uri = freshDatabaseUri(inject("mongoUri"));
  afterAll(async () => {
    const client = await MongoClient.connect(uri, { serverSelectionTimeoutMS: 5_000 });
    await client.db().dropDatabase();
    await client.close();
  });
  return uri;
}

/** The same server, another database: put between the hosts and the options of the connection string. */
export function freshDatabaseUri(serverUri: string): string {
  const name = `test-${randomBytes(6).toString("hex")}`;
  const [, hosts = "", , options = ""] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/([^?]*))?(\?.*)?$/.exec(serverUri) ?? [];
  if (!hosts) throw new Error(`Not a MongoDB connection string: ${serverUri}`);
  return `${hosts}/${name}${options}`;
}
