import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { glob, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "phones");
const repository = resolve(import.meta.dirname, "../..");
const cache = join(repository, "node_modules/.cache");

/** Over the whole simulator: the page reads messages and finds buttons with the same code as the server. */
async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  const cwd = import.meta.dirname;
  const files = await Array.fromAsync(glob("**/*.{vue,ts,css,html}", { cwd }));
  for (const file of files.toSorted()) hash.update(file).update(await readFile(join(cwd, file)));
  return hash.digest("hex").slice(0, 16);
}

/**
 * Builds the phones page (about a second) and returns its folder. A build is kept by the contents of its sources and
 * moved into place whole, so that simulators starting together never see half of one.
 */
export async function buildPhones(): Promise<string> {
  const folder = join(cache, `simulator-phones-${await fingerprint()}`);
  if (existsSync(folder)) return folder;
  // Loaded here, because only who looks at the phones needs them.
  const [{ build }, { default: vue }] = await Promise.all([import("vite"), import("@vitejs/plugin-vue")]);
  const outDir = `${folder}.${randomUUID()}`;
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    plugins: [vue()],
    resolve: { alias: { "@sarabun": join(repository, "node_modules/@expo-google-fonts/sarabun") } },
    build: { outDir, emptyOutDir: true, target: "es2022", assetsInlineLimit: 0, rolldownOptions: { checks: { bundlerTimings: false } } },
  });
  await rename(outDir, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (!existsSync(folder)) throw error;
    await rm(outDir, { recursive: true });
  });
  return folder;
}
