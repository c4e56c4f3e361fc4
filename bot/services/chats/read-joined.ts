import type { ChatEvent } from "#bot/services/inbox/chat-event.ts";
import { mostTries } from "#bot/services/inbox/take-left-events.ts";
import { type ChatDocument, ChatModel } from "#models/documents/chat.document.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { type ChatState, mostEvents, mostShown, newestEntries, type WaitingNotice } from "./chat-state.ts";

type Row = ChatDocument & {
  people: PersonDocument[];
  waiting: RequestDocument[];
  notices: WaitingNotice[];
  inbox: { payload: ChatEvent }[];
  key: string;
};

/** The chats that exist among these with everything joined to them, in one round trip. */
export async function readJoined(ids: string[]): Promise<Map<string, ChatState>> {
  const rows = await joinedRows(ids);
  return new Map(
    rows.map(({ people, waiting, notices, inbox, key: _, ...chat }) => [
      chat._id,
      { chat, person: people[0] ?? null, waiting, notices, inbox: inbox.map(({ payload }) => payload) },
    ]),
  );
}

function joinedRows(ids: string[]): Promise<Row[]> {
  return ChatModel.collection
    .aggregate<Row>([
      { $match: { _id: { $in: ids as never[] } } },
      {
        $lookup: {
          from: "inbox",
          localField: "_id",
          foreignField: "chatId",
          pipeline: [
            { $match: { state: "waiting", tries: { $lt: mostTries } } },
            { $sort: { timestamp: 1 } },
            { $limit: mostEvents },
            { $project: { payload: 1 } },
          ],
          as: "inbox",
        },
      },
      { $lookup: { from: "people", localField: "_id", foreignField: "lineUserId", as: "people" } },
      // A key that nobody has stands in for "not registered": a missing one would join every request that waits for no one.
      { $set: { key: { $ifNull: [{ $first: "$people._id" }, "nobody"] } } },
      {
        $lookup: {
          from: "requests",
          localField: "key",
          foreignField: "awaits",
          pipeline: [{ $sort: { updatedAt: -1 } }, { $limit: mostShown }],
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
            { $limit: mostShown },
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
