import { randomUUID } from "node:crypto";
import { gather } from "#bot/platform/gather.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import { InboxEventModel } from "#models/documents/inbox-event.document.ts";
import type { ChatEvent } from "./chat-event.ts";
import { takeWithinMs } from "./store-events.ts";

/** Turns begun with an event beside others that ended nowhere; then it is a suspect, and is tried alone. */
const triesBesideOthers = 3;
/** After a try alone too, something in it stops every turn: it is set aside. */
export const mostTries = 4;

/** As many as one sweep takes; the next one goes on. */
const mostAtOnce = 500;

export type LeftEvents = {
  /** to be taken now, by this process alone for the next 10 s */
  events: ChatEvent[];
  /** to be taken one after the other: one of them may have ended a process */
  suspects: ChatEvent[];
  /** chats whose event was given up just now; the person is told */
  setAside: { chatId: string; chatKind: ChatEvent["chatKind"] }[];
};

/**
 * Takes events that nobody took in time: their process died, or their turn failed.
 * @param now the time by which takeAfter must have passed
 * @param mine events this process has in hand itself: they are late, not left
 */
export async function takeLeftEvents(now: Date, mine: ReadonlySet<string>): Promise<LeftEvents> {
  const due = await InboxEventModel.find({ _id: { $nin: [...mine] }, state: "waiting", takeAfter: { $lte: now } }, { _id: 1 })
    .hint("waiting_of_chat")
    .limit(mostAtOnce)
    .lean();
  const ids = due.map(({ _id }) => _id);
  if (ids.length === 0) return { events: [], suspects: [], setAside: [] };
  const claim = randomUUID();
  await InboxEventModel.updateMany(
    { _id: { $in: ids }, state: "waiting", takeAfter: { $lte: now } },
    { $set: { claim, takeAfter: new Date(now.getTime() + takeWithinMs) } },
  );
  const claimed = await InboxEventModel.find({ _id: { $in: ids }, claim }).lean();
  const tried = (from: number, below: number) =>
    claimed.filter(({ tries }) => tries >= from && tries < below).map(({ payload }) => payload as ChatEvent);
  const hopeless = tried(mostTries, Number.POSITIVE_INFINITY);
  return {
    events: tried(0, triesBesideOthers),
    suspects: tried(triesBesideOthers, mostTries),
    setAside: hopeless.length > 0 ? await setAside(hopeless) : [],
  };
}

/** Counts a try of events before their turn begins, so that one that kills the process is not tried for ever. */
export function openTryCounter() {
  return gather<string[]>(async (groups) => {
    await InboxEventModel.updateMany({ _id: { $in: groups.flat() }, state: "waiting" }, { $inc: { tries: 1 } });
    return groups.map(() => undefined);
  });
}

/** One whose turn did end, and only its mark was lost, is done. */
async function setAside(events: ChatEvent[]): Promise<LeftEvents["setAside"]> {
  const chats = await ChatModel.find({ _id: { $in: events.map(({ chatId }) => chatId) } }, { handled: 1 }).lean();
  const handled = new Set(chats.flatMap((chat) => chat.handled));
  const [done, failed] = [events.filter(({ id }) => handled.has(id)), events.filter(({ id }) => !handled.has(id))];
  const idsOf = (some: ChatEvent[]) => ({ _id: { $in: some.map(({ id }) => id) } });
  await InboxEventModel.updateMany(idsOf(done), { $set: { state: "done", doneAt: new Date() }, $unset: { payload: "", takeAfter: "" } });
  await InboxEventModel.updateMany(idsOf(failed), {
    $set: { state: "set-aside", fault: `${mostTries} turns failed; the log names the error` },
    $unset: { takeAfter: "" },
  });
  return failed.map(({ chatId, chatKind }) => ({ chatId, chatKind }));
}
