import type { z } from "zod";
import { check } from "#scripts/simulator/line-rules/check.ts";
import * as rules from "#scripts/simulator/line-rules/messages.ts";
import type { Platform } from "#scripts/simulator/platform.ts";
import type { BotMessage, ChatMessage } from "#scripts/simulator/types.ts";
import { type Answer, type ApiRequest, badRequest, type CallNote, type Endpoint, ok, refuse } from "./endpoint.ts";
import { monthlyLimited } from "./serve.ts";

type Via = Extract<ChatMessage["from"], { kind: "bot" }>["via"];

interface Outgoing {
  messages: BotMessage[];
  to?: string | string[];
  replyToken?: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function read(platform: Platform, schema: z.ZodType, body: unknown): { outgoing: Outgoing } | { answer: Answer } {
  const checked = platform.options.validate === false ? undefined : check(schema, body);
  if (checked?.ok === false) return { answer: badRequest(checked.error) };
  return { outgoing: body as Outgoing };
}

/** A quote token is good in its own chat only. */
function quotesStranger(platform: Platform, chatId: string, messages: BotMessage[]): boolean {
  return messages.some((one) => "quoteToken" in one && one.quoteToken !== undefined && !platform.chats.canQuote(chatId, one.quoteToken));
}
const wrongQuote = () => refuse(400, "Invalid quote token");

function deliver(platform: Platform, chatId: string, messages: BotMessage[], via: Via): { id: string; quoteToken: string }[] {
  platform.ledger.bus.emit("loading", { chatId, until: 0 });
  return messages.map((content) => {
    const { id, quoteToken } = platform.chats.write({ chatId, from: { kind: "bot", via }, content });
    return { id, quoteToken };
  });
}

function reply(platform: Platform, request: ApiRequest): Answer {
  const result = read(platform, rules.replyRequest, request.body);
  if ("answer" in result) return result.answer;
  const { replyToken = "", messages } = result.outgoing;
  const chatId = platform.replyTokens.chatOf(replyToken);
  if (chatId === undefined) return refuse(400, "Invalid reply token", { replyToken });
  if (quotesStranger(platform, chatId, messages)) return wrongQuote();
  const sentMessages = deliver(platform, chatId, messages, "reply");
  // After the delivery: whoever waits for the answer to this token finds it in the chat.
  platform.replyTokens.use(replyToken);
  return ok({ sentMessages }, { recipients: [chatId], messages: messages.length, replyToken });
}

/** Push and its kin: retry key, then quota, then delivery to everybody who can be reached. */
function pay(platform: Platform, request: ApiRequest, via: Via, messages: BotMessage[], recipients: string[]): Answer {
  const retryKey = request.header("x-line-retry-key");
  const note: CallNote = { recipients, messages: messages.length, ...(retryKey !== undefined && { retryKey }) };
  if (retryKey !== undefined && !uuid.test(retryKey)) return refuse(400, "Invalid X-Line-Retry-Key: must be a UUID", note);
  const accepted = retryKey === undefined ? undefined : platform.retryKeys.accepted(retryKey);
  if (accepted !== undefined) {
    const { requestId, sentMessages } = accepted;
    const json = { message: "The retry key is already accepted", ...(via === "push" && { sentMessages }) };
    return { status: 409, json, headers: { "x-line-accepted-request-id": requestId }, note };
  }
  const cost = recipients.reduce((sum, to) => sum + platform.chats.reachable(to).length, 0);
  if (!platform.quota.hasRoomFor(cost)) return { ...monthlyLimited(), note };
  platform.quota.spend(cost);
  const reached = recipients.filter((to) => platform.chats.reachable(to).length > 0);
  const sentMessages = reached.flatMap((to) => deliver(platform, to, messages, via));
  if (retryKey !== undefined) {
    platform.retryKeys.remember(retryKey, { requestId: request.requestId, at: platform.clock().getTime(), sentMessages });
  }
  return ok(via === "push" ? { sentMessages } : {}, { ...note, cost });
}

function push(platform: Platform, request: ApiRequest): Answer {
  const result = read(platform, rules.pushRequest, request.body);
  if ("answer" in result) return result.answer;
  const to = String(result.outgoing.to);
  if (!platform.chats.chats.has(to)) return refuse(400, "Failed to send messages", { recipients: [to] });
  if (quotesStranger(platform, to, result.outgoing.messages)) return wrongQuote();
  return pay(platform, request, "push", result.outgoing.messages, [to]);
}

function multicast(platform: Platform, request: ApiRequest): Answer {
  const result = read(platform, rules.multicastRequest, request.body);
  if ("answer" in result) return result.answer;
  return pay(platform, request, "multicast", result.outgoing.messages, [...new Set(result.outgoing.to)]);
}

function toEverybody(via: "broadcast" | "narrowcast", schema: z.ZodType, acceptedStatus: number) {
  return (platform: Platform, request: ApiRequest): Answer => {
    const result = read(platform, schema, request.body);
    if ("answer" in result) return result.answer;
    const answer = pay(platform, request, via, result.outgoing.messages, [...platform.chats.users.keys()]);
    return answer.status === 200 ? { ...answer, status: acceptedStatus } : answer;
  };
}

const validateKinds = ["reply", "push", "multicast", "narrowcast", "broadcast"];

function validate(platform: Platform, { params, body }: ApiRequest): Answer {
  if (!validateKinds.includes(params.kind ?? "")) return refuse(404, "Not found");
  const result = read(platform, rules.validateRequest, body);
  return "answer" in result ? result.answer : ok();
}

const post = (name: string, path: string, act: Endpoint["act"]): Endpoint => ({ name, method: "post", path, act, body: "json" });
const counted = (name: string, path: string, act: Endpoint["act"]): Endpoint => ({ ...post(name, path, act), takesRetryKey: true });

export const sendingEndpoints: Endpoint[] = [
  post("reply", "/v2/bot/message/reply", reply),
  counted("push", "/v2/bot/message/push", push),
  counted("multicast", "/v2/bot/message/multicast", multicast),
  counted("broadcast", "/v2/bot/message/broadcast", toEverybody("broadcast", rules.broadcastRequest, 200)),
  counted("narrowcast", "/v2/bot/message/narrowcast", toEverybody("narrowcast", rules.narrowcastRequest, 202)),
  post("validate", "/v2/bot/message/validate/:kind", validate),
];
