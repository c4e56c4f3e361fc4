import { type NodeProcess, readJsonLine, startNode } from "./node-process.ts";

export type BotOptions = {
  /** LINE, as far as the bot can tell */
  lineUrl: string;
  mongodbUri: string;
  channel: { id: string; secret: string };
  /** further variables, or Node's own (NODE_OPTIONS) */
  env?: Record<string, string>;
};

export type BotProcess = NodeProcess<{ port: number }>;

/** Starts the server as `npm start` does, on a free port; resolves when it listens, which is before /readyz is green. */
export function startBot({ lineUrl, mongodbUri, channel, env = {} }: BotOptions): Promise<BotProcess> {
  return startNode({
    script: "bot/server/main.ts",
    env: {
      LINE_CHANNEL_ID: channel.id,
      LINE_CHANNEL_SECRET: channel.secret,
      LINE_API_BASE_URL: lineUrl,
      LINE_DATA_API_BASE_URL: lineUrl,
      MONGODB_URI: mongodbUri,
      PUBLIC_URL: "https://ict.example.go.th",
      PORT: "0",
      NODE_ENV: "production",
      ...env,
    },
    isReady(line) {
      const { msg, port } = readJsonLine(line) ?? {};
      return msg === "listening" && typeof port === "number" ? { port } : undefined;
    },
  });
}

const readyWithinMs = 30_000;

/** Waits until the server has its database and its workers. */
export async function untilBotReady(bot: BotProcess): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline && bot.isAlive()) {
    const response = await fetch(`http://127.0.0.1:${bot.ready.port}/readyz`).catch(() => null);
    await response?.arrayBuffer();
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server was not ready within ${readyWithinMs / 1_000} s:\n${bot.lines().slice(-20).join("\n")}`);
}
