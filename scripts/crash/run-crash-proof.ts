import { MongoClient } from "mongodb";
import type { SimulatorProcess } from "#scripts/simulator/spawn.ts";
import type { ChatMessage } from "#scripts/simulator/types.ts";
import { type Cast, castPeople, channel, startLine } from "./cast.ts";
import type { Evidence } from "./check-ledger.ts";
import { type CrashReport, reportOf } from "./crash-report.ts";
import { type Fleet, startFleet } from "./fleet.ts";
import { type Killer, openKiller, planKills } from "./killer.ts";
import { watchCalls } from "./live-calls.ts";
import { type Lived, liveStory, type Technician } from "./live-story.ts";
import { openPhone } from "./phone.ts";
import { seededRandom } from "./random.ts";
import { readStored, untilQuiet } from "./stored.ts";
import { lengthOf, type Story, storyOf } from "./stories.ts";

export type CrashOptions = {
  seed: number;
  chats: number;
  /** SIGKILLs of servers */
  kills: number;
  servers: number;
  /** an empty database of a replica set */
  mongodbUri: string;
  /** called when half of the steps are taken: kill a primary, say */
  atHalf?: () => Promise<unknown>;
};

const quietWithinMs = 40_000;

/** Lives many chats against servers that are killed again and again, and judges what is left by LINE's and our own books. */
export async function runCrashProof(options: CrashOptions): Promise<CrashReport> {
  const startedAt = performance.now();
  const line = await startLine();
  const client = await MongoClient.connect(options.mongodbUri);
  try {
    const cast = await castPeople(line, client, options.chats);
    const fleet = await startFleet(options.servers, { lineUrl: line.url, mongodbUri: options.mongodbUri, channel });
    try {
      await line.setWebhookUrl({ url: `${fleet.url}/webhook` });
      const { evidence, kills } = await live(options, { line, client, cast, fleet });
      const seconds = (performance.now() - startedAt) / 1_000;
      const { seed, chats, kills: killsWanted } = options;
      return reportOf({ seed, chats, killsWanted, kills, seconds, serverLines: fleet.lines() }, evidence);
    } finally {
      await fleet.stop();
    }
  } finally {
    await client.close();
    await line.stop();
  }
}

type Scene = { line: SimulatorProcess; client: MongoClient; cast: Cast; fleet: Fleet };

async function live(options: CrashOptions, scene: Scene): Promise<{ evidence: Evidence; kills: number }> {
  const { line, client, cast, fleet } = scene;
  const random = seededRandom(options.seed);
  const stories = cast.teachers.map((_, index) => storyOf(index, random));
  const steps = stories.reduce((sum, story) => sum + lengthOf(story), 0);
  const killer = openKiller(planKills(random, options.kills, steps, options.servers), fleet, line);
  const unwatch = await watchCalls(line.url, killer.hear);
  const lives = await liveAll(options, stories, steps, scene, killer);
  const kills = await killer.finish();
  await line.drained({});
  const left = await untilQuiet(client, quietWithinMs);
  unwatch();
  const chatIds = [...cast.teachers, ...cast.technicians];
  const transcripts = new Map<string, ChatMessage[]>();
  for (const chatId of chatIds) transcripts.set(chatId, await line.transcript({ chatId }));
  const [events, calls, stored] = [await line.events({}), await line.calls({}), await readStored(client.db())];
  return { evidence: { lives, events, calls, transcripts, stored, left }, kills };
}

/** Steps a second of all chats together, about: what one server answers easily on a small machine. */
const stepsPerSecond = 45;

async function liveAll(
  { seed, atHalf }: CrashOptions,
  stories: Story[],
  steps: number,
  { line, cast }: Scene,
  killer: Killer,
): Promise<Lived[]> {
  const technicians: Technician[] = cast.technicians.map((userId) => ({ phone: openPhone(line, userId), turn: Promise.resolve() }));
  let taken = 0;
  let half: Promise<unknown> = Promise.resolve();
  const onStep = () => {
    taken += 1;
    killer.step();
    if (taken === Math.floor(steps / 2)) half = atHalf?.() ?? half;
  };
  const teacherMs = (stories.length / stepsPerSecond) * 1_000;
  const lives = await Promise.all(
    stories.map((story, index) => {
      const [teacher = "", technician = technicians[0] as Technician] = [cast.teachers[index], technicians[index % technicians.length]];
      // A technician has several chats to look after, and hurries.
      const tempo = { random: seededRandom(seed + index), teacherMs, technicianMs: teacherMs / 4 };
      return liveStory(story, openPhone(line, teacher), technician, tempo, onStep);
    }),
  );
  await half;
  return lives;
}
