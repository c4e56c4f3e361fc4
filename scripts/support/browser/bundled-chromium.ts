import { execFile } from "node:child_process";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createBrotliDecompress } from "node:zlib";
import { cacheFolder } from "#scripts/support/cache-folder.ts";

const run = promisify(execFile);

export type BundledChromium = { executablePath: string; environment: Record<string, string> };

/** The Chromium inside @sparticuz/chromium, unpacked once; null where it cannot run. */
export async function bundledChromium(): Promise<BundledChromium | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const packageFolder = findPackage();
  if (!packageFolder) return null;
  const { version } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")) as { version: string };
  const cache = await cacheFolder();
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(home)) await unpack(join(packageFolder, "bin"), cache, home);
  return {
    executablePath: join(home, "chromium"),
    environment: {
      // The package's own copies of libnss3 and its kin, for machines that lack them.
      LD_LIBRARY_PATH: [join(home, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":"),
      FONTCONFIG_FILE: join(home, "fonts.conf"),
    },
  };
}

function findPackage(): string | null {
  try {
    return fileURLToPath(new URL("../..", import.meta.resolve("@sparticuz/chromium")));
  } catch {
    return null;
  }
}

// The package itself unpacks into /tmp/chromium, where two processes at once can meet half a file.
async function unpack(from: string, cache: string, home: string): Promise<void> {
  const work = await mkdtemp(join(cache, "chromium-unpack-"));
  try {
    const plain = async (name: string) => {
      await pipeline(createReadStream(join(from, `${name}.br`)), createBrotliDecompress(), createWriteStream(join(work, name)));
    };
    await Promise.all(["chromium", "al2023.tar", "fonts.tar"].map(plain));
    await chmod(join(work, "chromium"), 0o755);
    for (const archive of ["al2023.tar", "fonts.tar"]) {
      await run("tar", ["-xf", join(work, archive), "-C", work]);
      await rm(join(work, archive));
    }
    await writeFile(join(work, "fonts.conf"), fontsConfiguration(home));
    await rename(work, home);
  } catch (error) {
    // Another process was first: its copy is as good.
    if (!existsSync(home)) throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The machine's fonts and one Latin font of the package, since a page without any font crashes; Thai is the page's own web font. */
function fontsConfiguration(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(home, "fonts")}</dir>
  <cachedir>${join(home, "fonts-cache")}</cachedir>
</fontconfig>
`;
}
