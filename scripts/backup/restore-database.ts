import { join } from "node:path";
import { BSON, type Db } from "mongodb";
import { type DatabaseConnection, prepareCollections } from "#bot/platform/database.ts";
import { Remedy } from "#scripts/support/run-script.ts";
import { readBsonFile, sumOf } from "./bson-file.ts";
import { readManifest, type SavedCollection } from "./manifest.ts";

export type RestoreOptions = {
  /** what the database holds now is removed first */
  isForced: boolean;
  say(line: string): void;
};

/**
 * Brings a backup back: every file is verified before anything is touched, every count after it is written.
 * @throws Remedy when the backup is not whole, or the database holds something and `isForced` is false
 */
export async function restoreDatabase(connection: DatabaseConnection, folder: string, options: RestoreOptions): Promise<SavedCollection[]> {
  const { collections } = await readManifest(folder);
  const { db } = connection;
  if (!db) throw new Error("The connection has no database.");
  for (const collection of collections) await verify(folder, collection);
  await makeRoom(db, options.isForced);
  for (const collection of collections) {
    await bringBack(db, folder, collection);
    options.say(`  ${collection.name}: ${collection.count}`);
  }
  // After the counts: an index may expire documents as soon as it stands.
  const ours = new Set(connection.modelNames().map((name) => connection.model(name).collection.name));
  await prepareCollections(connection);
  for (const collection of collections) if (!ours.has(collection.name)) await makeIndexes(db, collection);
  return collections;
}

async function verify(folder: string, { file, sha256 }: SavedCollection): Promise<void> {
  const sum = await sumOf(join(folder, file)).catch(() => null);
  if (sum === sha256) return;
  const what = sum === null ? "หายไป" : "ไม่ตรงกับตอนสำรอง";
  throw new Remedy(`ไฟล์ ${file} ใน ${folder} ${what}ค่ะ ยังไม่ได้แตะฐานข้อมูล\nวิธีแก้: ใช้ข้อมูลสำรองชุดอื่น หรือคัดลอกโฟลเดอร์มาใหม่นะคะ`);
}

async function makeRoom(db: Db, isForced: boolean): Promise<void> {
  if (isForced) {
    await db.dropDatabase();
    return;
  }
  for (const { name } of await db.listCollections({ type: "collection" }, { nameOnly: true }).toArray()) {
    if (name.startsWith("system.") || !(await db.collection(name).findOne({}, { projection: { _id: 1 } }))) continue;
    throw new Remedy(`ฐานข้อมูล ${db.databaseName} มีข้อมูลอยู่แล้วค่ะ\nวิธีแก้: กู้คืนลงฐานข้อมูลว่าง หรือใส่ --force เพื่อลบของเดิมทั้งหมดแล้วกู้คืน (หยุดบอตก่อนนะคะ)`);
  }
}

async function bringBack(db: Db, folder: string, { name, file, count }: SavedCollection): Promise<void> {
  const collection = db.collection(name);
  if (count === 0) await db.createCollection(name).catch(ignoreExisting);
  for await (const batch of readBsonFile(join(folder, file))) {
    await collection.insertMany(batch.map(exactly), { ordered: false, ignoreUndefined: false });
  }
  const found = await collection.countDocuments();
  if (found !== count) throw new Error(`${name}: ${found} documents came back of ${count}`);
}

/** Each value keeps its BSON type: numbers stay int32, int64 or double, binaries their subtype. */
function exactly(document: Uint8Array): BSON.Document {
  return BSON.deserialize(document, { promoteValues: false, promoteBuffers: false, promoteLongs: false, bsonRegExp: true });
}

async function makeIndexes(db: Db, { name, indexes }: SavedCollection): Promise<void> {
  const wanted = indexes.filter((index) => index.name !== "_id_");
  for (const { key, v: _v, ns: _ns, ...options } of wanted) await db.collection(name).createIndex(key as Record<string, 1 | -1>, options);
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && "codeName" in error && error.codeName === "NamespaceExists")) throw error;
}
