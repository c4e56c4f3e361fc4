import { type Chats, createChats } from "./chats.ts";
import { type Contents, createContents } from "./contents.ts";
import { createFaults, type Faults } from "./faults.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { createLoginSide, type LoginOptions, type LoginSide } from "./login/login-side.ts";
import { createQuota, type Quota } from "./quota.ts";
import { createReplyTokens, type ReplyTokens } from "./reply-tokens.ts";
import { createRetryKeys, type RetryKeys } from "./retry-keys.ts";
import { createRichMenus, type RichMenus } from "./rich-menus.ts";
import { type AccessTokens, createAccessTokens } from "./tokens.ts";
import type { Channel, GuideStep, Persona } from "./types.ts";
import { createWaiting, type Waiting } from "./waiting.ts";
import { createWebhookSender, type Redelivery, type WebhookSender, webhookTimeoutMs } from "./webhook-sender.ts";

export interface SimulatorOptions extends LoginOptions {
  channel: Channel;
  /** Where events go. May be set later: by the bot (webhook endpoint API) or with `setWebhookUrl`. */
  webhookUrl?: string;
  port?: number;
  host?: string;
  clock?: () => Date;
  /** Counted messages a month; LINE's free plan in Thailand has 300. */
  plan?: { limit: number };
  redelivery?: Redelivery;
  /** LINE waits 2 s for a webhook's answer; a test of something else on a busy machine may wait longer. */
  webhookTimeoutMs?: number;
  /** Each call, event and message as a JSON line, for a process that outlives this one. */
  ledgerFile?: string;
  /** Only benches switch LINE's limits off. */
  validate?: boolean;
  personas?: Persona[];
  guide?: GuideStep[];
  /** Build and serve the phones, each with its own way to the first of the LIFF apps. */
  phones?: boolean;
}

/** Everything LINE keeps about one channel. */
export interface Platform {
  options: SimulatorOptions;
  channel: Channel;
  clock: () => Date;
  ledger: Ledger;
  chats: Chats;
  replyTokens: ReplyTokens;
  retryKeys: RetryKeys;
  quota: Quota;
  contents: Contents;
  richMenus: RichMenus;
  tokens: AccessTokens;
  faults: Faults;
  webhook: WebhookSender;
  waiting: Waiting;
  login: LoginSide;
  /** The origin under which each phone opens the mini-app, by user id. */
  miniAppOrigins: Map<string, string>;
}

export function createPlatform(options: SimulatorOptions): Platform {
  const { channel, clock = () => new Date(), redelivery = { attempts: 20, intervalMs: 500 } } = options;
  const timeoutMs = options.webhookTimeoutMs ?? webhookTimeoutMs;
  const ledger = createLedger(options.ledgerFile);
  const replyTokens = createReplyTokens(clock);
  const chats = createChats(ledger, clock);
  return {
    options,
    channel,
    clock,
    ledger,
    chats,
    replyTokens,
    retryKeys: createRetryKeys(clock),
    quota: createQuota(options.plan?.limit ?? 300, clock),
    contents: createContents(),
    richMenus: createRichMenus(),
    tokens: createAccessTokens(channel, clock),
    faults: createFaults(),
    webhook: createWebhookSender({ channel, url: options.webhookUrl, redelivery, timeoutMs, ledger, replyTokens, clock }),
    waiting: createWaiting({ ledger, chats, replyTokens }),
    login: createLoginSide(options, clock),
    miniAppOrigins: new Map(),
  };
}
