import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Remedy } from "#scripts/support/run-script.ts";

const savedCollection = z.object({
  name: z.string(),
  file: z.string().regex(/^[\w%.-]+\.bson$/),
  count: z.int().min(0),
  bytes: z.int().min(0),
  sha256: z.string().length(64),
  /** as MongoDB lists them; those of our own documents are made from the models instead */
  indexes: z.array(z.looseObject({ key: z.record(z.string(), z.unknown()), name: z.string() })),
});

const manifest = z.object({
  format: z.literal("ict-on-line"),
  version: z.literal(1),
  savedAt: z.iso.datetime(),
  collections: z.array(savedCollection),
});

export type SavedCollection = z.infer<typeof savedCollection>;
export type Manifest = z.infer<typeof manifest>;

/** Written last: a folder without it is a backup that was cut short. */
export async function writeManifest(folder: string, collections: SavedCollection[], savedAt: Date): Promise<void> {
  const body: Manifest = { format: "ict-on-line", version: 1, savedAt: savedAt.toISOString(), collections };
  await writeFile(join(folder, "manifest.json"), `${JSON.stringify(body, null, 2)}\n`, { mode: 0o600, flush: true });
}

/** @throws Remedy when the folder holds no whole backup of ours */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, "manifest.json"), "utf8").catch(() => {
    throw new Remedy(`ใน ${folder} ไม่มีข้อมูลสำรองที่ครบค่ะ (ไม่มี manifest.json)\nวิธีแก้: เลือกโฟลเดอร์ที่ npm run backup ทำไว้จนจบนะคะ`);
  });
  const parsed = manifest.safeParse(parseJson(text));
  if (!parsed.success) throw new Remedy(`manifest.json ใน ${folder} อ่านไม่ได้ค่ะ ใช้ข้อมูลสำรองชุดอื่นนะคะ`);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
