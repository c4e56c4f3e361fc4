import type { Logger } from "#bot/platform/logger.ts";
import type { Sweep } from "./sweep.ts";

/** A tick comes a little early at times; a sweep must not wait for the next one because of that. Milliseconds. */
const slackMs = 500;

export type SweepRunner = {
  /** begins every sweep whose time has come and that is not under way here; waits for none */
  begin(): void;
  /** waits for those under way, `withinMs` at most; true when all have ended */
  finish(withinMs: number): Promise<boolean>;
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
  const underWay = new Map<string, Promise<void>>();
  let isEnding = false;

  function start({ name, run }: Sweep): void {
    const work = Promise.resolve()
      .then(run)
      .then(() => undefined)
      .catch((error: unknown) => log.error({ err: error, sweep: name }, "a sweep failed; the next one goes on"))
      .finally(() => underWay.delete(name));
    underWay.set(name, work);
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
  };
}
