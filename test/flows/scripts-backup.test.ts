import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Binary, BSONRegExp, Decimal128, Double, GridFSBucket, Int32, Long, MaxKey, MongoClient, ObjectId, Timestamp, UUID } from "mongodb";
import mongoose from "mongoose";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { connectDatabase, prepareCollections } from "#bot/platform/database.ts";
import { backupDatabase } from "#scripts/backup/backup-database.ts";
import { restoreDatabase } from "#scripts/backup/restore-database.ts";
import "#scripts/support/office-database.ts";
import { freshDatabaseUri, useDatabase } from "#test/support/database.ts";

const uri = useDatabase();
const emptyUri = freshDatabaseUri(inject("mongoUri"));
const say = () => undefined;
const photo = randomBytes(700_000);
let folder: string;
let client: MongoClient;

const everyType = {
  _id: new ObjectId(),
  int: new Int32(7),
  long: Long.fromString("9007199254740993"),
  double: new Double(7),
  decimal: Decimal128.fromString("1250.50"),
  text: "ซ-2570-000123 😀",
  nothing: null,
  yes: true,
  when: new Date("2026-11-23T02:30:00.123Z"),
  bytes: new Binary(Buffer.from([0, 255, 1]), 0x80),
  uuid: new UUID(),
  pattern: new BSONRegExp("^a.b$", "i"),
  stamp: new Timestamp({ t: 5, i: 6 }),
  most: new MaxKey(),
  nested: { list: [new Int32(1), { deep: [] }], "a.dotted": "key", $dollar: "key" },
};

const bodies = (of: MongoClient, name: string) =>
  of.db().collection(name).find({}, { raw: true }).sort({ _id: 1 }).toArray() as unknown as Promise<Buffer[]>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backup-"));
  client = await MongoClient.connect(uri);
  const connection = await connectDatabase(uri, { poolSize: 5 });
  await prepareCollections(connection);
  const db = client.db();
  await db.collection("oddities").insertMany([everyType, { _id: new ObjectId(), large: "ก".repeat(3_000_000) }]);
  await db.collection("oddities").createIndex({ int: 1 }, { unique: true, sparse: true, name: "one_int" });
  await db
    .collection<{ _id: string }>("schools")
    .insertMany(Array.from({ length: 2_500 }, (_, n) => ({ _id: `s${n}`, name: `โรงเรียน ${n}`, searchTokens: [] })));
  const upload = new GridFSBucket(db, { bucketName: "photos" }).openUploadStream("หลังซ่อม.jpg");
  await new Promise((resolve, reject) => upload.on("finish", resolve).on("error", reject).end(photo));
  await backupDatabase(connection, join(folder, "backup"), { isSnapshot: true, say });
});
afterAll(async () => {
  await client.db().dropDatabase();
  await mongoose.disconnect();
  const empty = await MongoClient.connect(emptyUri);
  await empty.db().dropDatabase();
  await Promise.all([client.close(), empty.close()]);
  await rm(folder, { recursive: true });
});

async function restoreInto(target: string, isForced = false) {
  await mongoose.disconnect();
  const connection = await connectDatabase(target, { poolSize: 5 });
  return restoreDatabase(connection, join(folder, "backup"), { isForced, say });
}

describe("a backup", () => {
  it("comes back byte for byte, photos and indexes included", async () => {
    await restoreInto(emptyUri);
    const back = await MongoClient.connect(emptyUri);
    for (const name of ["oddities", "schools", "photos.files", "photos.chunks"]) {
      const [before, after] = await Promise.all([bodies(client, name), bodies(back, name)]);
      expect(after.length).toBeGreaterThan(0);
      expect(Buffer.concat(after).equals(Buffer.concat(before))).toBe(true);
    }
    const download = new GridFSBucket(back.db(), { bucketName: "photos" }).openDownloadStreamByName("หลังซ่อม.jpg");
    expect(Buffer.concat(await Array.fromAsync(download)).equals(photo)).toBe(true);
    for (const name of ["oddities", "requests", "inbox", "people", "photos.chunks"]) {
      const [before, after] = await Promise.all([client, back].map((of) => of.db().collection(name).indexes()));
      const sorted = (list: { name?: string }[] | undefined) =>
        (list ?? []).toSorted((a, b) => String(a.name).localeCompare(String(b.name)));
      expect(sorted(after)).toEqual(sorted(before));
    }
    await back.close();
  });

  it("is not written over data unless that is asked for", async () => {
    await expect(restoreInto(uri)).rejects.toThrow("--force");
    expect(await client.db().collection("schools").countDocuments()).toBe(2_500);
    await client.db().collection<{ _id: string }>("schools").insertOne({ _id: "later" });
    await restoreInto(uri, true);
    expect(await client.db().collection("schools").countDocuments()).toBe(2_500);
  });

  it("does not touch the database when a file of it was changed or lost", async () => {
    const path = join(folder, "backup", "schools.bson");
    const good = await readFile(path);
    await writeFile(path, Buffer.concat([good.subarray(0, -1), Buffer.from([1])]));
    await expect(restoreInto(uri, true)).rejects.toThrow("ไม่ตรงกับตอนสำรอง");
    await rm(path);
    await expect(restoreInto(uri, true)).rejects.toThrow("หายไป");
    await writeFile(path, good);
    expect(await client.db().collection("schools").countDocuments()).toBe(2_500);
  });

  it("is refused as a source when it was cut short, and never mixed with other files", async () => {
    const connection = await connectDatabase(uri, { poolSize: 5 });
    await expect(backupDatabase(connection, join(folder, "backup"), { isSnapshot: true, say })).rejects.toThrow("มีไฟล์อยู่แล้ว");
    expect(await readdir(join(folder, "backup"))).toContain("manifest.json");
    await expect(restoreDatabase(connection, folder, { isForced: true, say })).rejects.toThrow("manifest.json");
  });
});
