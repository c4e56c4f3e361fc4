import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FolderInUse, holdFolder, runningDemo } from "#scripts/support/embedded-mongo.ts";

let folder: string;
let firstDemo: Server;
let url: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kept-"));
  firstDemo = createServer((_request, response) => response.end("phones")).listen(0, "127.0.0.1");
  await new Promise((resolve) => firstDemo.once("listening", resolve));
  url = `http://127.0.0.1:${(firstDemo.address() as AddressInfo).port}/`;
});
afterEach(async () => {
  firstDemo.close();
  await rm(folder, { recursive: true, force: true });
});

/** As another process that is alive (this one's parent) would have left it. */
async function claimedByAnother(claim: object) {
  await writeFile(join(folder, "demo.json"), JSON.stringify({ pid: process.ppid, startedAt: new Date().toISOString(), ...claim }));
}

it("refuses a second demo on the same folder and says where the first one is", async () => {
  await claimedByAnother({ url });
  const refusal = await holdFolder(folder).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(FolderInUse);
  expect(String(refusal).split("\n")).toContain(`  ${url}`);
  expect(await runningDemo(folder)).toMatchObject({ url });
});

it("refuses a second demo while the first one is still starting", async () => {
  await claimedByAnother({});
  await expect(holdFolder(folder)).rejects.toThrow(/กำลังเริ่มทำงาน/);
});

it.each([
  ["its process is gone", { pid: 2 ** 22 + 1 }],
  ["its process id belongs to somebody else after a restart of the machine", { startedAt: "2026-01-01T00:00:00Z" }],
])("takes the folder over from a demo that did not end well: %s", async (_why, claim) => {
  await claimedByAnother(claim);
  const held = await holdFolder(folder);
  await held.announce({ url, mongoUri: "mongodb://127.0.0.1:1" });
  expect(JSON.parse(await readFile(join(folder, "demo.json"), "utf8"))).toMatchObject({ pid: process.pid, url });
  await held.release();
  expect(await runningDemo(folder)).toBeNull();
});

it("takes over when nothing answers at the old address any more", async () => {
  await claimedByAnother({ url });
  await new Promise((resolve) => firstDemo.close(resolve));
  await (await holdFolder(folder)).release();
});
