import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { glob, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const repository = resolve(import.meta.dirname, "../..");
const cache = join(repository, "node_modules/.cache");

/** Over all that goes into the bundle: the mini-app and the models it imports. */
async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  const sources = ["liff-app/**/*.{vue,ts,css,html}", "models/**/*.ts", "package-lock.json"];
  const files = await Array.fromAsync(glob(sources, { cwd: repository }));
  for (const file of files.toSorted()) hash.update(file).update(await readFile(join(repository, file)));
  return hash.digest("hex").slice(0, 16);
}

/**
 * Builds the mini-app as `npm run build` does, into a cache, and returns its folder. A build is kept by the contents of its
 * sources and moved into place whole, so that tests and demos starting together never see half of one.
 */
export async function buildMiniApp(): Promise<string> {
  const folder = join(cache, `mini-app-${await fingerprint()}`);
  if (existsSync(folder)) return folder;
  const outDir = `${folder}.${randomUUID()}`;
  // In a process of its own: with a test's NODE_ENV Vue would come with its developer's half, 40 kB more.
  const vite = join(repository, "node_modules/vite/bin/vite.js");
  const options = ["--config", join(repository, "liff-app/vite.config.ts"), "--outDir", outDir, "--logLevel", "warn"];
  await promisify(execFile)(process.execPath, [vite, "build", ...options], { env: { ...process.env, NODE_ENV: "production" } });
  await rename(outDir, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (!existsSync(folder)) throw error;
    await rm(outDir, { recursive: true });
  });
  return folder;
}
