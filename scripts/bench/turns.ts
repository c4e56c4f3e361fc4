import { MongoClient } from "mongodb";
import { databaseUri } from "#scripts/crash/seed-people.ts";
import { startMongo } from "#scripts/support/embedded-mongo.ts";
import { type BenchParts, startBenchParts } from "./bench-parts.ts";
import { measureGreetings, measureLoneTurns, measureSubmits, medianRound, type Round } from "./measure.ts";
import { reporters, seedBench } from "./seed-bench.ts";

export type TurnFigures = {
  echo: Round;
  ours: Round;
  /** ours at half of its rate */
  half: Round & { rate: number };
  lone: { roundTrips: number; milliseconds: number };
  submits: { perSecond: number; roundTrips: number; submits: number; stored: number; of: number };
  rounds: { echo: Round; ours: Round }[];
};

export type TurnOptions = {
  say(line: string): void;
  rounds: number;
  seconds: number;
  /** Node options for our server, such as --cpu-prof */
  nodeOptions?: string;
};

/** Echo bot and ours in turn, so that what else the machine does weighs on both alike. */
export async function benchTurns({ say, rounds, seconds, nodeOptions }: TurnOptions): Promise<TurnFigures> {
  const mongo = await startMongo({ say });
  const uri = databaseUri(mongo.uri, `bench-${Date.now().toString(36)}`);
  const client = await MongoClient.connect(uri);
  try {
    await seedBench(client);
    const parts = await startBenchParts(uri, nodeOptions === undefined ? {} : { NODE_OPTIONS: nodeOptions });
    try {
      return await measureAll(parts, client, { say, rounds, seconds });
    } finally {
      await parts.stop();
    }
  } finally {
    await client.db().dropDatabase();
    await client.close();
    await mongo.stop();
  }
}

async function measureAll(parts: BenchParts, client: MongoClient, { say, rounds, seconds }: TurnOptions): Promise<TurnFigures> {
  const { echo, ours } = parts;
  say("Warming up …");
  for (const bot of [echo, ours]) await measureGreetings(parts, bot, { kind: "closed", seconds: 3 });
  const measured: TurnFigures["rounds"] = [];
  for (let round = 1; round <= rounds; round++) {
    say(`Greetings, round ${round} of ${rounds} …`);
    const first = await measureGreetings(parts, echo, { kind: "closed", seconds });
    measured.push({ echo: first, ours: await measureGreetings(parts, ours, { kind: "closed", seconds }) });
  }
  const middle = { echo: medianRound(measured.map((one) => one.echo)), ours: medianRound(measured.map((one) => one.ours)) };
  const rate = Math.round(middle.ours.repliesPerSecond / 2);
  say(`Greetings at half load, ${rate} a second …`);
  const half = await measureGreetings(parts, ours, { kind: "open", seconds, rate });
  say("Single turns …");
  const lone = await measureLoneTurns(parts, ours, 15);
  say(`${reporters} reports …`);
  const submits = await measureSubmits(parts, ours);
  const stored = await client
    .db()
    .collection("requests")
    .countDocuments({ tail: { $lt: 900_000 } });
  return { ...middle, half: { ...half, rate }, lone, submits: { ...submits, stored, of: reporters }, rounds: measured };
}
