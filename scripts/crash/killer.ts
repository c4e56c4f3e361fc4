import { setTimeout as pause } from "node:timers/promises";
import type { Operations } from "#scripts/simulator/operations.ts";
import type { ApiCall } from "#scripts/simulator/types.ts";
import type { Fleet } from "./fleet.ts";
import type { Random } from "./random.ts";

/** A kill of the plan: when so many steps have been taken, at once or when LINE has accepted a message whose answer is still on its way. */
export type Kill = { atStep: number; when: "any-moment" | "accepted-not-marked"; afterMs: number; victim: number; restMs: number };

/** Spreads kills over the run; half of them fall between LINE's acceptance and our mark. */
export function planKills(random: Random, kills: number, steps: number, servers: number): Kill[] {
  // The first steps find everything new, and the last ones leave time for what a late kill breaks.
  const [from, to] = [Math.ceil(steps * 0.05), Math.floor(steps * 0.8)];
  return Array.from({ length: kills }, (_, index): Kill => {
    const share = (to - from) / kills;
    return {
      atStep: Math.round(from + share * index + random.next() * share),
      when: index % 2 === 0 ? "accepted-not-marked" : "any-moment",
      afterMs: random.between(0, 400),
      restMs: random.between(1_000, 5_000),
      victim: random.between(0, servers - 1),
    };
  });
}

export type Killer = {
  /** one more step is taken */
  step(): void;
  hear(call: ApiCall): void;
  /** kills that were done; resolves when the last is */
  finish(): Promise<number>;
};

/** LINE keeps its answer back so long, while a kill is wanted between acceptance and mark. */
const answerDelayMs = 1_200;
/** With two servers one accepted message may be the other's: after some of them the victim has one of its own. */
const acceptedBefore = (servers: number) => (servers === 1 ? 1 : 3);

/** Kills servers as planned. A kill waits for the one before it: a server that only starts has nothing to lose yet. */
export function openKiller(plan: Kill[], fleet: Fleet, line: Operations): Killer {
  const left = [...plan];
  let steps = 0;
  let accepted = 0;
  let done = 0;
  let tellAccepted: (() => void) | null = null;
  let under: Promise<void> = Promise.resolve();

  async function untilAccepted(): Promise<void> {
    accepted = 0;
    const enough = new Promise<void>((resolve) => {
      tellAccepted = resolve;
    });
    for (const endpoint of ["reply", "push"]) await line.setFault({ endpoint, fault: { kind: "slow-answer", ms: answerDelayMs } });
    await Promise.race([enough, pause(3_000)]);
    tellAccepted = null;
  }

  async function kill({ when, afterMs, victim, restMs }: Kill): Promise<void> {
    if (when === "accepted-not-marked") await untilAccepted();
    else await pause(afterMs);
    const replaced = fleet.kill(victim);
    await line.clearFaults({});
    if (!replaced) return;
    done += 1;
    await replaced;
    // Killed as soon as it is up, every time, a server would get nothing done, and nothing would be at stake.
    await pause(restMs);
  }

  return {
    step() {
      steps += 1;
      for (let next = left[0]; next && steps >= next.atStep; next = left[0]) {
        const due = next;
        left.shift();
        under = under.then(() => kill(due));
      }
    },
    hear(call) {
      if (call.fault !== "slow-answer" || call.status !== 200) return;
      accepted += 1;
      if (accepted >= acceptedBefore(fleet.size)) tellAccepted?.();
    },
    async finish() {
      await under;
      return done;
    },
  };
}
