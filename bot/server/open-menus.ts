import { setTimeout as pause } from "node:timers/promises";
import type { Line } from "#bot/line/open-line.ts";
import { ensureRichMenus } from "#bot/line/rich-menus/ensure-rich-menus.ts";
import type { Logger } from "#bot/platform/logger.ts";
import { rememberMenu } from "#bot/services/notices/menu-news.ts";

const tryAgainMs = 30_000;

/** Who we are on LINE and which menus people see. Both are asked until LINE answers: the server starts without it. */
export function openMenus(line: Line, log: Logger) {
  const stopping = new AbortController();
  let chatUrl: string | null = null;

  async function untilDone(what: string, work: () => Promise<boolean>): Promise<void> {
    while (!stopping.signal.aborted && !(await work())) {
      log.warn({ what }, "LINE does not answer; trying again");
      await pause(tryAgainMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  async function learnWhoWeAre(): Promise<boolean> {
    const info = await line.ask("bot info", (client) => client.getBotInfo());
    if (info.ok) chatUrl = `https://line.me/R/ti/p/${encodeURIComponent(info.value.basicId)}`;
    return info.ok || !info.retryable;
  }

  async function makeMenus(): Promise<boolean> {
    const menus = await ensureRichMenus(line);
    if (!menus.ok) log.warn({ status: menus.status, reason: menus.message }, "rich menus could not be made");
    return menus.ok || !menus.retryable;
  }

  let haveMenus: Promise<void> = Promise.resolve();
  return {
    start(): void {
      void untilDone("bot info", learnWhoWeAre);
      haveMenus = untilDone("rich menus", makeMenus);
    },
    /** an address that opens our private chat, once LINE has told who we are */
    chatUrl: () => chatUrl,
    /** Staff have a menu of their own; whoever is no longer staff gets the teachers' again. */
    async fit(chatId: string, { isStaff, menu }: { isStaff: boolean; menu: string | null }): Promise<void> {
      if (isStaff === (menu === "staff")) return;
      const wanted = isStaff ? "staff" : "teacher";
      await haveMenus;
      const linked = await line.linkRichMenu(chatId, wanted);
      if (linked.ok) await rememberMenu(chatId, wanted);
    },
    stop: () => stopping.abort(),
  };
}
