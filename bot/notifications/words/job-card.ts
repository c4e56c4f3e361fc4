import type { RequestView } from "#models/conversations/request-view.ts";
import { detail, inChat } from "#models/conversations/requests/request-links.ts";
import { urgencyWords } from "#models/conversations/requests/urgency-words.ts";
import type { FieldKind } from "#models/fields/field.ts";
import { showDateTime } from "#models/fields/thai/dates.ts";
import type { Action, Card, CardRow } from "#models/messages/message.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { highlights } from "#models/requests/highlights.ts";
import type { NoticeEvent } from "#models/workflows/define-workflow.ts";
import { eventWords, urgencyTones } from "./event-words.ts";
import { transitionButtons } from "./request-actions.ts";

/** Kinds of answers that tell a technician about the job; the rest is behind ดูรายละเอียด. */
const telling: readonly FieldKind[] = ["text", "place", "asset", "date"];
const mostAnswers = 4;
const mostDeeds = 2;

/** A job as those who do it are told of it: where, what, how urgent, a picture, and what they can do at once. */
export function jobCard(event: NoticeEvent, view: RequestView, { form, workflow }: RequestType): Card {
  const urgent = urgencyWords[view.urgency];
  // What is asked of the reader comes first: a decision is offered whole, refusal and all.
  const primary = view.asked?.transitions ?? view.possible.filter((id) => workflow.transitions[id]?.primary).slice(0, mostDeeds);
  const [picture] = view.photos;
  return {
    title: view.subject,
    opens: inChat(view),
    subtitle: [eventWords[event], urgent].filter(Boolean).join(" · "),
    tone: urgencyTones[view.urgency],
    ...(picture ? { picture } : {}),
    rows: [
      { label: "เลขที่", value: view.number },
      { label: "จาก", value: `${view.school} (${view.requester.name})` },
      ...(event === "decision"
        ? highlights(form, view).map(({ label, shown }) => ({ label, value: shown }))
        : answerRows(view, form.fields)),
      ...news(event, view),
      ...(workflow.states[view.state]?.clock === "runs" ? [{ label: "เสร็จภายใน", value: showDateTime(view.finishBy) }] : []),
    ],
    ...(view.isLate ? { note: "งานนี้เลยกำหนดแล้วค่ะ" } : {}),
    actions: [...transitionButtons(view, workflow, primary), detail(view), ...callButton(view)],
  };
}

function answerRows(view: RequestView, fields: RequestType["form"]["fields"]): CardRow[] {
  return view.filed
    .filter(({ field, shown }) => telling.includes(fields[field]?.kind ?? "photos") && !view.subject.includes(shown))
    .slice(0, mostAnswers)
    .map(({ label, shown }) => ({ label, value: shown }));
}

/** A new job's words are its answers; otherwise what was said last is why the card comes. */
function news(event: NoticeEvent, view: RequestView): CardRow[] {
  const last = view.timeline.at(-1);
  if (event === "new-work" || !last) return [];
  return [{ label: last.deed, value: last.words || last.by }];
}

function callButton({ requester }: RequestView): Action[] {
  return requester.phone ? [{ kind: "call", label: "โทร", phone: requester.phone }] : [];
}
