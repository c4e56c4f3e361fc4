import { MongoClient } from "mongodb";
import { openPrintLinks } from "#bot/api/print-links.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { databaseUri } from "#scripts/crash/seed-people.ts";
import { startMongo } from "#scripts/support/embedded-mongo.ts";
import { startBenchParts } from "./bench-parts.ts";
import { measureGreetings, type Round } from "./measure.ts";
import { seedBench } from "./seed-bench.ts";
import { channel, percentile } from "./wire.ts";

export type PrintFigures = {
  /** milliseconds of single documents, one after the other, once the process that sets them is warm */
  warmP50: number;
  warmP95: number;
  quiet: Round;
  /** while everybody prints at once */
  loud: Round;
  /** documents asked for at once, those that came, and how long the last took; milliseconds */
  atOnce: { asked: number; came: number; took: number };
};

const documents = 50;
const webhooksPerSecond = 100;
const seconds = 6;
/** The last of so many at once must be out while the webhooks still come. */
const beginAfterMs = 1_000;

/** One-page documents: how long one takes, and what fifty at once do to the webhook. */
export async function benchPrint(say: (line: string) => void): Promise<PrintFigures> {
  const mongo = await startMongo({ say });
  const uri = databaseUri(mongo.uri, `bench-print-${Date.now().toString(36)}`);
  const client = await MongoClient.connect(uri);
  try {
    await seedBench(client);
    const parts = await startBenchParts(uri);
    try {
      const { ours } = parts;
      const addresses = await linksTo(client, ours.port);
      const pace = { kind: "open" as const, seconds, rate: webhooksPerSecond };
      say("Warming up …");
      for (const address of addresses.slice(0, 5)) await timed(address);
      await measureGreetings(parts, ours, { kind: "closed", seconds: 3 });
      say(`${documents} documents, one after the other …`);
      const warm: number[] = [];
      for (const address of addresses) warm.push((await timed(address)).took);
      say(`${webhooksPerSecond} webhooks a second, nobody prints …`);
      const quiet = await measureGreetings(parts, ours, pace);
      say(`The same, and ${documents} print at once …`);
      const [loud, printed] = await Promise.all([measureGreetings(parts, ours, pace), allAtOnce(addresses)]);
      return { warmP50: percentile(warm, 50), warmP95: percentile(warm, 95), quiet, loud, atOnce: printed };
    } finally {
      await parts.stop();
    }
  } finally {
    await client.db().dropDatabase();
    await client.close();
    await mongo.stop();
  }
}

/** Links to as many requests, each its requester's. */
async function linksTo(client: MongoClient, port: number): Promise<string[]> {
  const requests = await client.db().collection<RequestDocument>("requests").find().limit(documents).toArray();
  const links = openPrintLinks(channel.secret);
  const until = new Date(Date.now() + 10 * 60_000);
  return requests.map(({ _id, requester }) => {
    const token = links.make({ requestId: _id, personId: requester.id ?? "" }, until);
    return `http://127.0.0.1:${port}/print/${token}`;
  });
}

async function timed(address: string): Promise<{ took: number; isOk: boolean }> {
  const from = performance.now();
  const response = await fetch(address);
  await response.arrayBuffer();
  return { took: performance.now() - from, isOk: response.ok };
}

async function allAtOnce(addresses: string[]): Promise<PrintFigures["atOnce"]> {
  await new Promise((resolve) => setTimeout(resolve, beginAfterMs));
  const printed = await Promise.all(addresses.map(timed));
  const came = printed.filter(({ isOk }) => isOk);
  return { asked: addresses.length, came: came.length, took: Math.max(...printed.map(({ took }) => took)) };
}
