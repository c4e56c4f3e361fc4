import type { ChatEvent } from "#bot/services/inbox/chat-event.ts";
import { mostTries } from "#bot/services/inbox/take-left-events.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import { type InboxEventDocument, InboxEventModel } from "#models/documents/inbox-event.document.ts";
import { type NoticeDocument, NoticeModel } from "#models/documents/notice.document.ts";
import { type PersonDocument, PersonModel } from "#models/documents/person.document.ts";
import { type RequestDocument, RequestModel } from "#models/documents/request.document.ts";
import { type TimelineEntryDocument, TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { type ChatState, mostEvents, mostShown, newestEntries, unknownChat, type WaitingNotice } from "./chat-state.ts";

/** The same for many chats: one query a collection, for all of them. People who have no chat yet are found too. */
export async function readTogether(ids: string[]): Promise<Map<string, ChatState>> {
  const [chats, people, inbox] = await Promise.all([
    ChatModel.collection.find({ _id: { $in: ids as never[] } }).toArray(),
    PersonModel.collection.find<PersonDocument>({ lineUserId: { $in: ids } }).toArray(),
    readInbox(ids),
  ]);
  const [waiting, notices] = await readNews(people.map(({ _id }) => _id));
  const chatOf = new Map(chats.map((chat) => [String(chat._id), chat as unknown as ChatState["chat"]]));
  const personOf = new Map(people.map((person) => [person.lineUserId, person]));
  return new Map(
    ids.map((id) => {
      const person = personOf.get(id) ?? null;
      const known = { chat: chatOf.get(id) ?? null, inbox: inbox.get(id) ?? [] };
      if (!person) return [id, { ...unknownChat, ...known }];
      return [id, { ...known, person, waiting: waiting.get(person._id) ?? [], notices: notices.get(person._id) ?? [] }];
    }),
  );
}

type Grouped<T> = { _id: string; first: T[] };

/** The first ones of each, in the order of the sort. */
function firstOfEach(owner: string, sort: Record<string, 1 | -1>, most: number) {
  return [{ $sort: { [owner]: 1, ...sort } }, { $group: { _id: `$${owner}`, first: { $firstN: { n: most, input: "$$ROOT" } } } }];
}

const byOwner = <T>(groups: Grouped<T>[]): Map<string, T[]> => new Map(groups.map(({ _id, first }) => [_id, first]));

async function readInbox(ids: string[]): Promise<Map<string, ChatEvent[]>> {
  const events = await InboxEventModel.collection
    .find<Pick<InboxEventDocument, "chatId" | "payload">>({ chatId: { $in: ids }, state: "waiting", tries: { $lt: mostTries } })
    .sort({ chatId: 1, timestamp: 1 })
    .limit(mostEvents * ids.length)
    .project({ chatId: 1, payload: 1 })
    .toArray();
  return Map.groupBy(
    events.map(({ payload }) => payload as ChatEvent),
    ({ chatId }) => chatId,
  );
}

type News = [Map<string, RequestDocument[]>, Map<string, WaitingNotice[]>];

function readNews(personIds: string[]): Promise<News> {
  if (personIds.length === 0) return Promise.resolve([new Map(), new Map()]);
  return Promise.all([readWaiting(personIds), readNotices(personIds)]);
}

async function readWaiting(personIds: string[]): Promise<Map<string, RequestDocument[]>> {
  const match = { $match: { awaits: { $in: personIds } } };
  const stages = [match, ...firstOfEach("awaits", { updatedAt: -1 }, mostShown)];
  return byOwner(await RequestModel.collection.aggregate<Grouped<RequestDocument>>(stages).toArray());
}

async function readNotices(personIds: string[]): Promise<Map<string, WaitingNotice[]>> {
  const match = { $match: { state: "waiting", personId: { $in: personIds } } };
  const stages = [match, ...firstOfEach("personId", { createdAt: 1 }, mostShown)];
  const groups = await NoticeModel.collection.aggregate<Grouped<NoticeDocument>>(stages).toArray();
  const about = [...new Set(groups.flatMap(({ first }) => first.map(({ requestId }) => requestId)))];
  if (about.length === 0) return new Map();
  const [requests, timelines] = await Promise.all([RequestModel.find({ _id: { $in: about } }).lean(), readNewest(about)]);
  const requestOf = new Map(requests.map((request) => [request._id, request]));
  const whole = (notice: NoticeDocument): WaitingNotice => ({
    ...notice,
    request: requestOf.get(notice.requestId) ?? null,
    timeline: timelines.get(notice.requestId) ?? [],
  });
  return new Map(groups.map(({ _id, first }) => [_id, first.map(whole)]));
}

async function readNewest(requestIds: string[]): Promise<Map<string, TimelineEntryDocument[]>> {
  const stages = [{ $match: { requestId: { $in: requestIds } } }, ...firstOfEach("requestId", { sequence: -1 }, newestEntries)];
  const groups = await TimelineEntryModel.collection.aggregate<Grouped<TimelineEntryDocument>>(stages).toArray();
  return byOwner(groups.map(({ _id, first }) => ({ _id, first: first.toReversed() })));
}
