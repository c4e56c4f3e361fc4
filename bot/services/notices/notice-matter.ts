import { actorOf } from "#bot/services/people/person-view.ts";
import { requestView } from "#bot/services/requests/request-view.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import type { NoticeDocument } from "#models/documents/notice.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import type { Actor } from "#models/workflows/roles.ts";

export type { NoticeDocument };

/** Where a person is reached, if at all. */
export type Addressee = {
  actor: Actor;
  /** null: has no LINE yet */
  lineUserId: string | null;
  /** has LINE and has not blocked us */
  isReachable: boolean;
  isAway: boolean;
  /** the rich menu last linked */
  menu: string | null;
};

/** A notice with all that deciding and wording it takes, read afresh. */
export type NoticeMatter = {
  notice: NoticeDocument;
  to: Addressee;
  view: RequestView;
  type: RequestType;
  /** who did what, in order */
  deeds: { sequence: number; actorId: string }[];
};

/** `fault`: why no definition reads the request any more. */
export type ReadNotice = { notice: NoticeDocument; matter: NoticeMatter | null; fault?: unknown };

/**
 * Reads what notices are about, in two steps for all of them together.
 * @returns each notice with its matter; null where its person or request is gone, or cannot be read, which is a fault
 */
export async function readMatters(ctx: ServiceContext, notices: NoticeDocument[]): Promise<ReadNotice[]> {
  if (notices.length === 0) return [];
  const now = ctx.clock.now();
  const requestIds = [...new Set(notices.map(({ requestId }) => requestId))];
  const [requests, timeline, people] = await Promise.all([
    RequestModel.find({ _id: { $in: requestIds } }).lean(),
    TimelineEntryModel.find({ requestId: { $in: requestIds } })
      .sort({ requestId: 1, sequence: 1 })
      .lean(),
    readAddressees(ctx, [...new Set(notices.map(({ personId }) => personId))]),
  ]);
  const requestOf = new Map(requests.map((request) => [request._id, request]));
  const entriesOf = Map.groupBy(timeline, ({ requestId }) => requestId);
  return notices.map((notice) => {
    const [request, to] = [requestOf.get(notice.requestId), people.get(notice.personId)];
    if (!request || !to) return { notice, matter: null };
    const entries = entriesOf.get(request._id) ?? [];
    const deeds = entries.map(({ sequence, actor }) => ({ sequence, actorId: actor.id }));
    try {
      const view = requestView(ctx, request, to.actor, now, entries);
      return { notice, matter: { notice, to, view, type: ctx.catalogue.of(request.formId), deeds } };
    } catch (fault) {
      // A request that no definition reads any more must not keep everybody else's notices back.
      return { notice, matter: null, fault };
    }
  });
}

/** Where people are reached, by person id; unknown ones are left out. */
export async function readAddressees(ctx: ServiceContext, personIds: string[]): Promise<Map<string, Addressee>> {
  const now = ctx.clock.now();
  const people = await PersonModel.find({ _id: { $in: personIds } }).lean();
  const lineIds = people.flatMap(({ lineUserId }) => lineUserId ?? []);
  const chats = await ChatModel.find({ _id: { $in: lineIds } }, { following: 1, menu: 1 }).lean();
  const chatOf = new Map(chats.map((chat) => [chat._id, chat]));
  return new Map(
    people.map((person): [string, Addressee] => {
      const chat = chatOf.get(person.lineUserId ?? "");
      const isReachable = person.lineUserId !== undefined && person.lineUserId !== null && chat?.following !== false;
      return [
        person._id,
        {
          actor: actorOf(person, now),
          lineUserId: person.lineUserId ?? null,
          isReachable,
          isAway: person.awayUntil !== null && person.awayUntil !== undefined && person.awayUntil > now,
          menu: chat?.menu ?? null,
        },
      ];
    }),
  );
}
