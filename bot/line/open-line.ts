import type { LineBotClient } from "@line/bot-sdk";
import type { Clock } from "#bot/platform/clock.ts";
import { systemClock } from "#bot/platform/clock.ts";
import type { Ask } from "./client/ask.ts";
import { openAsk } from "./client/ask.ts";
import type { LineConfig, LineLog } from "./client/config.ts";
import type { Answer } from "./client/outcome.ts";
import { openPool } from "./client/post.ts";
import type { Sender } from "./client/send.ts";
import { openSender } from "./client/send.ts";
import { limitFetch } from "./client/time-limit.ts";
import { fixedToken, statelessTokens } from "./client/token.ts";
import type { FetchContent } from "./media.ts";
import { openMedia } from "./media.ts";
import type { MenuKey } from "./rich-menus/menu-keys.ts";
import { openMenuLinks } from "./rich-menus/menu-links.ts";
import { type PreparedMenus, prepareMenus } from "./rich-menus/menu-request.ts";
import { verifyIdToken } from "./verify-id-token.ts";

export type LineProfile = { displayName: string; language: string | null; pictureUrl: string | null };

/** LINE as the rest of the server sees it. Nothing here throws: what became of a call is data. */
export type Line = Sender & {
  /** Counted messages a month; null: not limited. */
  quota(): Promise<Answer<number | null>>;
  /** Counted messages sent this month, as LINE knows it (approximate). */
  consumption(): Promise<Answer<number>>;
  /** Shows this person another menu. Not a counted message. */
  linkRichMenu(userId: string, menu: MenuKey): Promise<Answer<true>>;
  /** The dots of "typing" in a one-to-one chat, at most for `seconds` (5 to 60, in fives). */
  startLoading(chatId: string, seconds?: number): Promise<Answer<true>>;
  profile(userId: string): Promise<Answer<LineProfile>>;
  fetchContent: FetchContent;
  /** Whose ID token this is; null: LINE refuses it. Throws AppError unavailable while LINE does not answer. */
  verifyIdToken(idToken: string): Promise<{ lineUserId: string } | null>;
  /** The SDK's client for set-up calls, under the same time limit. */
  ask: Ask;
  /** This office's rich menus; their tiles open the mini-app where there is one. */
  menus: PreparedMenus;
  /** Menu ids on LINE's side, as ensureRichMenus found or made them. */
  rememberMenus(ids: ReadonlyMap<MenuKey, string>): void;
  /** Ends the connections; calls under way get `unknown`. */
  close(): Promise<void>;
};

export type LineDeps = {
  log: LineLog;
  /** the machine's own unless told otherwise */
  clock?: Clock;
  /** for one reply or push */
  sendTimeoutMs?: number;
};

function readProfile({ displayName, language, pictureUrl }: Awaited<ReturnType<LineBotClient["getProfile"]>>): LineProfile {
  return { displayName, language: language ?? null, pictureUrl: pictureUrl ?? null };
}

/** Opens the connections to LINE; asks nothing of it yet, so that the server starts while LINE is down. */
export function openLine(config: LineConfig, { log, clock = systemClock, sendTimeoutMs }: LineDeps): Line {
  limitFetch();
  const tokens = config.accessToken ? fixedToken(config.accessToken) : statelessTokens(config, log, () => clock.now().getTime());
  const pool = openPool(config.apiBaseUrl);
  const mediaPool = openPool(config.dataApiBaseUrl);
  const ask = openAsk(config, tokens, log);
  const menus = prepareMenus(config.liffId);
  const shown = openMenuLinks(ask, menus);
  return {
    ...openSender({ pool, tokens, log, ...(sendTimeoutMs === undefined ? {} : { timeoutMs: sendTimeoutMs }) }),
    quota: () => ask("quota", async (client) => (await client.getMessageQuota()).value ?? null),
    consumption: () => ask("consumption", async (client) => (await client.getMessageQuotaConsumption()).totalUsage),
    linkRichMenu: shown.link,
    startLoading: (chatId, loadingSeconds = 20) =>
      ask("loading", (client) => client.showLoadingAnimation({ chatId, loadingSeconds }).then(() => true as const)),
    profile: (userId) => ask("profile", (client) => client.getProfile(userId).then(readProfile)),
    verifyIdToken: (idToken) => verifyIdToken(pool, loginChannelOf(config), idToken),
    fetchContent: openMedia(mediaPool, tokens, log),
    ask,
    menus,
    rememberMenus: shown.remember,
    async close() {
      await Promise.all([pool.destroy(), mediaPool.destroy()]);
    },
  };
}

/** A LIFF id begins with the id of its Login channel. */
function loginChannelOf({ loginChannelId, liffId }: LineConfig): string {
  return loginChannelId ?? liffId?.split("-")[0] ?? "";
}
