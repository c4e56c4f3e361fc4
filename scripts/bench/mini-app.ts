import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { lineUserIds } from "#scripts/demo/seed/personas.ts";
import { startDemo } from "#scripts/demo/start-demo.ts";
import { launchBrowser } from "#scripts/support/browser/launch-browser.ts";
import { median } from "./measure.ts";

export type MiniAppFigures = {
  /** of all JavaScript fetched until home is usable, bytes */
  gzip: number;
  scripts: number;
  /** seconds until home is usable on a slow phone, each with nothing kept from before */
  usableAfter: number[];
  median: number;
};

/** School Wi-Fi on a bad day and a cheap phone. */
const network = { downloadThroughput: 200_000, uploadThroughput: 100_000, latency: 150, offline: false };
const slowerCpu = 4;
const rounds = 5;

/** Opens home in the demo as a teacher's phone does for the first time, five times over. */
export async function benchMiniApp(say: (line: string) => void): Promise<MiniAppFigures> {
  const folder = await mkdtemp(join(tmpdir(), "ict-bench-"));
  const demo = await startDemo({ folder, say, phonesPort: 4_700, botPort: 4_701 });
  const browser = await launchBrowser();
  try {
    const address = await homeOf(demo.url);
    const usableAfter: number[] = [];
    let scripts: Buffer[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      say(`Opening home on a slow phone, ${round} of ${rounds} …`);
      const opened = await openSlowly(browser, address);
      usableAfter.push(opened.seconds);
      scripts = opened.scripts;
    }
    const gzip = scripts.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
    return { gzip, scripts: scripts.length, usableAfter, median: median(usableAfter) };
  } finally {
    await browser.close();
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function homeOf(simulatorUrl: string): Promise<string> {
  const state = (await (await fetch(`${simulatorUrl}/simulator/state`)).json()) as { miniApps: Record<string, { endpointUrl: string }> };
  const address = state.miniApps[lineUserIds.teacher]?.endpointUrl;
  if (!address) throw new Error("The teacher's phone has no mini-app.");
  return address;
}

async function openSlowly(browser: Browser, address: string): Promise<{ seconds: number; scripts: Buffer[] }> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  try {
    const page = await context.newPage();
    await slowDown(context, page);
    const scripts: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script" && new URL(response.url()).pathname.startsWith("/liff/assets/"))
        scripts.push(response.body());
    });
    const startedAt = performance.now();
    await page.goto(address, { waitUntil: "commit" });
    // What a teacher came for: the button to report, and their own jobs under it.
    await page
      .getByRole("link", { name: /แจ้งซ่อม/ })
      .first()
      .waitFor();
    const seconds = (performance.now() - startedAt) / 1_000;
    return { seconds, scripts: await Promise.all(scripts) };
  } finally {
    await context.close();
  }
}

async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", network);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowerCpu });
}
