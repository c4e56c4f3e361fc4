import { readMessage } from "#scripts/simulator/readable.ts";
import type { ApiCall, ChatMessage, SentEvent } from "#scripts/simulator/types.ts";
import { checkOrder } from "./check-order.ts";
import type { Lived } from "./live-story.ts";
import type { Stored } from "./stored.ts";

/** Everything there is to judge by: what people lived through, what went over the wire, what is stored. */
export type Evidence = {
  lives: Lived[];
  events: SentEvent[];
  calls: ApiCall[];
  transcripts: Map<string, ChatMessage[]>;
  stored: Stored;
  /** what was still under way when the wait was over */
  left: string[];
};

/** Something that must not be. `chatId` says whose ledger to look at. */
export type Problem = { chatId: string | null; what: string };

/** Holds the run to the ledger: empty when nothing was lost and nothing happened twice. */
export function checkLedger(evidence: Evidence): Problem[] {
  return [
    ...evidence.left.map((what) => ({ chatId: null, what: `never came to rest: ${what}` })),
    ...evidence.lives.flatMap(({ chatId, fault }) => (fault === null ? [] : [{ chatId, what: fault }])),
    ...checkEvents(evidence),
    ...checkReports(evidence),
    ...checkOnce(evidence),
    ...checkPushes(evidence),
    ...checkOrder(evidence),
  ];
}

/** Each event reached us, is done, and its chat was answered after it. */
function checkEvents({ events, calls, stored }: Evidence): Problem[] {
  const accepted = calls.filter(isAccepted);
  return events.flatMap(({ event, chatId = null, at, state }) => {
    const id = event.webhookEventId;
    const kept = stored.inbox.get(id);
    if (state !== "acknowledged") return [{ chatId, what: `event ${id} was never acknowledged (${state})` }];
    if (kept !== "done") return [{ chatId, what: `event ${id} is acknowledged, and ${kept ?? "not stored"}` }];
    const isAnswered = accepted.some((call) => call.at >= at && chatId !== null && call.recipients.includes(chatId));
    return isAnswered ? [] : [{ chatId, what: `event ${id} is done, and nothing was said after it` }];
  });
}

/** Each confirmed report is stored once, under the number that was told, and has the history that its people gave it. */
function checkReports({ lives, stored }: Evidence): Problem[] {
  const people = new Map(lives.map((life) => [life.chatId, life]));
  const numbers = stored.requests.map(({ number }) => number);
  const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index);
  const unasked = stored.requests.length - lives.filter(({ confirmed }) => confirmed).length;
  return [
    ...twice.map((number) => ({ chatId: null, what: `the number ${number} was given twice` })),
    ...(unasked > 0 ? [{ chatId: null, what: `${unasked} more requests are stored than were confirmed` }] : []),
    ...[...people.values()].flatMap((life) => checkReport(life, stored)),
  ];
}

function checkReport({ chatId, confirmed, number, story, fault }: Lived, stored: Stored): Problem[] {
  const place = stored.requests.filter((request) => request.number === number);
  if (!confirmed || number === "") return [];
  if (place.length !== 1) return [{ chatId, what: `${number} was told, and ${place.length} requests are stored under it` }];
  const history = stored.timeline.filter(({ requestId }) => requestId === place[0]?._id).map(({ transition }) => transition);
  if (fault !== null || history.join() === story.timeline.join()) return [];
  return [{ chatId, what: `the history of ${number} is ${history.join(", ")} instead of ${story.timeline.join(", ")}` }];
}

/** No answer that may be given once is given twice. */
function checkOnce({ lives, transcripts }: Evidence): Problem[] {
  return lives.flatMap(({ chatId, technicianId, story, number }) => {
    const steps = [
      ...[...story.report, ...story.close].map((step) => ({ step, at: chatId })),
      ...story.repair.map((step) => ({ step, at: technicianId })),
    ];
    return steps.flatMap(({ step, at }) => {
      if (!step.once || number === "") return [];
      const words = step.hears.replaceAll("{number}", number);
      const heard = (transcripts.get(at) ?? []).filter(({ from }) => from.kind === "bot").filter((one) => readMessage(one).includes(words));
      return heard.length > 1 ? [{ chatId: at, what: `“${words}” was said ${heard.length} times` }] : [];
    });
  });
}

/** A push has a retry key, is accepted once under it, and does not come again under another. */
function checkPushes({ calls, transcripts }: Evidence): Problem[] {
  const pushes = calls.filter((call) => call.endpoint === "push" && isAccepted(call));
  const keys = pushes.map(({ retryKey }) => retryKey);
  const again = [...transcripts].flatMap(([chatId, messages]) => {
    const texts = messages.filter(({ from }) => from.kind === "bot" && from.via === "push").map(readMessage);
    const twice = texts.filter((text, index) => texts.indexOf(text) !== index);
    return twice.map((text) => ({ chatId, what: `pushed twice: ${text}` }));
  });
  return [
    ...pushes
      .filter(({ retryKey }) => retryKey === undefined)
      .map(({ recipients: [to = null] }) => ({ chatId: to, what: "a push without a retry key" })),
    ...pushes
      .filter(({ retryKey }, index) => retryKey !== undefined && keys.indexOf(retryKey) !== index)
      .map(({ retryKey, recipients: [to = null] }) => ({ chatId: to, what: `a push was accepted twice under ${retryKey}` })),
    ...again,
  ];
}

/** Accepted by LINE, whether or not the bot heard of it. */
export const isAccepted = ({ endpoint, status }: ApiCall): boolean => (endpoint === "reply" || endpoint === "push") && status === 200;
