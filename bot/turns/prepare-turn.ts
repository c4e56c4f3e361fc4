import type { ChatState } from "#bot/services/chats/chat-state.ts";
import { readDraftNews } from "#bot/services/drafts/read-draft-news.ts";
import type { ChatEvent } from "#bot/services/inbox/chat-event.ts";
import { officeView, readOffice } from "#bot/services/office/office.ts";
import { actorOf, personView } from "#bot/services/people/person-view.ts";
import { requestView } from "#bot/services/requests/request-view.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { TalkContext } from "#models/conversations/conversation.ts";
import type { DraftNews } from "#models/conversations/draft-news.ts";
import { readSession, type Session } from "#models/conversations/session.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { openReader, type Reader } from "./reader.ts";

/** A turn with everything read that it starts from. */
export type PreparedTurn = {
  chatId: string;
  state: ChatState;
  session: Session;
  /** the stored session is of another shape: the person is told that we start afresh */
  outdated: boolean;
  actor: Actor | null;
  context: TalkContext;
  /** what the mini-app did with the chat's drafts since its last turn; nearly always nothing */
  drafts: DraftNews[];
  /** not handled before, in LINE's order, without what was unsent meanwhile */
  events: ChatEvent[];
  read: Reader;
};

/** Builds the talk's facts from what was read. */
export async function prepareTurn(services: ServiceContext, chatId: string, state: ChatState, events: ChatEvent[]): Promise<PreparedTurn> {
  const now = services.clock.now();
  const office = await readOffice(services);
  const actor = state.person ? actorOf(state.person, now) : null;
  const { session, outdated } = readSession(state.chat?.session);
  const context: TalkContext = {
    now,
    person: state.person ? personView(state.person, now) : null,
    waiting: actor ? state.waiting.map((request) => requestView(services, request, actor, now)) : [],
    office: officeView(office, now),
    catalogue: services.catalogue,
    freshId: services.newId().replaceAll("-", "").slice(-12),
  };
  const drafts = await readDraftNews(services, state.chat?.touchedDrafts ?? [], state.person?._id ?? null);
  const fresh = freshEvents(state, events);
  return { chatId, state, session, outdated, actor, context, drafts, events: fresh, read: openReader(services.catalogue) };
}

function freshEvents(state: ChatState, events: ChatEvent[]): ChatEvent[] {
  const handled = new Set(state.chat?.handled);
  const unsent = new Set(events.flatMap(({ what }) => (what.kind === "unsend" ? [what.messageId] : [])));
  return events.filter(
    ({ id, what }) => !handled.has(id) && !("messageId" in what && what.kind !== "unsend" && unsent.has(what.messageId)),
  );
}
