import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { startLineProcess } from "#test/support/simulator.ts";

const ledgerFile = join(tmpdir(), `simulator-ledger-${process.pid}.jsonl`);
afterEach(() => rm(ledgerFile, { force: true }));

it("A simulator of its own process keeps sending while the server is away, and leaves a ledger behind", async () => {
  // Nobody listens on port 9 (discard): the server is dead.
  const line = await startLineProcess({ webhookUrl: "http://127.0.0.1:9/webhook", ledgerFile, redelivery: { attempts: 1, intervalMs: 1 } });
  try {
    const teacher = await line.user("ครูสมหญิง");
    await teacher.says("มีใครอยู่ไหม");
    await line.operations.drained({});
    expect(await line.events()).toMatchObject([{ state: "given-up", attempts: [{ status: "could_not_connect" }, {}] }]);
  } finally {
    await line.stop();
  }
  const entries = (await readFile(ledgerFile, "utf8")).trim().split("\n");
  expect(entries.map((entry) => JSON.parse(entry).kind)).toEqual(["message", "event", "event"]);
});
