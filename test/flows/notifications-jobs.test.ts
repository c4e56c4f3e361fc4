import mongoose from "mongoose";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openSweeps } from "#bot/jobs/run-sweeps.ts";
import { type Jobs, startJobs } from "#bot/jobs/start-jobs.ts";
import { connectDatabase } from "#bot/platform/database.ts";
import { useDatabase } from "#test/support/database.ts";

const uri = useDatabase();
const log = pino({ level: "silent" });
const running: Jobs[] = [];

beforeAll(() => connectDatabase(uri, { poolSize: 10 }));
afterAll(async () => {
  await Promise.all(running.map((jobs) => jobs.stop(2_000)));
  await mongoose.disconnect();
});

const start = async (run: () => Promise<unknown>) => {
  const jobs = await startJobs({ connection: mongoose.connection, log, sweeps: [{ name: "test", every: 1_000, run }] });
  running.push(jobs);
  return jobs;
};

it("begins the sweeps soon after the start, in one of two processes at a time, and stops cleanly", async () => {
  let [first, second] = [0, 0];
  const one = await start(async () => first++);
  const two = await start(async () => second++);
  await vi.waitFor(() => expect(first + second).toBeGreaterThanOrEqual(2), { timeout: 15_000, interval: 100 });
  expect(await mongoose.connection.collection("jobs").countDocuments()).toBe(1);
  await Promise.all([one.stop(2_000), two.stop(2_000)]);
  running.length = 0;
  expect(await mongoose.connection.collection("jobs").countDocuments({ lockedAt: { $ne: null } })).toBe(0);
});

it("takes over the tick of a process that died, well within 20 s", async () => {
  let sweeps = 0;
  await start(async () => sweeps++);
  await vi.waitFor(() => expect(sweeps).toBeGreaterThan(0), { timeout: 10_000, interval: 50 });
  const before = sweeps;
  const died = new Date();
  const jobs = mongoose.connection.collection("jobs");
  // As another process leaves it that locked the tick and was killed.
  const unlocked = { name: "tick", lockedAt: null };
  const locked = () => jobs.updateOne(unlocked, { $set: { lockedAt: died, nextRunAt: died } });
  await vi.waitFor(async () => expect((await locked()).modifiedCount).toBe(1), { timeout: 5_000, interval: 50 });
  const stolen = sweeps;
  await vi.waitFor(() => expect(sweeps).toBeGreaterThan(stolen), { timeout: 14_000, interval: 50 });
  expect(Date.now() - died.getTime()).toBeLessThan(15_000);
  expect(stolen - before).toBeLessThanOrEqual(1);
});

it("lets a slow sweep hold up no other, begins it anew only when it has ended, and outlives one that fails", async () => {
  let now = 0;
  let quick = 0;
  const slow = Promise.withResolvers<void>();
  const began = vi.fn(() => slow.promise);
  const sweeps = openSweeps(
    [
      { name: "slow", every: 1_000, run: began },
      { name: "quick", every: 1_000, run: async () => quick++ },
      { name: "seldom", every: 60_000, run: () => Promise.reject(new Error("not today")) },
    ],
    log,
    () => now,
  );
  for (; now < 5_000; now += 1_000) {
    sweeps.begin();
    await new Promise(setImmediate);
  }
  expect([began.mock.calls.length, quick]).toEqual([1, 5]);
  expect(await sweeps.finish(20)).toBe(false);
  slow.resolve();
  expect(await sweeps.finish(1_000)).toBe(true);
  sweeps.begin();
  expect(quick).toBe(5);
});
