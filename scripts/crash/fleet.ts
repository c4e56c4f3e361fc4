import { type Balancer, startBalancer } from "./balancer.ts";
import { type BotOptions, type BotProcess, startBot, untilBotReady } from "./bot-process.ts";

/** Server processes behind a balancer, each of them replaced at once when it is killed. */
export type Fleet = {
  /** where LINE sends its webhooks */
  url: string;
  size: number;
  /** SIGKILLs one process; resolves when its successor, started at once, is ready. Null: that one is still starting. */
  kill(index: number): Promise<void> | null;
  /** the last lines of each process that runs */
  lines(): string[];
  stop(): Promise<void>;
};

export async function startFleet(size: number, options: BotOptions): Promise<Fleet> {
  const balancer = await startBalancer();
  const bots: (BotProcess | null)[] = await Promise.all(Array.from({ length: size }, () => join(balancer, options)));
  await Promise.all(bots.map((bot) => bot && untilBotReady(bot)));
  const replacing = new Set<Promise<void>>();

  async function replace(index: number, bot: BotProcess): Promise<void> {
    bots[index] = null;
    balancer.remove(bot.ready.port);
    await bot.kill();
    const successor = await join(balancer, options);
    await untilBotReady(successor);
    bots[index] = successor;
  }

  return {
    url: balancer.url,
    size,
    kill(index) {
      const bot = bots[index];
      if (!bot) return null;
      const done = replace(index, bot).finally(() => replacing.delete(done));
      replacing.add(done);
      return done;
    },
    lines: () => bots.flatMap((bot) => bot?.lines().slice(-40) ?? []),
    async stop() {
      await Promise.allSettled(replacing);
      await Promise.all(bots.map((bot) => bot?.stop()));
      await balancer.close();
    },
  };
}

async function join(balancer: Balancer, options: BotOptions): Promise<BotProcess> {
  const bot = await startBot(options);
  balancer.add(bot.ready.port);
  return bot;
}
