import type { RequestView } from "#models/conversations/request-view.ts";
import type { Message } from "#models/messages/message.ts";
import type { Catalogue } from "#models/requests/open-catalogue.ts";
import { isOutdated, type NoticeFacts } from "./outdated.ts";
import { noticeMessage, type Telling } from "./words/notice-message.ts";

/** What heads a person's next reply: at most one bubble, or a row of them, of what they have not been told. */
export type RideAlong = (notices: NoticeFacts[], views: RequestView[]) => Message[];

/** LINE's carousel has twelve places; the reply itself needs the reader's attention too. */
const mostCards = 10;

/**
 * Pure. Of several notices of one request only the newest counts, and what is outdated by now is left out: both are told
 * all the same, because the person then knows how the request stands.
 */
export function openRideAlong(catalogue: Catalogue): RideAlong {
  return (notices, views) => {
    const viewOf = new Map(views.map((view) => [view.id, view]));
    const newest = new Map<string, NoticeFacts>();
    for (const notice of notices) {
      const known = newest.get(notice.requestId);
      if (!known || known.revision < notice.revision) newest.set(notice.requestId, notice);
    }
    const tellings = [...newest.values()].flatMap((notice): Telling[] => {
      const view = viewOf.get(notice.requestId);
      if (!view) return [];
      const type = catalogue.of(view.formId);
      return isOutdated(notice, view, type.workflow) ? [] : [{ event: notice.event, as: notice.as, view, type }];
    });
    if (tellings.length === 0) return [];
    return [noticeMessage(tellings.slice(0, mostCards), `มีข่าว ${tellings.length} เรื่องค่ะ`)];
  };
}
