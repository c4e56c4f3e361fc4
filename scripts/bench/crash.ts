import type { CrashReport } from "#scripts/crash/crash-report.ts";
import type { CrashOptions } from "#scripts/crash/run-crash-proof.ts";
import { runCrashProof } from "#scripts/crash/run-crash-proof.ts";
import { databaseUri } from "#scripts/crash/seed-people.ts";
import { startMongo, startReplicaSet } from "#scripts/support/embedded-mongo.ts";

type Variant = { name: string; options: Pick<CrashOptions, "chats" | "kills" | "servers">; mongods: 1 | 3 };

const variants: Variant[] = [
  { name: "one server", options: { chats: 300, kills: 20, servers: 1 }, mongods: 1 },
  { name: "two servers", options: { chats: 60, kills: 6, servers: 2 }, mongods: 1 },
  { name: "the primary of three mongods", options: { chats: 40, kills: 2, servers: 1 }, mongods: 3 },
];

export type CrashOutcome = { name: string; report: CrashReport };

/** The crash proof in its large form. The seed is printed before anything is killed. */
export async function benchCrashes(seed: number, say: (line: string) => void, only?: string): Promise<CrashOutcome[]> {
  const outcomes: CrashOutcome[] = [];
  for (const { name, options, mongods } of variants.filter((variant) => only === undefined || variant.name === only)) {
    say(`Crash proof, ${name}: ${options.chats} chats, ${options.kills} kills, seed ${seed} …`);
    const run = { seed, ...options };
    outcomes.push({ name, report: mongods === 1 ? await onOneMongod(run, say) : await onThreeMongods(run, say) });
  }
  return outcomes;
}

async function onOneMongod(options: Omit<CrashOptions, "mongodbUri">, say: (line: string) => void): Promise<CrashReport> {
  const mongo = await startMongo({ say });
  try {
    return await runCrashProof({ ...options, mongodbUri: databaseUri(mongo.uri, `crash-${Date.now().toString(36)}`) });
  } finally {
    await mongo.stop();
  }
}

async function onThreeMongods(options: Omit<CrashOptions, "mongodbUri">, say: (line: string) => void): Promise<CrashReport> {
  const set = await startReplicaSet({ members: 3, say });
  try {
    return await runCrashProof({ ...options, mongodbUri: databaseUri(set.uri, "crash"), atHalf: () => set.killPrimary() });
  } finally {
    await set.stop();
  }
}

/** What came of it, one line each; a failure with everything that helps to find out why. */
export function renderCrashes(outcomes: CrashOutcome[]): string {
  return outcomes
    .map(({ name, report }) => {
      const { chats, kills, requests, replies, pushes, triedAgain, redelivered, seconds, problems, seed } = report;
      const figures = `${chats} chats, ${kills} kills, ${requests} requests, ${replies} replies, ${pushes} pushes`;
      const windows = `${redelivered} webhooks redelivered, ${triedAgain} accepted messages tried again`;
      const verdict = problems.length === 0 ? "nothing lost, nothing twice" : `${problems.length} PROBLEMS`;
      return [`crash proof, ${name}, seed ${seed}: ${verdict} (${figures}; ${windows}; ${seconds.toFixed(0)} s)`, report.details]
        .filter(Boolean)
        .join("\n");
    })
    .join("\n");
}
