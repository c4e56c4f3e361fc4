import type { Db, MongoClient } from "mongodb";
import type { ChatDocument } from "#models/documents/chat.document.ts";
import type { InboxEventDocument } from "#models/documents/inbox-event.document.ts";
import type { NoticeDocument } from "#models/documents/notice.document.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import type { TimelineEntryDocument } from "#models/documents/timeline-entry.document.ts";

/** What the bot has stored in the end. */
export type Stored = {
  requests: RequestDocument[];
  timeline: TimelineEntryDocument[];
  inbox: Map<string, InboxEventDocument["state"]>;
  chats: Map<string, ChatDocument>;
};

export async function readStored(db: Db): Promise<Stored> {
  const inbox = await db.collection<InboxEventDocument>("inbox").find().toArray();
  const chats = await db.collection<ChatDocument>("chats").find().toArray();
  return {
    requests: await db.collection<RequestDocument>("requests").find().toArray(),
    timeline: await db.collection<TimelineEntryDocument>("timeline").find().sort({ requestId: 1, sequence: 1 }).toArray(),
    inbox: new Map(inbox.map(({ _id, state }) => [_id, state])),
    chats: new Map(chats.map((chat) => [chat._id, chat])),
  };
}

/** What is still under way: events, replies and pushes that wait. */
async function unfinished(db: Db): Promise<string[]> {
  const counts = {
    "events waiting": await db.collection<InboxEventDocument>("inbox").countDocuments({ state: "waiting" }),
    "replies pending": await db.collection<ChatDocument>("chats").countDocuments({ "reply.state": "pending" }),
    "notices to decide or push": await db.collection<NoticeDocument>("notices").countDocuments({ state: { $in: ["new", "push"] } }),
  };
  return Object.entries(counts).flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : []));
}

/** Waits until nothing is under way, looking again whenever the database changes; gives what is left when the time is over. */
export async function untilQuiet(client: MongoClient, withinMs: number): Promise<string[]> {
  const db = client.db();
  const changes = db.watch([], { maxAwaitTimeMS: 500 });
  const deadline = Date.now() + withinMs;
  try {
    while (true) {
      // Opened before the look: a change after it is not missed.
      await changes.tryNext();
      const left = await unfinished(db);
      if (left.length === 0 || Date.now() > deadline) return left;
    }
  } finally {
    await changes.close();
  }
}
