import { z } from "zod";
import { type Button, visibleButtons } from "./buttons.ts";
import type { Fault } from "./faults.ts";
import type { TokenBend } from "./login/id-tokens.ts";
import type { SignedIn } from "./login/login-side.ts";
import { perform } from "./perform.ts";
import type { Platform } from "./platform.ts";
import type { ApiCall, AttemptStatus, Chat, ChatMessage, SentEvent, User } from "./types.ts";
import { type ActionResult, type UserActionInput, userActionSchema } from "./user-actions.ts";
import type { HearOptions } from "./waiting.ts";

export interface Meter {
  used: number;
  limit: number;
}

/** What can be asked of a simulator, in the same process or over its control API. */
export interface Operations {
  addUser(input: { displayName: string; userId?: string; isFriend?: boolean }): Promise<User>;
  addGroup(input: { name: string; memberIds: string[]; kind?: "group" | "room" }): Promise<Chat>;
  act(input: { userId: string; action: UserActionInput }): Promise<ActionResult>;
  hears(input: { chatId: string } & HearOptions): Promise<ChatMessage[]>;
  arrived(input: { chatId: string }): Promise<ChatMessage[]>;
  transcript(input: { chatId: string }): Promise<ChatMessage[]>;
  /** What the person could press now, quick replies first, the rich menu last. */
  buttons(input: { userId: string }): Promise<Button[]>;
  calls(input: { endpoint?: string; after?: number }): Promise<ApiCall[]>;
  events(input: { after?: number }): Promise<SentEvent[]>;
  meter(input: { limit?: number }): Promise<Meter>;
  setFault(input: Fault): Promise<void>;
  clearFaults(input: { endpoint?: string }): Promise<void>;
  setWebhookUrl(input: { url: string }): Promise<void>;
  /** Says where a LIFF app opens, as its owner would in LINE's console. */
  setLiffApp(input: { liffId: string; endpointUrl: string }): Promise<void>;
  /** What a person's page holds after signing in with LINE; the ID token right, or bent for a test. */
  signIn(input: { userId: string } & TokenBend): Promise<SignedIn>;
  /** Just the ID token of a person who signs in. */
  idToken(input: { userId: string } & TokenBend): Promise<string>;
  /** Sends a recorded event once more: a redelivery, or a plain duplicate. */
  repeatEvent(input: { webhookEventId: string; isRedelivery?: boolean }): Promise<AttemptStatus>;
  /** Posts a body as it is, under a right or a given signature. */
  postWebhook(input: { body: string; signature?: string }): Promise<AttemptStatus>;
  /** Settles when every event is acknowledged or given up. */
  drained(input: Record<string, never>): Promise<void>;
}

const chatId = z.string();
const signingIn = z.object({
  userId: z.string(),
  expired: z.boolean().optional(),
  audience: z.string().optional(),
  forged: z.boolean().optional(),
});
const faultKind = z.looseObject({ kind: z.string() });

/** Shape of each operation's input, checked where it comes over HTTP. */
export const operationInputs: Record<keyof Operations, z.ZodType> = {
  addUser: z.object({ displayName: z.string(), userId: z.string().optional(), isFriend: z.boolean().optional() }),
  addGroup: z.object({ name: z.string(), memberIds: z.array(z.string()), kind: z.enum(["group", "room"]).optional() }),
  act: z.object({ userId: z.string(), action: userActionSchema }),
  hears: z.object({ chatId, in: z.string().optional(), containing: z.string().optional(), timeoutMs: z.number().optional() }),
  arrived: z.object({ chatId }),
  transcript: z.object({ chatId }),
  buttons: z.object({ userId: z.string() }),
  calls: z.object({ endpoint: z.string().optional(), after: z.number().optional() }),
  events: z.object({ after: z.number().optional() }),
  meter: z.object({ limit: z.number().optional() }),
  setFault: z.object({ endpoint: z.string(), times: z.number().optional(), to: z.string().optional(), fault: faultKind }),
  clearFaults: z.object({ endpoint: z.string().optional() }),
  setWebhookUrl: z.object({ url: z.string() }),
  setLiffApp: z.object({ liffId: z.string(), endpointUrl: z.string() }),
  signIn: signingIn,
  idToken: signingIn,
  repeatEvent: z.object({ webhookEventId: z.string(), isRedelivery: z.boolean().optional() }),
  postWebhook: z.object({ body: z.string(), signature: z.string().optional() }),
  drained: z.object({}),
};

export function createOperations(platform: Platform): Operations {
  const { chats, ledger, waiting, webhook, faults, quota, richMenus, login } = platform;
  return {
    addUser: async (user) => chats.addUser(user),
    addGroup: async (group) => chats.addGroup(group),
    act: async ({ userId, action }) => perform(platform, userId, action),
    hears: async ({ chatId: own, ...options }) => waiting.hears(options.in ?? own, options),
    arrived: async ({ chatId: own }) => waiting.arrived(own),
    transcript: async ({ chatId: own }) => chats.transcript(own),
    buttons: async ({ userId }) => [...visibleButtons(chats.transcript(userId)), ...richMenus.buttons(userId)],
    calls: async ({ endpoint, after = 0 }) =>
      ledger.calls.slice(after).filter((call) => endpoint === undefined || call.endpoint === endpoint),
    events: async ({ after = 0 }) => ledger.events.slice(after),
    async meter({ limit }) {
      if (limit !== undefined) quota.setLimit(limit);
      return { used: quota.used(), limit: quota.limit };
    },
    setFault: async (fault) => faults.set(fault),
    clearFaults: async ({ endpoint }) => faults.clear(endpoint),
    async setWebhookUrl({ url }) {
      webhook.url = url;
    },
    async setLiffApp({ liffId, endpointUrl }) {
      login.apps.set({ scope: ["openid", "profile"], ...login.apps.get(liffId), liffId, view: { type: "full", url: endpointUrl } });
    },
    signIn: async ({ userId, ...bend }) => login.signIn(chats.user(userId), bend),
    idToken: async ({ userId, ...bend }) => (await login.signIn(chats.user(userId), bend)).idToken,
    async repeatEvent({ webhookEventId, isRedelivery = true }) {
      const sent = ledger.events.find((one) => one.event.webhookEventId === webhookEventId);
      if (sent === undefined) throw new Error(`There is no event ${webhookEventId}.`);
      return webhook.repeat(sent, isRedelivery);
    },
    postWebhook: async ({ body, signature }) => webhook.post(body, signature),
    drained: async () => webhook.drained(),
  };
}
