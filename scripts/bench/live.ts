import { fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { MongoClient } from "mongodb";
import { openSessionTokens } from "#bot/api/session-token.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { databaseUri, seedPeople } from "#scripts/crash/seed-people.ts";
import { startMongo } from "#scripts/support/embedded-mongo.ts";
import { type BenchParts, startBenchParts } from "./bench-parts.ts";
import { type Moved, makeChanges } from "./live/changes.ts";
import type { ViewersAsk, ViewersSay } from "./live/viewers.ts";
import { measureGreetings, type Round } from "./measure.ts";
import { greeters, reporters, requestOf, seedBench } from "./seed-bench.ts";
import { channel, lineUserId, percentile } from "./wire.ts";

export type LiveFigures = {
  viewers: number;
  quiet: Round;
  /** the changes, and nobody who looks at them */
  unseen: Round;
  /** the changes before 500 open pages */
  loud: Round;
  changes: { asked: number; done: number; failed: number; heard: number; heardAfterP95: number };
  /** of the whole server process: bytes resident, share of one core */
  memory: { before: number; with500: number; after: number };
  cpu: { quiet: number; unseen: number; loud: number };
  /** of mongod, from everybody */
  connections: { before: number; with500: number };
};

const teachers = 400;
const technicians = 25;
/** Each technician has the desk open four times over. */
const pagesEach = 4;
const jobsEach = 8;
const changesPerSecond = 50;
/** Webhooks a second on both sides: what a busy minute of a whole office brings. */
const webhooksPerSecond = 100;
const seconds = 10;

/** 500 open pages and 50 changes a second: what they cost the server, and what they do to its webhook. */
export async function benchLive(say: (line: string) => void): Promise<LiveFigures> {
  const mongo = await startMongo({ say });
  const uri = databaseUri(mongo.uri, `bench-live-${Date.now().toString(36)}`);
  const client = await MongoClient.connect(uri);
  try {
    await seedBench(client);
    const requests = await seedJobs(client);
    const parts = await startBenchParts(uri);
    const viewers = fork(resolve(import.meta.dirname, "live/viewers.ts"));
    try {
      return await measure({ parts, client, viewers: viewersOf(viewers), requests, say });
    } finally {
      viewers.disconnect();
      await parts.stop();
    }
  } finally {
    await client.db().dropDatabase();
    await client.close();
    await mongo.stop();
  }
}

/** Jobs in the technicians' hands, of the first teachers. */
async function seedJobs(client: MongoClient): Promise<Moved[]> {
  const first = greeters + reporters;
  const staff = await seedPeople(
    client,
    Array.from({ length: technicians }, (_, index) => ({
      lineUserId: lineUserId(first + index),
      name: `ช่างทดสอบ ลำดับที่${index}`,
      role: "technician" as const,
      zone: 1_000 + index,
    })),
  );
  const people = await client
    .db()
    .collection<PersonDocument>("people")
    .find({ "grants.0": { $exists: false } })
    .limit(teachers)
    .toArray();
  const jobs = staff.flatMap((technician, at) =>
    Array.from({ length: jobsEach }, (_, index) => {
      const requester = people[(at * jobsEach + index) % people.length] as PersonDocument;
      const request = requestOf(requester, 50_000 + at * jobsEach + index);
      return { ...request, state: "accepted", awaits: null, assignee: { id: technician._id, name: technician.name } };
    }),
  );
  await client.db().collection<RequestDocument>("requests").insertMany(jobs);
  const lineOf = new Map(staff.map(({ _id, lineUserId: line }) => [_id, line ?? ""]));
  return jobs.map(({ _id, assignee }) => ({ id: _id, state: "accepted", cookie: cookieOf(lineOf.get(assignee.id) ?? "") }));
}

function cookieOf(line: string): string {
  return `ict_session=${openSessionTokens(channel.secret).make(line, new Date())}`;
}

type Viewers = { ask(what: ViewersAsk): Promise<ViewersSay> };

function viewersOf(child: ReturnType<typeof fork>): Viewers {
  return {
    async ask(what) {
      child.send(what);
      const [said] = (await once(child, "message")) as [ViewersSay];
      return said;
    },
  };
}

type Measuring = { parts: BenchParts; client: MongoClient; viewers: Viewers; requests: Moved[]; say(line: string): void };

async function measure({ parts, client, viewers, requests, say }: Measuring): Promise<LiveFigures> {
  const { ours } = parts;
  const pace = { kind: "open" as const, seconds, rate: webhooksPerSecond };
  const connections = async () => Number((await client.db().admin().serverStatus()).connections.current);
  say("Warming up …");
  await measureGreetings(parts, ours, { kind: "closed", seconds: 3 });
  say(`${webhooksPerSecond} webhooks a second, no page open …`);
  const before = { memory: await memoryOf(ours.port), connections: await connections() };
  const quiet = await measuring(parts, () => measureGreetings(parts, ours, pace));
  const watcher = cookieOf(lineUserId(greeters + reporters));
  const change = () => makeChanges(ours.port, requests, watcher, { rate: changesPerSecond, seconds });
  say(`${changesPerSecond} changes a second beside them …`);
  const unseen = await measuring(parts, async () => (await Promise.all([measureGreetings(parts, ours, pace), change()]))[0]);
  say(`${teachers + technicians * pagesEach} pages open …`);
  const staff = Array.from({ length: technicians * pagesEach }, (_, index) =>
    cookieOf(lineUserId(greeters + reporters + (index % technicians))),
  );
  const teacherCookies = Array.from({ length: teachers }, (_, index) => cookieOf(lineUserId(index)));
  await viewers.ask({ open: { port: ours.port, cookies: [...teacherCookies, ...staff] } });
  const with500 = { memory: await memoryOf(ours.port), connections: await connections() };
  say("The same before them …");
  let changes = { done: 0, failed: 0, heardAfter: [] as number[] };
  const loud = await measuring(parts, async () => {
    const [round, made] = await Promise.all([measureGreetings(parts, ours, pace), change()]);
    changes = made;
    return round;
  });
  const said = await viewers.ask({ count: true });
  return {
    viewers: said.open,
    quiet: quiet.round,
    unseen: unseen.round,
    loud: loud.round,
    changes: {
      asked: changesPerSecond * seconds,
      done: changes.done,
      failed: changes.failed,
      heard: "heard" in said ? said.heard : 0,
      heardAfterP95: percentile(changes.heardAfter, 95),
    },
    memory: { before: before.memory, with500: with500.memory, after: await memoryOf(ours.port) },
    cpu: { quiet: quiet.cpu, unseen: unseen.cpu, loud: loud.cpu },
    connections: { before: before.connections, with500: with500.connections },
  };
}

/** A round with the share of one core that the server took meanwhile. */
async function measuring({ ours }: BenchParts, run: () => Promise<Round>): Promise<{ round: Round; cpu: number }> {
  const startedAt = performance.now();
  const before = await ours.usage();
  const round = await run();
  const after = await ours.usage();
  return { round, cpu: ((after.cpuSeconds - before.cpuSeconds) * 1_000) / (performance.now() - startedAt) };
}

async function memoryOf(port: number): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]);
}
