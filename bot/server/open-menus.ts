import { setTimeout as pause } from "node:timers/promises";
import type { Line } from "#bot/line/open-line.ts";
import { keepEnsuringRichMenus } from "#bot/line/rich-menus/ensure-rich-menus.ts";
import type { Logger } from "#bot/platform/logger.ts";
import { rememberMenu } from "#bot/services/notices/menu-news.ts";
import type { Standing } from "#models/workflows/roles.ts";

const tryAgainMs = 30_000;

/** Who we are on LINE and which menus people see. Both are asked until LINE answers: the server starts without it. */
export function openMenus(line: Line, log: Logger) {
  const stopping = new AbortController();
  let chatUrl: string | null = null;
  let haveMenus: Promise<void> = Promise.resolve();

  async function learnWhoWeAre(): Promise<void> {
    while (!stopping.signal.aborted) {
      const info = await line.ask("bot info", (client) => client.getBotInfo());
      if (info.ok) chatUrl = `https://line.me/R/ti/p/${encodeURIComponent(info.value.basicId)}`;
      if (info.ok) return;
      await pause(tryAgainMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  return {
    start(): void {
      void learnWhoWeAre();
      haveMenus = keepEnsuringRichMenus(line, log, stopping.signal);
    },
    /** an address that opens our private chat, once LINE has told who we are */
    chatUrl: () => chatUrl,
    /** Staff and who decides have menus of their own; whoever is neither any longer gets the teachers' again. */
    async fit(chatId: string, { standing, menu }: { standing: Standing; menu: string | null }): Promise<void> {
      const own = menu === "staff" || menu === "director" ? menu : "teacher";
      if (own === standing) return;
      await haveMenus;
      const linked = await line.linkRichMenu(chatId, standing);
      if (linked.ok) await rememberMenu(chatId, standing);
    },
    stop: () => stopping.abort(),
  };
}
