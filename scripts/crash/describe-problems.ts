import { readScreen } from "#scripts/simulator/readable.ts";
import type { Evidence, Problem } from "./check-ledger.ts";

/** So many broken chats are shown whole; the others are named. */
const shownChats = 3;
const shownProblems = 30;

/** What a person needs to find out why: the seed, what is wrong, the first broken chats with their ledgers, the servers' last words. */
export function describeProblems(seed: number, problems: Problem[], evidence: Evidence, serverLines: string[]): string {
  const chats = [...new Set(problems.flatMap(({ chatId }) => chatId ?? []))];
  return [
    `seed ${seed}: ${problems.length} problems in ${chats.length} chats`,
    ...problems.slice(0, shownProblems).map(({ chatId, what }) => `- ${chatId ?? "all"}: ${what}`),
    ...chats.slice(0, shownChats).map((chatId) => describeChat(chatId, evidence)),
    "--- the servers' last lines",
    ...serverLines,
  ].join("\n");
}

function describeChat(chatId: string, { events, calls, transcripts, stored }: Evidence): string {
  const time = (at: number) => new Date(at).toISOString().slice(11, 23);
  const sent = events
    .filter((one) => one.chatId === chatId)
    .map(({ at, event, attempts, state }) => {
      const tries = attempts.map((one) => `${time(one.at)} ${one.status} ${one.durationMs} ms`).join(", ");
      return { at, text: `event ${event.webhookEventId} ${state}, ${stored.inbox.get(event.webhookEventId) ?? "not stored"}: ${tries}` };
    });
  const answered = calls
    .filter(
      ({ recipients, replyToken }) =>
        recipients.includes(chatId) || events.some((one) => one.chatId === chatId && one.event.replyToken === replyToken),
    )
    .map(({ at, endpoint, status, outcome, fault, replyToken, retryKey }) => {
      const about = events.find(({ event }) => event.replyToken !== undefined && event.replyToken === replyToken)?.event.webhookEventId;
      return { at, text: `${endpoint} ${status} ${outcome} ${fault ?? ""} to ${about ?? retryKey ?? "–"}` };
    });
  const chat = stored.chats.get(chatId);
  return [
    `--- ${chatId}: the chat`,
    readScreen(transcripts.get(chatId) ?? [], 60),
    `--- ${chatId}: the ledger`,
    ...[...sent, ...answered].sort((a, b) => a.at - b.at).map(({ at, text }) => `${time(at)} ${text}`),
    `--- ${chatId}: turn ${chat?.turn}, reply ${chat?.reply?.state}, handled ${chat?.handled.join(" ")}`,
  ].join("\n");
}
