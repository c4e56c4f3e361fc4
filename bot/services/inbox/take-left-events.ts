import { randomUUID } from "node:crypto";
import { InboxEventModel } from "#models/documents/inbox-event.document.ts";
import type { ChatEvent } from "./chat-event.ts";
import { takeWithinMs } from "./store-events.ts";

/** After so many sweeps an event is set aside: something in it stops every turn. */
const mostTries = 3;

export type LeftEvents = {
  /** to be taken now, by this process alone for the next 10 s */
  events: ChatEvent[];
  /** chats whose event was given up just now; the person is told */
  setAside: { chatId: string; chatKind: ChatEvent["chatKind"] }[];
};

/**
 * Takes events that nobody took in time (their process died, or their turn failed). A try is counted before the event is
 * touched, so that one that kills the process is not tried for ever.
 * @param now the time by which takeAfter must have passed
 * @param mine events this process has in hand itself: they are late, not left
 */
export async function takeLeftEvents(now: Date, mine: ReadonlySet<string>): Promise<LeftEvents> {
  const due = await InboxEventModel.find({ state: "waiting", takeAfter: { $lte: now } }, { _id: 1 })
    .sort({ takeAfter: 1 })
    .limit(500)
    .lean();
  const ids = due.map(({ _id }) => _id).filter((id) => !mine.has(id));
  if (ids.length === 0) return { events: [], setAside: [] };
  const claim = randomUUID();
  await InboxEventModel.updateMany(
    { _id: { $in: ids }, state: "waiting", takeAfter: { $lte: now } },
    { $inc: { tries: 1 }, $set: { claim, takeAfter: new Date(now.getTime() + takeWithinMs) } },
  );
  const claimed = await InboxEventModel.find({ _id: { $in: ids }, claim })
    .sort({ timestamp: 1 })
    .lean();
  const hopeless = claimed.filter(({ tries }) => tries > mostTries);
  if (hopeless.length > 0) await setAside(hopeless.map(({ _id }) => _id));
  return {
    events: claimed.filter(({ tries }) => tries <= mostTries).map(({ payload }) => payload as ChatEvent),
    setAside: hopeless.map(({ payload }) => payload as ChatEvent).map(({ chatId, chatKind }) => ({ chatId, chatKind })),
  };
}

async function setAside(ids: string[]): Promise<void> {
  await InboxEventModel.updateMany(
    { _id: { $in: ids } },
    { $set: { state: "set-aside", fault: `${mostTries} turns failed; the log names the error` }, $unset: { takeAfter: "" } },
  );
}
