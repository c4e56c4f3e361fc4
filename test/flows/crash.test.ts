import { expect, test } from "vitest";
import { runCrashProof } from "#scripts/crash/run-crash-proof.ts";
import { useDatabase } from "#test/support/database.ts";

const mongodbUri = useDatabase();

/** Another one each time; a run that fails prints its own, and CRASH_SEED repeats its kills and its people. */
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);

test("servers killed in the middle of thirty chats lose no report, answer everybody and say nothing twice", {
  timeout: 180_000,
}, async () => {
  const report = await runCrashProof({ seed, chats: 30, kills: 4, servers: 2, mongodbUri });
  expect(report.problems, report.details).toEqual([]);
  expect(report.kills).toBe(4);
});
