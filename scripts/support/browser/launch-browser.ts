import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import { bundledChromium } from "./bundled-chromium.ts";

const names = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "chrome"];
const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** No browser could be started; the message lists what was tried and the remedy. */
export class NoBrowser extends Error {
  constructor(tried: string[]) {
    super(
      [
        "ไม่พบเบราว์เซอร์ที่เปิดได้ค่ะ วิธีแก้: ติดตั้ง Google Chrome หรือ Chromium หรือกำหนด CHROME_BINARY ค่ะ",
        "No browser could be started. Remedy: install Google Chrome or Chromium, or set CHROME_BINARY to one.",
        ...tried.map((line) => `  ${line}`),
      ].join("\n"),
    );
    this.name = "NoBrowser";
  }
}

export type BrowserChoice = {
  /** npm's Chromium before the machine's: it has no window to draw, and needs half the processor time */
  isLightFirst?: boolean;
};

/** CHROME_BINARY, else the machine's Chrome or Chromium, else npm's, else Playwright's download: the first that starts. */
export async function launchBrowser(choice: BrowserChoice = {}): Promise<Browser> {
  const tried: string[] = [];
  for await (const candidate of candidates(choice)) {
    try {
      return await chromium.launch({ ...candidate, args: flags() });
    } catch (error) {
      tried.push(`${candidate.executablePath}: ${firstLine(error)}`);
    }
  }
  throw new NoBrowser(tried);
}

async function* candidates({ isLightFirst = false }: BrowserChoice): AsyncGenerator<LaunchOptions> {
  if (process.env.CHROME_BINARY) {
    yield { executablePath: process.env.CHROME_BINARY };
    return;
  }
  if (isLightFirst) yield* bundled();
  for (const executablePath of installed()) yield { executablePath };
  if (!isLightFirst) yield* bundled();
  const downloaded = chromium.executablePath();
  if (downloaded && existsSync(downloaded)) yield { executablePath: downloaded };
}

async function* bundled(): AsyncGenerator<LaunchOptions> {
  const found = await bundledChromium();
  if (found) yield { executablePath: found.executablePath, env: { ...process.env, ...found.environment } };
}

function installed(): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...usualPlaces].filter(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function flags(): string[] {
  return [
    // Chromium refuses its sandbox to root, which is who runs tests in a container.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    // Nothing but this machine is ever asked: no updates, no reports, no search engine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-pings",
    // Glyphs as drawn, the same on every machine.
    "--font-render-hinting=none",
  ];
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n", 1)[0] ?? "";
}
