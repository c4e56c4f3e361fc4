import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { z } from "zod";

/** Drawing takes a fraction of a second; a machine that needs longer than this has another trouble. */
const timeoutMs = 30_000;

async function writeFontSettings(folder: string): Promise<string> {
  const fonts = join(dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/sarabun/package.json")), "700Bold");
  const file = join(folder, "fonts.conf");
  await writeFile(file, `<fontconfig><dir>${fonts}</dir><cachedir>${join(folder, "cache")}</cachedir></fontconfig>`);
  return file;
}

function run(input: string, fontSettings: string): Promise<string> {
  const script = join(import.meta.dirname, "paint-process.ts");
  const child = spawn(process.execPath, [script], { env: { FONTCONFIG_FILE: fontSettings }, timeout: timeoutMs });
  const [out, errors]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(out).toString("utf8"));
      else reject(new Error(`drawing ended with ${code ?? "a signal"}: ${Buffer.concat(errors).toString("utf8").slice(0, 500)}`));
    });
  });
}

/**
 * SVGs as PNGs in Sarabun, whatever fonts the machine has. In a process of its own: fontconfig reads its settings once,
 * when sharp is loaded, and the server may have loaded sharp before.
 */
export async function paint(svgs: string[]): Promise<Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), "rich-menu-"));
  try {
    const pictures: unknown = JSON.parse(await run(JSON.stringify(svgs), await writeFontSettings(folder)));
    return z
      .array(z.base64())
      .parse(pictures)
      .map((picture) => Buffer.from(picture, "base64"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
