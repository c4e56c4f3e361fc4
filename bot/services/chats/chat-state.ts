import type { ChatEvent } from "#bot/services/inbox/chat-event.ts";
import type { ChatDocument } from "#models/documents/chat.document.ts";
import type { NoticeDocument } from "#models/documents/notice.document.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import type { TimelineEntryDocument } from "#models/documents/timeline-entry.document.ts";

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
  /** events that wait in the inbox, also those of other processes: an older one is never overtaken */
  inbox: ChatEvent[];
};

export const unknownChat: ChatState = { chat: null, person: null, waiting: [], notices: [], inbox: [] };

/** Of requests and of notices; more is never shown in one reply. */
export const mostShown = 10;
/** A flood goes in several turns: a chat remembers the ids of as many events as one turn takes. */
export const mostEvents = 100;
/** News say what was done or said last; some of the newest entries may be for staff only. */
export const newestEntries = 5;
