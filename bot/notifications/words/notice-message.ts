import type { ToldAs } from "#bot/notifications/policy.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import type { Card, Message } from "#models/messages/message.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import type { NoticeEvent } from "#models/workflows/define-workflow.ts";
import { jobCard } from "./job-card.ts";
import { newsCard } from "./news-card.ts";

/** One thing to tell: why, and how the request stands for the person who is told. */
export type Telling = { event: NoticeEvent; as: ToldAs; view: RequestView; type: RequestType };

/** The card of a notice. All its words come from the form and the workflow. */
export function noticeCard({ event, as, view, type }: Telling): Card {
  return as === "requester" ? newsCard(view, type) : jobCard(event, view, type);
}

/** One bubble for one thing, a row of them side by side for several. */
export function noticeMessage(tellings: Telling[], title: string): Message {
  const [first] = tellings;
  const shows = tellings.map(({ view }) => view.id);
  if (first && tellings.length === 1) return { kind: "card", card: noticeCard(first), shows };
  return { kind: "cards", title, cards: tellings.map(noticeCard), shows };
}
