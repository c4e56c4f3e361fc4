import type { SendOutcome } from "#bot/line/client/outcome.ts";
import { renderMessages } from "#bot/line/render/render-messages.ts";
import type { Message } from "#models/messages/message.ts";
import type { NotificationDeps } from "./deps.ts";

/** Pushes and keeps the count. Once LINE has said that the month is used up, nothing is tried until it is asked again. */
export async function sendPush(
  { line, links, quota }: Pick<NotificationDeps, "line" | "links" | "quota">,
  to: string,
  messages: Message[],
  retryKey: string,
  tries: number,
): Promise<SendOutcome> {
  const { left } = await quota.read();
  // After a first try the message may have arrived: only LINE knows, and tells it for nothing.
  if (left === 0 && tries <= 1) return { kind: "quota-exceeded" };
  const outcome = await line.push(to, renderMessages(messages, links), retryKey);
  if (outcome.kind === "delivered") quota.count();
  if (outcome.kind === "quota-exceeded") quota.usedUp();
  return outcome;
}
