import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useBrowser } from "#test/support/browser.ts";

const browser = useBrowser();
const sarabun = fileURLToPath(import.meta.resolve("@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf"));
const html = `<!doctype html><html lang="th"><meta charset="utf-8"><link rel="icon" href="data:,">
<style>@font-face { font-family: Sarabun; src: url(/sarabun.ttf) } body { font: 32px Sarabun; margin: 16px }</style>
<span id="stacked">ที่นี่</span> <span id="bare">ทนา</span><p>เครื่องพิมพ์ห้องธุรการ กระดาษติดค่ะ</p></html>`;
let server: Server;
let origin: string;

beforeAll(async () => {
  const font = await readFile(sarabun);
  server = createServer((request, response) => {
    const isFont = request.url === "/sarabun.ttf";
    response.setHeader("content-type", isFont ? "font/ttf" : "text/html; charset=utf-8");
    response.end(isFont ? font : html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://demo.localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** The fonts Chromium really drew an element with, web font or the machine's. */
async function fontsDrawn(page: Page, selector: string): Promise<{ familyName: string; isCustomFont: boolean }[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("DOM.enable");
  await devtools.send("CSS.enable");
  const { root } = await devtools.send("DOM.getDocument");
  const { nodeId } = await devtools.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  return (await devtools.send("CSS.getPlatformFontsForNode", { nodeId })).fonts;
}

it("shows a teacher Thai in Sarabun, with vowels and tone marks above their letters", async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 240 } });
  await page.goto(origin);
  await page.evaluate(() => document.fonts.ready);

  expect(await fontsDrawn(page, "p")).toMatchObject([{ familyName: "Sarabun", isCustomFont: true }]);
  // ที่นี่ is drawn in the width of its base letters: a mark that stood alone would add to it.
  const widths = await page.evaluate(() =>
    ["stacked", "bare"].map((id) => document.getElementById(id)?.getBoundingClientRect().width ?? 0),
  );
  expect(widths[0]).toBeGreaterThan(0);
  expect(widths[0]).toBeLessThan(widths[1] ?? 0);
});

it("asks nobody but this machine", async () => {
  const page = await browser.newPage();
  await expect(page.goto("http://www.example.com/")).rejects.toThrow("ERR_NAME_NOT_RESOLVED");
});

it("keeps Bangkok time and Thai dates", async () => {
  const page = await browser.newPage();
  await page.goto(origin);
  const shown = await page.evaluate(() =>
    new Intl.DateTimeFormat(undefined, { dateStyle: "long" }).format(new Date("2026-09-30T18:00:00Z")),
  );
  expect(shown).toBe("1 ตุลาคม 2569");
});
