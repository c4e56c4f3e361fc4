import type { Logger } from "#bot/platform/logger.ts";
import type { Sweep } from "./sweep.ts";

/** A tick comes a little early at times; a sweep must not wait for the next one because of that. Milliseconds. */
const slackMs = 500;

/** How a sweep fares in this process. */
export type SweepState = {
  name: string;
  /** milliseconds between two beginnings */
  every: number;
  isUnderWay: boolean;
  lastBegunAt: Date | null;
  lastTookMs: number | null;
  runs: number;
  failures: number;
  /** the error's name; the log has the rest */
  lastFailure: { at: Date; error: string } | null;
};

export type SweepRunner = {
  /** begins every sweep whose time has come and that is not under way here; waits for none */
  begin(): void;
  /** waits for those under way, `withinMs` at most; true when all have ended */
  finish(withinMs: number): Promise<boolean>;
  state(): SweepState[];
};

/**
 * Runs sweeps side by side in one process: a slow one (LINE does not answer) must not hold up the rest.
 * @param elapsed milliseconds of a clock that only goes forward
 */
export function openSweeps(
  sweeps: readonly Sweep[],
  log: Pick<Logger, "error">,
  elapsed: () => number = () => performance.now(),
): SweepRunner {
  const begun = new Map<string, number>();
  const kept = new Map(sweeps.map(({ name, every }) => [name, unbegun(name, every)]));
  const underWay = new Map<string, Promise<void>>();
  let isEnding = false;

  function start({ name, run }: Sweep): void {
    const work = Promise.resolve()
      .then(run)
      .then(() => undefined)
      .catch((error: unknown) => {
        log.error({ err: error, sweep: name }, "a sweep failed; the next one goes on");
        note(name, ({ failures }) => ({ failures: failures + 1, lastFailure: { at: new Date(), error: nameOf(error) } }));
      })
      .finally(() => {
        underWay.delete(name);
        note(name, ({ runs }) => ({ runs: runs + 1, lastTookMs: Math.round(elapsed() - (begun.get(name) ?? 0)) }));
      });
    underWay.set(name, work);
    note(name, () => ({ lastBegunAt: new Date() }));
  }

  function note(name: string, change: (before: SweepState) => Partial<SweepState>): void {
    const before = kept.get(name);
    if (before) kept.set(name, { ...before, ...change(before) });
  }

  return {
    begin() {
      if (isEnding) return;
      const now = elapsed();
      for (const sweep of sweeps) {
        const last = begun.get(sweep.name);
        if (underWay.has(sweep.name) || (last !== undefined && now - last < sweep.every - slackMs)) continue;
        begun.set(sweep.name, now);
        start(sweep);
      }
    },
    async finish(withinMs) {
      isEnding = true;
      let timer: NodeJS.Timeout | undefined;
      const tooLate = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, withinMs);
      });
      await Promise.race([Promise.all(underWay.values()), tooLate]);
      clearTimeout(timer);
      return underWay.size === 0;
    },
    state: () => [...kept.values()].map((one) => ({ ...one, isUnderWay: underWay.has(one.name) })),
  };
}

function unbegun(name: string, every: number): SweepState {
  return { name, every, isUnderWay: false, lastBegunAt: null, lastTookMs: null, runs: 0, failures: 0, lastFailure: null };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
