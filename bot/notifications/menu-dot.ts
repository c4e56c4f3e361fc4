import { hasNews, readDueNews, rememberMenu, settleNews } from "#bot/services/notices/menu-news.ts";
import { readAddressees } from "#bot/services/notices/notice-matter.ts";
import { standingOf } from "#models/workflows/roles.ts";
import type { NotificationDeps } from "./deps.ts";

const most = 50;
const askAgainMs = 60_000;

/** Gives people for whom there is news the menu that says so. Linking a menu is not a counted message. */
export async function showNewsInMenus({ services, line, log }: NotificationDeps): Promise<void> {
  for (const { to, notices } of await readDueNews(services, most)) {
    const hasOwnMenu = !to?.lineUserId || !to.isReachable || standingOf(to.actor) !== "teacher" || to.menu === "teacher-news";
    if (hasOwnMenu || !to.lineUserId) {
      await settleNews(notices, null);
      continue;
    }
    const linked = await line.linkRichMenu(to.lineUserId, "teacher-news");
    if (linked.ok) await rememberMenu(to.lineUserId, "teacher-news");
    else log.warn({ status: linked.status, reason: linked.message }, "the menu with news could not be linked");
    await settleNews(notices, linked.ok || !linked.retryable ? null : new Date(services.clock.now().getTime() + askAgainMs));
  }
}

/** Takes the dot off a person's menu once nothing waits for them. */
export async function clearMenu({ services, line }: NotificationDeps, personId: string): Promise<void> {
  const to = (await readAddressees(services, [personId])).get(personId);
  if (!to?.lineUserId || to.menu !== "teacher-news" || (await hasNews(personId))) return;
  const linked = await line.linkRichMenu(to.lineUserId, "teacher");
  if (linked.ok) await rememberMenu(to.lineUserId, "teacher");
}
