import { setTimeout as pause } from "node:timers/promises";
import { mongo } from "mongoose";
import type { Logger } from "#bot/platform/logger.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";

/** Something happened to a request; `isForStaff`: nobody else hears of it. */
export type TimelineChange = { request: string; sequence: number; isForStaff: boolean };

type Following = {
  log: Logger;
  onChange(change: TimelineChange): void;
  /** the stream was away: changes may have been missed */
  onGap(): void;
  signal: AbortSignal;
};

type Entry = { requestId: string; sequence: number; audience: string };
type Insert = mongo.ChangeStreamInsertDocument<Entry>;

const tryAgainMs = 1_000;
/** A page that was read just before somebody began to listen for it hears what happened in between. Seconds. */
const lookBackSeconds = 5;
const wanted = [
  { $match: { operationType: "insert" } },
  { $project: { operationType: 1, "fullDocument.requestId": 1, "fullDocument.sequence": 1, "fullDocument.audience": 1 } },
];

/**
 * Hears of every new timeline entry through one change stream, until the signal ends it. A lost stream is opened again from
 * that moment on, and `onGap` called.
 */
export async function followTimeline({ log, onChange, onGap, signal }: Following): Promise<void> {
  let from: mongo.Timestamp | null = await someTimeAgo().catch(() => null);
  while (!signal.aborted) {
    let stream: mongo.ChangeStream<Entry, Insert> | null = null;
    const end = () => void stream?.close().catch(() => undefined);
    signal.addEventListener("abort", end);
    try {
      stream = open(from);
      // The first try opens it: what happens from now on is heard.
      const first = await stream.tryNext();
      if (!from) onGap();
      if (first) onChange(changeOf(first));
      while (!signal.aborted) onChange(changeOf(await stream.next()));
    } catch (error) {
      if (signal.aborted) return;
      log.warn({ err: error }, "the stream of changes broke; opening it again");
      from = null;
      await pause(tryAgainMs, undefined, { signal }).catch(() => undefined);
    } finally {
      signal.removeEventListener("abort", end);
      end();
    }
  }
}

function database() {
  const { db } = TimelineEntryModel.db;
  if (!db) throw new Error("not connected");
  return db;
}

function open(from: mongo.Timestamp | null): mongo.ChangeStream<Entry, Insert> {
  const timeline = database().collection<Entry>(TimelineEntryModel.collection.name);
  return timeline.watch<Entry, Insert>(wanted, from ? { startAtOperationTime: from } : {});
}

/** By the database's own clock. */
async function someTimeAgo(): Promise<mongo.Timestamp> {
  const { operationTime } = await database().command({ ping: 1 });
  return new mongo.Timestamp({ t: (operationTime as mongo.Timestamp).getHighBitsUnsigned() - lookBackSeconds, i: 0 });
}

function changeOf({ fullDocument }: Insert): TimelineChange {
  return { request: fullDocument.requestId, sequence: fullDocument.sequence, isForStaff: fullDocument.audience === "staff" };
}
