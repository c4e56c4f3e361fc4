import { access, constants, mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/**
 * Where programs that were fetched or unpacked once (mongod, a browser) are kept. The user's cache comes first, because `npm ci` empties node_modules
 * with everything under it.
 */
export async function cacheFolder(): Promise<string> {
  const candidates = [
    join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "ict-on-line"),
    resolve(import.meta.dirname, "../../node_modules/.cache/ict-on-line"),
  ];
  for (const folder of candidates) {
    try {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK);
      return folder;
    } catch {
      // read-only home: the next candidate
    }
  }
  throw new Error(
    `No folder to keep fetched programs in. Tried: ${candidates.join(", ")}. Set XDG_CACHE_HOME to a folder that can be written.`,
  );
}
