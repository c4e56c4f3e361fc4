import type { BenchParts, Measured, Usage } from "./bench-parts.ts";
import { greeters, reporters } from "./seed-bench.ts";

const connections = 50;
const greeting = "สวัสดีค่ะ";

export type Round = {
  acknowledgedPerSecond: number;
  ackP50: number;
  ackP99: number;
  repliesPerSecond: number;
  endToEndP50: number;
  endToEndP99: number;
  cpuMsPerReply: number;
  roundTripsPerReply: number;
  /** acknowledged events without a reply of their own, and webhooks that were not acknowledged: both should be 0 */
  unanswered: number;
  refused: number;
};

type Pace = { kind: "closed"; seconds: number } | { kind: "open"; seconds: number; rate: number };

/** Greets a bot for some seconds and waits for every answer. */
export async function measureGreetings(parts: BenchParts, bot: Measured, pace: Pace): Promise<Round> {
  await parts.line.reset();
  const before = await bot.usage();
  const sent = await parts.load({ port: bot.port, connections, text: greeting, firstPerson: 0, people: greeters, ...pace });
  const heard = await parts.line.until(sent.acknowledged);
  const used = difference(await untilAtRest(bot), before);
  return {
    acknowledgedPerSecond: sent.acknowledged / sent.seconds,
    ackP50: sent.p50,
    ackP99: sent.p99,
    repliesPerSecond: heard.replies / heard.seconds,
    endToEndP50: heard.p50,
    endToEndP99: heard.p99,
    cpuMsPerReply: (used.cpuSeconds * 1_000) / heard.replies,
    roundTripsPerReply: used.roundTrips / heard.replies,
    unanswered: sent.acknowledged - heard.replies,
    refused: Object.entries(sent.statuses).reduce((sum, [status, count]) => sum + (status === "200" ? 0 : count), 0),
  };
}

/** Round trips of single turns, one at a time: the middle of several, because sweeps fall in between. */
export async function measureLoneTurns(
  parts: BenchParts,
  bot: Measured,
  turns: number,
): Promise<{ roundTrips: number; milliseconds: number }> {
  const roundTrips: number[] = [];
  const milliseconds: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    await parts.line.reset();
    const before = await untilAtRest(bot);
    await parts.load({ port: bot.port, connections: 1, text: greeting, firstPerson: turn, people: 1, kind: "once" });
    milliseconds.push((await parts.line.until(1)).p50);
    roundTrips.push(difference(await untilAtRest(bot), before).roundTrips);
  }
  return { roundTrips: median(roundTrips), milliseconds: median(milliseconds) };
}

const toTheSummary = ["ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ", "ข้าม"];

/** Brings people to the summary of a report, then lets all of them confirm. */
export async function measureSubmits(
  parts: BenchParts,
  bot: Measured,
): Promise<{ perSecond: number; roundTrips: number; submits: number }> {
  const people = { port: bot.port, connections, firstPerson: greeters, people: reporters, kind: "once" as const };
  for (const text of toTheSummary) {
    await parts.line.reset();
    await parts.load({ ...people, text });
    await parts.line.until(reporters);
  }
  await parts.line.reset();
  const before = await untilAtRest(bot);
  await parts.load({ ...people, text: "ยืนยัน" });
  const heard = await parts.line.until(reporters);
  const used = difference(await untilAtRest(bot), before);
  return { perSecond: heard.replies / heard.seconds, roundTrips: used.roundTrips / heard.replies, submits: heard.replies };
}

/** What a bot has used when it has nothing left to write: marks follow the reply. */
async function untilAtRest(bot: Measured): Promise<Usage> {
  let last = await bot.usage();
  for (let looks = 0; looks < 50; looks++) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    const now = await bot.usage();
    if (now.roundTrips === last.roundTrips) return now;
    last = now;
  }
  return last;
}

const difference = (after: Usage, before: Usage): Usage => ({
  cpuSeconds: after.cpuSeconds - before.cpuSeconds,
  roundTrips: after.roundTrips - before.roundTrips,
});

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The middle of each figure over several rounds. */
export function medianRound(rounds: Round[]): Round {
  const [first] = rounds;
  if (!first) throw new Error("No round was run.");
  const names = Object.keys(first) as (keyof Round)[];
  return Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name]))])) as Round;
}
