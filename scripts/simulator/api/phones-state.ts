import type { messagingApi } from "@line/bot-sdk";
import type { LiffEndpoint } from "#scripts/simulator/mini-app/liff-url.ts";
import type { Platform } from "#scripts/simulator/platform.ts";
import type { ApiCall, ChatMessage, GuideStep, Persona } from "#scripts/simulator/types.ts";

/** How many calls of the past the panel shows when it is opened. */
const shownCalls = 200;

export interface PhoneState {
  userId: string;
  isFriend: boolean;
  messages: ChatMessage[];
  richMenu: { richMenuId: string; definition: messagingApi.RichMenuRequest } | null;
}

/** Everything the phones page shows when it opens; afterwards it is kept up to date by server-sent events. */
export interface SimulatorState {
  bot: { name: string; basicId: string };
  personas: Persona[];
  guide: GuideStep[];
  phones: PhoneState[];
  /** Where each phone opens the mini-app, by user id; empty where there is none. */
  miniApps: Record<string, LiffEndpoint>;
  /** Names of the people and groups in the list of calls. */
  names: Record<string, string>;
  calls: ApiCall[];
  meter: { used: number; limit: number };
}

export function phoneState(platform: Platform, userId: string): PhoneState {
  const { chats, richMenus } = platform;
  const menu = richMenus.shownTo(userId);
  return {
    userId,
    isFriend: chats.user(userId).isFriend,
    messages: chats.transcript(userId),
    richMenu: menu === undefined ? null : { richMenuId: menu.richMenuId, definition: menu.definition },
  };
}

function miniApps({ login, miniAppOrigins }: Platform): SimulatorState["miniApps"] {
  const [app] = login.apps.all();
  if (app === undefined) return {};
  const path = new URL(app.view.url).pathname;
  return Object.fromEntries([...miniAppOrigins].map(([userId, origin]) => [userId, { liffId: app.liffId, endpointUrl: origin + path }]));
}

export function simulatorState(platform: Platform): SimulatorState {
  const { channel, options, ledger, chats, quota } = platform;
  const personas = options.personas ?? [];
  return {
    bot: { name: channel.displayName ?? "ศูนย์ ICT", basicId: channel.basicId },
    personas,
    guide: options.guide ?? [],
    phones: personas.map(({ userId }) => phoneState(platform, userId)),
    miniApps: miniApps(platform),
    names: Object.fromEntries([...chats.chats.values()].map((chat) => [chat.chatId, chat.name])),
    calls: ledger.calls.slice(-shownCalls),
    meter: { used: quota.used(), limit: quota.limit },
  };
}
