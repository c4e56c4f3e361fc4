import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { ClientSession, Db } from "mongodb";
import type { DatabaseConnection } from "#bot/platform/database.ts";
import { Remedy } from "#scripts/support/run-script.ts";
import { writeBsonFile } from "./bson-file.ts";
import { type SavedCollection, writeManifest } from "./manifest.ts";

export type BackupOptions = {
  /** all collections as of one moment, while the bot works */
  isSnapshot: boolean;
  say(line: string): void;
};

/** Pieces of pictures: most of the bytes, never changed, and written before anything that names them. */
const isPieces = (name: string) => name.endsWith(".chunks");

/**
 * Copies every collection of the database, GridFS included, into a new or empty folder.
 * @throws Remedy when the folder holds something, or MongoDB no longer has the moment that the copy began at
 */
export async function backupDatabase(connection: DatabaseConnection, folder: string, options: BackupOptions): Promise<SavedCollection[]> {
  await takeFolder(folder);
  const { db } = connection;
  if (!db) throw new Error("The connection has no database.");
  const names = (await db.listCollections({ type: "collection" }, { nameOnly: true }).toArray()).map(({ name }) => name);
  const own = names.filter((name) => !name.startsWith("system.")).sort((a, b) => Number(isPieces(a)) - Number(isPieces(b)));
  const saved: SavedCollection[] = [];
  const session = connection.getClient().startSession({ snapshot: options.isSnapshot });
  try {
    for (const name of own) {
      const collection = await save(db, name, folder, isPieces(name) ? null : session);
      options.say(`  ${name}: ${collection.count}`);
      saved.push(collection);
    }
  } catch (error) {
    throw isTooOld(error) ? new Remedy(tooOld) : error;
  } finally {
    await session.endSession();
  }
  await writeManifest(folder, saved, new Date());
  return saved;
}

async function save(db: Db, name: string, folder: string, session: ClientSession | null): Promise<SavedCollection> {
  const file = `${encodeURIComponent(name)}.bson`;
  const indexes = (await db.collection(name).indexes()) as SavedCollection["indexes"];
  const documents = db.collection(name).find({}, { raw: true, ...(session ? { session } : {}) });
  const written = await writeBsonFile(join(folder, file), documents as unknown as AsyncIterable<Uint8Array>);
  return { name, file, ...written, indexes };
}

async function takeFolder(folder: string): Promise<void> {
  // Personal data: for the person who makes the backup only.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new Remedy(`โฟลเดอร์ ${folder} มีไฟล์อยู่แล้วค่ะ\nวิธีแก้: ใช้โฟลเดอร์ใหม่ เช่น ${folder}-2 นะคะ`);
}

// MongoDB keeps the past for minSnapshotHistoryWindowInSeconds, 300 unless set.
const isTooOld = (error: unknown) => error instanceof Error && "code" in error && [239, 246].includes(Number(error.code));
const tooOld = [
  "ข้อมูลมากจนอ่านไม่ทันในเวลาที่ MongoDB เก็บภาพ ณ จุดเริ่มไว้ค่ะ (5 นาที ถ้าไม่ได้ตั้งไว้)",
  "วิธีแก้: ตั้ง minSnapshotHistoryWindowInSeconds ของ MongoDB ให้นานขึ้น หรือหยุดบอตก่อนแล้วใช้ --while-stopped ค่ะ",
].join("\n");
