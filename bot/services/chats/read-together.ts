import type { PipelineStage } from "mongoose";
import { ChatModel } from "#models/documents/chat.document.ts";
import { type NoticeDocument, NoticeModel } from "#models/documents/notice.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { type RequestDocument, RequestModel } from "#models/documents/request.document.ts";
import { type TimelineEntryDocument, TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { type ChatState, mostShown, newestEntries, type WaitingNotice } from "./chat-state.ts";

/** The same for many chats: one query a collection, for all of them. People who have no chat yet are found too. */
export async function readTogether(ids: string[]): Promise<Map<string, ChatState>> {
  const [chats, people] = await Promise.all([
    ChatModel.find({ _id: { $in: ids } }).lean(),
    PersonModel.find({ lineUserId: { $in: ids } }).lean(),
  ]);
  const personIds = people.map(({ _id }) => _id);
  const [waiting, notices] =
    personIds.length > 0 ? await Promise.all([readWaiting(personIds), readNotices(personIds)]) : [new Map(), new Map()];
  const chatOf = new Map(chats.map((chat) => [chat._id, chat]));
  const personOf = new Map(people.map((person) => [person.lineUserId, person]));
  return new Map(
    ids.map((id) => {
      const person = personOf.get(id) ?? null;
      const key = person?._id ?? "";
      return [id, { chat: chatOf.get(id) ?? null, person, waiting: waiting.get(key) ?? [], notices: notices.get(key) ?? [] }];
    }),
  );
}

type Grouped<T> = { _id: string; first: T[] };

/** The first ones of each person, in the order of the sort. */
function firstOfEach(person: string, sort: Record<string, 1 | -1>, most: number): PipelineStage[] {
  return [{ $sort: { [person]: 1, ...sort } }, { $group: { _id: `$${person}`, first: { $firstN: { n: most, input: "$$ROOT" } } } }];
}

async function readWaiting(personIds: string[]): Promise<Map<string, RequestDocument[]>> {
  const match: PipelineStage = { $match: { awaits: { $in: personIds } } };
  const groups = await RequestModel.aggregate<Grouped<RequestDocument>>([match, ...firstOfEach("awaits", { updatedAt: -1 }, mostShown)]);
  return new Map(groups.map(({ _id, first }) => [_id, first]));
}

async function readNotices(personIds: string[]): Promise<Map<string, WaitingNotice[]>> {
  const match: PipelineStage = { $match: { state: "waiting", personId: { $in: personIds } } };
  const groups = await NoticeModel.aggregate<Grouped<NoticeDocument>>([match, ...firstOfEach("personId", { createdAt: 1 }, mostShown)]);
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
  const match: PipelineStage = { $match: { requestId: { $in: requestIds } } };
  const groups = await TimelineEntryModel.aggregate<Grouped<TimelineEntryDocument>>([
    match,
    ...firstOfEach("requestId", { sequence: -1 }, newestEntries),
  ]);
  return new Map(groups.map(({ _id, first }) => [_id, first.toReversed()]));
}
