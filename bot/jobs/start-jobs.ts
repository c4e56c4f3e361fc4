import { MongoBackend } from "@agendajs/mongo-backend";
import { Agenda } from "agenda";
import type { DatabaseConnection } from "#bot/platform/database.ts";
import type { Logger } from "#bot/platform/logger.ts";
import { openSweeps, type SweepState } from "./run-sweeps.ts";
import type { Sweep } from "./sweep.ts";

// Measured on an idle server: 1.25 round trips a second for the tick, whatever the number of sweeps, and 0.65 for the sweeps of
// office-sweeps.ts. A job of Agenda's for each sweep would cost the tick's share again for every one of them.
const tickEveryMs = 4_000;
const lookEveryMs = 2_000;
/** A tick only begins sweeps, which takes no time. A dead process' tick is taken over after this and one look: within 8 s. */
const lockMs = 6_000;
const collection = "jobs";

export type JobsInput = {
  connection: DatabaseConnection;
  sweeps: readonly Sweep[];
  log: Pick<Logger, "warn" | "error">;
};

export type Jobs = {
  /** begins nothing more and waits for what is under way, `withinMs` at most; what is left others take up */
  stop(withinMs: number): Promise<void>;
  /** the sweeps of this process, and the tick that all processes share (null: none was ever set) */
  state(): Promise<JobsState>;
};

export type JobsState = { sweeps: SweepState[]; tick: { lastRunAt: Date | null; nextRunAt: Date | null; failures: number } | null };

/** What Agenda keeps of a job, as far as we show it. */
type AgendaJob = { lastRunAt?: Date | null; nextRunAt?: Date | null; failCount?: number };

/**
 * Starts the recurring sweeps. Of several processes one at a time gets the tick, and with it the sweeps; what they take they
 * claim, so that a tick which two got would do no harm.
 */
export async function startJobs({ connection, sweeps, log }: JobsInput): Promise<Jobs> {
  const { db } = connection;
  if (!db) throw new Error("startJobs needs an open database connection");
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: db, collection }),
    processEvery: lookEveryMs,
    defaultLockLifetime: lockMs,
  });
  const runner = openSweeps(sweeps, log);
  let isEnding = false;
  // Without a listener an error of Agenda's (the database is away) would end the process.
  agenda.on("error", (error: Error) => {
    if (!isEnding) log.warn({ err: error }, "the sweeps' timetable could not be read");
  });
  agenda.define("tick", async () => runner.begin());
  await agenda.start();
  await agenda.every(tickEveryMs, "tick");
  return {
    async stop(withinMs) {
      isEnding = true;
      // Not drain(): a tick is over in no time, and only stop() gives back one that this process holds for later.
      const givenBack = agenda.stop().catch((error: unknown) => log.warn({ err: error }, "the tick is not given back; it is free in 6 s"));
      const [isDone] = await Promise.all([runner.finish(withinMs), givenBack]);
      if (!isDone) log.warn({}, "sweeps are left in the middle; what they claimed is taken up elsewhere");
    },
    async state() {
      const tick = await db.collection(collection).findOne<AgendaJob>({ name: "tick" });
      const shared = tick && { lastRunAt: tick.lastRunAt ?? null, nextRunAt: tick.nextRunAt ?? null, failures: tick.failCount ?? 0 };
      return { sweeps: runner.state(), tick: shared };
    },
  };
}
