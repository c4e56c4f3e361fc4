import { gather } from "#bot/platform/gather.ts";
import { InboxEventModel } from "#models/documents/inbox-event.document.ts";
import type { ChatEvent } from "./chat-event.ts";
import { maskEvent } from "./mask-event.ts";

/** An event not taken up within this time was left by a process that died. Milliseconds. */
export const takeWithinMs = 10_000;

const duplicateKey = 11_000;

/** Stores events before they are acknowledged. Concurrent webhooks share one unordered insert. */
export type EventStore = {
  /**
   * Resolves with the events that are new here, durably stored (majority, journal); those already known count as stored
   * and are left out, since whoever stored them first takes the turn. Rejects when any could not be stored.
   */
  store(events: ChatEvent[]): Promise<ChatEvent[]>;
};

/** Opens the store on the process's database connection. */
export function openEventStore(): EventStore {
  const inserts = gather<ChatEvent, "new" | "known">(async (events) => {
    const failures = await insert(events);
    return events.map((_, index) => failures.get(index) ?? "new");
  });

  async function insert(events: ChatEvent[]): Promise<Map<number, Error | "known">> {
    try {
      await InboxEventModel.collection.insertMany(events.map(toDocument), { ordered: false, timeoutMS: 1_500 });
      return new Map();
    } catch (error) {
      if (!isPartial(error)) throw error;
      return new Map(
        [error.writeErrors]
          .flat()
          .map(({ index, code }) => [index, code === duplicateKey ? "known" : new Error(`insert failed, code ${code}`)]),
      );
    }
  }

  return {
    async store(events) {
      const masked = events.map(maskEvent);
      const results = await Promise.all(masked.map((event) => inserts.add(event)));
      return masked.filter((_, index) => results[index] === "new");
    },
  };
}

function toDocument(event: ChatEvent) {
  const receivedAt = new Date(event.receivedAt);
  return {
    _id: event.id as never,
    chatId: event.chatId,
    timestamp: event.timestamp,
    receivedAt,
    takeAfter: new Date(event.receivedAt + takeWithinMs),
    state: "waiting" as const,
    payload: event,
    tries: 0,
  };
}

type WriteFailure = { index: number; code: number };
type BulkFailure = { writeErrors: WriteFailure | WriteFailure[]; result: { getWriteConcernError(): unknown } };

/** The driver's error of a group in which some items were refused and all others are as durable as was asked. */
function isPartial(error: unknown): error is BulkFailure {
  if (!(error instanceof Error) || !("writeErrors" in error) || !("result" in error)) return false;
  const failure = error as Error & BulkFailure;
  return [failure.writeErrors].flat().length > 0 && !failure.result.getWriteConcernError();
}
