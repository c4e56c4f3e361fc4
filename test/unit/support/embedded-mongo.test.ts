import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startMongo, startReplicaSet } from "#scripts/support/embedded-mongo.ts";

let folder: string;

beforeEach(async () => {
  // What is tested here is the server of our own, also where the run uses another.
  vi.stubEnv("MONGODB_URI", "");
  folder = await mkdtemp(join(tmpdir(), "mongo-"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function counted(uri: string, insert: number): Promise<number> {
  const client = await MongoClient.connect(uri);
  const notes = client.db("kept").collection("notes");
  await client.withSession((session) =>
    session.withTransaction(async () => {
      for (let n = 0; n < insert; n += 1) await notes.insertOne({ n }, { session });
    }),
  );
  const count = await notes.countDocuments();
  await client.close();
  return count;
}

it("keeps the demo's data over a restart, at the same address", async () => {
  const first = await startMongo({ folder });
  expect(await counted(first.uri, 2)).toBe(2);
  await first.stop();
  const second = await startMongo({ folder });
  expect(second.uri).toBe(first.uri);
  expect(await counted(second.uri, 1)).toBe(3);
  await second.stop();
});

it("keeps the demo's data when somebody else has taken its port", async () => {
  const first = await startMongo({ folder });
  expect(await counted(first.uri, 2)).toBe(2);
  await first.stop();
  const squatter = createServer().listen(Number(/:(\d+)\//.exec(first.uri)?.[1]), "127.0.0.1");
  await new Promise((resolve) => squatter.once("listening", resolve));
  const second = await startMongo({ folder });
  expect(second.uri).not.toBe(first.uri);
  expect(await counted(second.uri, 1)).toBe(3);
  await second.stop();
  squatter.close();
});

it("uses the server that MONGODB_URI names and leaves it running", async () => {
  vi.stubEnv("MONGODB_URI", "mongodb://db.example/ict");
  const mongo = await startMongo();
  expect(mongo).toMatchObject({ uri: "mongodb://db.example/ict", isEmbedded: false });
  await mongo.stop();
});

it("goes on with two of three members when the primary is killed", async () => {
  const set = await startReplicaSet({ members: 3 });
  const client = await MongoClient.connect(set.uri, { writeConcern: { w: "majority", journal: true } });
  const notes = client.db("kept").collection("notes");
  await notes.insertOne({ n: 1 });
  const killed = await set.killPrimary();
  expect(await set.primary()).not.toBe(killed);
  // The driver may still try the dead one first: what it says then is its own affair, that writing goes on is ours.
  const write = () => notes.updateOne({ n: 2 }, { $set: { n: 2 } }, { upsert: true });
  await expect.poll(() => write().then(() => "written", String), { timeout: 20_000 }).toBe("written");
  expect(await notes.countDocuments()).toBe(2);
  await client.close();
  await set.stop();
}, 60_000);
