import type { ChatDocument } from "#models/documents/chat.document.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import type { NoticeDocument } from "#models/documents/notice.document.ts";
import { type PersonDocument, PersonModel } from "#models/documents/person.document.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import type { TimelineEntryDocument } from "#models/documents/timeline-entry.document.ts";
import { leadNextReply } from "./lead-next-reply.ts";

/** A notice that waits, with its request as it stands now and what happened to it last, the oldest first. */
export type WaitingNotice = NoticeDocument & { request: RequestDocument | null; timeline: TimelineEntryDocument[] };

/** All that a turn starts from. */
export type ChatState = {
  /** null: never heard of */
  chat: ChatDocument | null;
  /** who owns the LINE account; null: not registered, or a group */
  person: PersonDocument | null;
  /** requests that wait for this person's word, the newest first */
  waiting: RequestDocument[];
  /** what they have not been shown yet, the oldest first */
  notices: WaitingNotice[];
};

/** More than this is never shown in one reply. */
const most = 10;
/** News say what was done or said last; some of the newest entries may be for staff only. */
const newestEntries = 5;

/**
 * Reads many chats with their people, what waits for them and what they have not heard, in one round trip. Somebody who is
 * known but has never written before (imported, or registered elsewhere) costs two more, once.
 */
export async function readChats(ids: string[]): Promise<Map<string, ChatState>> {
  const rows = await readRows(ids);
  const unheard = ids.filter((id) => !rows.some(({ _id }) => _id === id));
  if (unheard.length > 0) rows.push(...(await readRows(await openChatsOfKnown(unheard))));
  const states = new Map<string, ChatState>(ids.map((id) => [id, { chat: null, person: null, waiting: [], notices: [] }]));
  for (const { people, waiting, notices, key: _, ...chat } of rows) {
    states.set(chat._id, { chat, person: people[0] ?? null, waiting, notices });
  }
  return states;
}

type Row = ChatDocument & { people: PersonDocument[]; waiting: RequestDocument[]; notices: WaitingNotice[]; key: string };

/** Makes the chats of those among them who are known people; their ids. */
async function openChatsOfKnown(ids: string[]): Promise<string[]> {
  const known = await PersonModel.find({ lineUserId: { $in: ids } }, { lineUserId: 1 }).lean();
  const chatIds = known.flatMap(({ lineUserId }) => lineUserId ?? []);
  for (const chatId of chatIds) await leadNextReply(chatId, [], new Date());
  return chatIds;
}

function readRows(ids: string[]): Promise<Row[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return ChatModel.collection
    .aggregate<Row>([
      { $match: { _id: { $in: ids as never[] } } },
      { $lookup: { from: "people", localField: "_id", foreignField: "lineUserId", as: "people" } },
      // A key that nobody has stands in for "not registered": a missing one would join every request that waits for no one.
      { $set: { key: { $ifNull: [{ $first: "$people._id" }, "nobody"] } } },
      {
        $lookup: {
          from: "requests",
          localField: "key",
          foreignField: "awaits",
          pipeline: [{ $sort: { updatedAt: -1 } }, { $limit: most }],
          as: "waiting",
        },
      },
      {
        $lookup: {
          from: "notices",
          localField: "key",
          foreignField: "personId",
          pipeline: [
            { $match: { state: "waiting" } },
            { $sort: { createdAt: 1 } },
            { $limit: most },
            { $lookup: { from: "requests", localField: "requestId", foreignField: "_id", as: "request" } },
            {
              $lookup: {
                from: "timeline",
                localField: "requestId",
                foreignField: "requestId",
                pipeline: [{ $sort: { sequence: -1 } }, { $limit: newestEntries }],
                as: "timeline",
              },
            },
            { $set: { request: { $ifNull: [{ $first: "$request" }, null] }, timeline: { $reverseArray: "$timeline" } } },
          ],
          as: "notices",
        },
      },
    ])
    .toArray();
}
