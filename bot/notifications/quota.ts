import type { Line } from "#bot/line/open-line.ts";
import type { Clock } from "#bot/platform/clock.ts";
import type { Plan } from "./policy.ts";

/** What may still be pushed this month. `left` is null when LINE sets no limit, "unknown" while it cannot be asked. */
export type Allowance = { plan: Plan; left: number | null | "unknown" };

/** What LINE says of the month. `limit` null: none · `used` as of `askedAt`, null while LINE was never reached. */
export type Meter = { limit: number | null; used: number | null; askedAt: Date | null; plan: Plan };

/** The month's counted messages: asked of LINE every five minutes, counted by ourselves in between. */
export type Quota = {
  read(): Promise<Allowance>;
  /** a push was accepted */
  count(): void;
  /** LINE said that the month's messages are used up */
  usedUp(): void;
  /** the same as LINE counts it, for people to see; asked as seldom as for ourselves */
  meter(): Promise<Meter>;
};

/** From this plan on LINE's messages are plenty for an office (LINE's Thai price list: 300, 15,000, 35,000). */
const paidFrom = 15_000;
const keptForMs = 5 * 60_000;
const askAgainMs = 30_000;

/** Opens the count for one channel. Until LINE has answered once, the stricter plan holds. */
export function openQuota(line: Pick<Line, "quota" | "consumption">, clock: Clock): Quota {
  let known: Allowance = { plan: "free", left: "unknown" };
  let said: Omit<Meter, "plan"> = { limit: null, used: null, askedAt: null };
  let until = 0;
  let asking: Promise<void> | null = null;

  async function ask(): Promise<void> {
    const [limit, used] = await Promise.all([line.quota(), line.consumption()]);
    if (!limit.ok || !used.ok) {
      until = clock.now().getTime() + askAgainMs;
      return;
    }
    const askedAt = clock.now();
    until = askedAt.getTime() + keptForMs;
    said = { limit: limit.value, used: used.value, askedAt };
    const plan = limit.value === null || limit.value >= paidFrom ? "paid" : "free";
    known = { plan, left: limit.value === null ? null : Math.max(0, limit.value - used.value) };
  }

  async function read(): Promise<Allowance> {
    if (clock.now().getTime() >= until) {
      asking ??= ask().finally(() => {
        asking = null;
      });
      await asking;
    }
    return known;
  }

  return {
    read,
    count() {
      if (said.used !== null) said = { ...said, used: said.used + 1 };
      if (typeof known.left === "number") known = { ...known, left: Math.max(0, known.left - 1) };
    },
    usedUp() {
      known = { ...known, left: 0 };
      until = clock.now().getTime() + keptForMs;
    },
    async meter() {
      const { plan } = await read();
      return { ...said, plan };
    },
  };
}
