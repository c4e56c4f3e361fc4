import { join } from "node:path";
import { DryMongoBinary } from "mongodb-memory-server-core/lib/util/DryMongoBinary.js";
import { MongoBinary } from "mongodb-memory-server-core/lib/util/MongoBinary.js";
import { cacheFolder } from "#scripts/support/cache-folder.ts";

// The oldest line with builds for every Linux in support today; nothing newer than MongoDB 6 is used of it.
const version = "7.0.14";
const mirror = () => process.env.MONGOMS_DOWNLOAD_MIRROR || "https://fastdl.mongodb.org";
const wholeDownload = 10 * 60_000;

async function options() {
  return { version, downloadDir: join(await cacheFolder(), "mongodb-binaries"), checkMD5: true };
}

/** The build that an earlier start downloaded, if any. */
export async function keptDownload(): Promise<string | null> {
  return (await DryMongoBinary.locateBinary(await options()).catch(() => undefined)) ?? null;
}

/** Downloads MongoDB's own build; null when its server cannot be reached or the download fails. */
export async function mongodFromDownload(say: (line: string) => void): Promise<string | null> {
  if (!(await isMirrorReachable())) return null;
  // The library tries three times 60 s in silence and, unless told, does not verify the server's certificate.
  process.env.MONGOMS_MAX_RETRIES ??= "1";
  process.env.npm_config_strict_ssl = "true";
  say(`Downloading mongod ${version} (once) from ${new URL(mirror()).host} …`);
  return within(wholeDownload, MongoBinary.getPath(await options())).catch((error: Error) => {
    say(`That download failed: ${error.message}`);
    return null;
  });
}

async function isMirrorReachable(): Promise<boolean> {
  // A closed network swallows packets: without this probe the download would hang for minutes.
  return fetch(mirror(), { method: "HEAD", signal: AbortSignal.timeout(3_000) }).then(
    () => true,
    () => false,
  );
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`not done within ${ms / 60_000} minutes`)), ms);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
