import { z } from "zod";
import { newUlid } from "#scripts/simulator/ids.ts";
import { check } from "#scripts/simulator/line-rules/check.ts";
import { mediaUrl } from "#scripts/simulator/line-rules/urls.ts";
import type { Platform } from "#scripts/simulator/platform.ts";
import type { User } from "#scripts/simulator/types.ts";
import { type Answer, type ApiRequest, badRequest, type Endpoint, notFound, ok } from "./endpoint.ts";

const chatIdSchema = z.string().regex(/^[UCR][0-9a-f]{32}$/);
const loadingRequest = z.strictObject({
  chatId: chatIdSchema,
  /** 5 to 60 in steps of 5, 20 when not given. */
  loadingSeconds: z.int().min(5).max(60).multipleOf(5, "must be a multiple of 5").optional(),
});
const webhookRequest = z.strictObject({ endpoint: mediaUrl.and(z.string().max(500)) });
const markAsReadRequest = z.union([
  z.strictObject({ markAsReadToken: z.string().min(1) }),
  z.strictObject({ chat: z.strictObject({ userId: z.string().min(1) }) }),
]);

const presentProfile = ({ userId, displayName }: User) => ({ userId, displayName, language: "th" });

function startLoading(platform: Platform, { body }: ApiRequest): Answer {
  const checked = check(loadingRequest, body);
  if (!checked.ok) return badRequest(checked.error);
  const { chatId, loadingSeconds = 20 } = checked.value;
  const until = platform.clock().getTime() + loadingSeconds * 1000;
  if (platform.chats.reachable(chatId).length > 0) platform.ledger.bus.emit("loading", { chatId, until });
  return { status: 202, json: {}, note: { recipients: [chatId] } };
}

function markAsRead(_: Platform, { body }: ApiRequest): Answer {
  const checked = check(markAsReadRequest, body);
  return checked.ok ? ok() : badRequest(checked.error);
}

function profile({ chats }: Platform, { params }: ApiRequest): Answer {
  const user = chats.users.get(params.userId ?? "");
  return user?.isFriend ? ok(presentProfile(user), { recipients: [user.userId] }) : notFound();
}

function memberProfile({ chats }: Platform, { params }: ApiRequest): Answer {
  const user = chats.users.get(params.userId ?? "");
  const isMember = chats.chats.get(params.chatId ?? "")?.memberIds.includes(params.userId ?? "");
  return user !== undefined && isMember ? ok(presentProfile(user)) : notFound();
}

function summary({ chats }: Platform, { params }: ApiRequest): Answer {
  const chat = chats.chats.get(params.chatId ?? "");
  return chat?.kind === "group" ? ok({ groupId: chat.chatId, groupName: chat.name }) : notFound();
}

function memberCount({ chats }: Platform, { params }: ApiRequest): Answer {
  const chat = chats.chats.get(params.chatId ?? "");
  return chat === undefined || chat.kind === "user" ? notFound() : ok({ count: chat.memberIds.length });
}

function leave({ chats }: Platform, { params }: ApiRequest): Answer {
  return chats.chats.delete(params.chatId ?? "") ? ok() : notFound();
}

function info({ channel }: Platform): Answer {
  const { botUserId, basicId, displayName = "ศูนย์ ICT" } = channel;
  return ok({ userId: botUserId, basicId, displayName, chatMode: "bot", markAsReadMode: "manual" });
}

function setWebhook(platform: Platform, { body }: ApiRequest): Answer {
  const checked = check(webhookRequest, body);
  if (!checked.ok) return badRequest(checked.error);
  platform.webhook.url = checked.value.endpoint;
  return ok();
}

/** LINE posts an empty list of events and reports how that went. */
async function testWebhook(platform: Platform): Promise<Answer> {
  const status = await platform.webhook.post(JSON.stringify({ destination: platform.channel.botUserId, events: [] }));
  const timestamp = platform.clock().toISOString();
  const isNumber = typeof status === "number";
  const success = isNumber && status >= 200 && status < 300;
  const reason = success ? "OK" : isNumber ? "ERROR_STATUS_CODE" : status.toUpperCase();
  return ok({ success, timestamp, statusCode: isNumber ? status : 0, reason, detail: isNumber ? String(status) : status });
}

function followers({ chats }: Platform): Answer {
  return ok({ userIds: [...chats.users.values()].filter((user) => user.isFriend).map((user) => user.userId) });
}

const get = (name: string, path: string, act: Endpoint["act"]): Endpoint => ({ name, method: "get", path, act });
const post = (name: string, path: string, act: Endpoint["act"]): Endpoint => ({ name, method: "post", path, act, body: "json" });
const webhookPath = "/v2/bot/channel/webhook/endpoint";

export const botEndpoints: Endpoint[] = [
  get("quota", "/v2/bot/message/quota", ({ quota }) => ok({ type: "limited", value: quota.limit })),
  get("consumption", "/v2/bot/message/quota/consumption", ({ quota }) => ok({ totalUsage: quota.used() })),
  post("loading", "/v2/bot/chat/loading/start", startLoading),
  post("mark-as-read", "/v2/bot/chat/markAsRead", markAsRead),
  post("mark-as-read", "/v2/bot/message/markAsRead", markAsRead),
  get("profile", "/v2/bot/profile/:userId", profile),
  get("member-profile", "/v2/bot/group/:chatId/member/:userId", memberProfile),
  get("member-profile", "/v2/bot/room/:chatId/member/:userId", memberProfile),
  get("group", "/v2/bot/group/:chatId/summary", summary),
  get("member-count", "/v2/bot/group/:chatId/members/count", memberCount),
  get("member-count", "/v2/bot/room/:chatId/members/count", memberCount),
  post("leave", "/v2/bot/group/:chatId/leave", leave),
  post("leave", "/v2/bot/room/:chatId/leave", leave),
  get("info", "/v2/bot/info", info),
  get("followers", "/v2/bot/followers/ids", followers),
  get("webhook-endpoint", webhookPath, ({ webhook }) =>
    webhook.url === undefined ? notFound() : ok({ endpoint: webhook.url, active: true }),
  ),
  { name: "webhook-endpoint", method: "put", path: webhookPath, act: setWebhook, body: "json" },
  post("webhook-test", "/v2/bot/channel/webhook/test", testWebhook),
  post("link-token", "/v2/bot/user/:userId/linkToken", ({ clock }) => ok({ linkToken: newUlid(clock()) })),
];
