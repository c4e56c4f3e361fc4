import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { type BotProcess, startBot, untilBotReady } from "#scripts/crash/bot-process.ts";
import { type NodeProcess, readJsonLine, startNode } from "#scripts/crash/node-process.ts";
import type { FakeLineStats } from "./fake-line.ts";
import type { Load, LoadResult } from "./load.ts";
import { channel } from "./wire.ts";

/** What a bot has used so far. */
export type Usage = { cpuSeconds: number; roundTrips: number };

/** A bot under measurement. */
export type Measured = { port: number; usage(): Promise<Usage> };

export type FakeLine = {
  reset(): Promise<void>;
  /** resolves when so many replies have come, or after some seconds without them */
  until(replies: number): Promise<FakeLineStats>;
};

/** All processes of the bench but mongod. */
export type BenchParts = {
  line: FakeLine;
  echo: Measured;
  ours: Measured;
  load(load: Load): Promise<LoadResult>;
  stop(): Promise<void>;
};

const patienceMs = 15_000;

/** Starts fake LINE, echo bot, our bot and the load, each a process of its own. */
export async function startBenchParts(mongodbUri: string, botEnv: Record<string, string> = {}): Promise<BenchParts> {
  const lineProcess = await startNode({ script: "scripts/bench/fake-line.ts", isReady: (text) => stringIn(text, "url") });
  const echo = await startNode({
    script: "scripts/bench/echo-bot.ts",
    env: { CHANNEL_SECRET: channel.secret, LINE_URL: lineProcess.ready, NODE_ENV: "production" },
    isReady: (text) => numberIn(text, "port"),
  });
  const bot = await startBot({ lineUrl: lineProcess.ready, mongodbUri, channel, env: botEnv });
  await untilBotReady(bot);
  const load = startLoad();
  return {
    line: fakeLineAt(lineProcess.ready),
    echo: { port: echo.ready, usage: () => echoUsage(echo) },
    ours: { port: bot.ready.port, usage: () => botUsage(bot) },
    load: load.send,
    async stop() {
      load.stop();
      await Promise.all([echo.stop(), bot.stop()]);
      await lineProcess.stop();
    },
  };
}

const stringIn = (text: string, key: string): string | undefined => {
  const value = readJsonLine(text)?.[key];
  return typeof value === "string" ? value : undefined;
};
const numberIn = (text: string, key: string): number | undefined => {
  const value = readJsonLine(text)?.[key];
  return typeof value === "number" ? value : undefined;
};

function fakeLineAt(url: string): FakeLine {
  return {
    reset: async () => void (await fetch(`${url}/reset`, { method: "POST" })),
    until: async (replies) => (await (await fetch(`${url}/until?replies=${replies}&ms=${patienceMs}`)).json()) as FakeLineStats,
  };
}

async function echoUsage(echo: NodeProcess<number>): Promise<Usage> {
  const { microseconds } = (await (await fetch(`http://127.0.0.1:${echo.ready}/cpu`)).json()) as { microseconds: number };
  return { cpuSeconds: microseconds / 1_000_000, roundTrips: 0 };
}

async function botUsage(bot: BotProcess): Promise<Usage> {
  const metrics = await (await fetch(`http://127.0.0.1:${bot.ready.port}/metrics`)).text();
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(metrics)?.[1]);
  return { cpuSeconds: value("process_cpu_seconds_total"), roundTrips: value("mongodb_round_trips_total") };
}

function startLoad(): { send(load: Load): Promise<LoadResult>; stop(): void } {
  const child: ChildProcess = fork(resolve(import.meta.dirname, "load.ts"));
  return {
    async send(load) {
      child.send(load);
      const [result] = (await once(child, "message")) as [LoadResult];
      return result;
    },
    stop: () => child.disconnect(),
  };
}
