import type { TalkContext } from "#models/conversations/conversation.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { showDate, showDateTime } from "#models/fields/thai/dates.ts";
import { start } from "#models/messages/build.ts";
import type { Action, Card, CardRow, Tone } from "#models/messages/message.ts";
import { transitionActions } from "./transition-actions.ts";

// A card's face has room for these before it becomes a list of buttons.
const mostButtons = 4;
const mostEntries = 5;

/** A request as one of a list: what it is, how it stands, what comes next. */
export function shortCard(view: RequestView, context: TalkContext): Card {
  const { primary } = transitionActions(view, context.catalogue);
  return {
    title: view.number,
    subtitle: view.subject,
    tone: toneOf(view, context),
    rows: [{ label: "สถานะ", value: view.stateLabel }, ...staffRows(view, context), ...latest(view), ...dueRow(view)],
    note: view.asked ? view.asked.question : view.next,
    actions: [...primary.slice(0, 2), detail(view)],
  };
}

/** A request with everything its viewer may see, and everything they may do. */
export function fullCard(view: RequestView, context: TalkContext): Card {
  const { primary, other } = transitionActions(view, context.catalogue);
  const more = other.length > 0 ? [start("ทำอย่างอื่น", "request-more", { id: view.id })] : [];
  const [picture] = view.photos;
  return {
    title: view.number,
    subtitle: view.subject,
    tone: toneOf(view, context),
    ...(picture ? { picture } : {}),
    rows: [
      { label: "สถานะ", value: view.stateLabel },
      ...view.filed.map(({ label, shown }) => ({ label, value: shown })),
      ...staffRows(view, context),
      ...(view.assignee ? [{ label: "ผู้ดูแล", value: view.assignee.name }] : []),
      ...dueRow(view),
      ...history(view),
    ],
    note: askedWords(view) ?? view.next,
    actions: [...primary.slice(0, mostButtons), ...more, ...call(view, context)],
  };
}

export const detail = (view: RequestView): Action => start("ดูรายละเอียด", "request", { id: view.id });

function askedWords({ asked }: RequestView): string | undefined {
  return asked ? [asked.question, asked.words].filter(Boolean).join("\n") : undefined;
}

function toneOf(view: RequestView, { catalogue }: TalkContext): Tone {
  const state = catalogue.all.find((type) => type.form.id === view.formId)?.workflow.states[view.state];
  if (!state?.final && (view.urgency === "critical" || view.urgency === "high")) return view.urgency;
  return state?.tone ?? "plain";
}

function staffRows(view: RequestView, { person }: TalkContext): CardRow[] {
  return person?.isStaff ? [{ label: "ผู้แจ้ง", value: `${view.requester.name} · ${view.school}` }] : [];
}

function dueRow(view: RequestView): CardRow[] {
  if (view.isLate) return [{ label: "กำหนด", value: `${showDate(bangkokDate(view.finishBy))} (เลยกำหนด)` }];
  return [{ label: "กำหนด", value: showDate(bangkokDate(view.finishBy)) }];
}

/** What was said last: an answer, what is still broken. The report itself is in the subject. */
function latest({ timeline, revision }: RequestView): CardRow[] {
  const last = timeline.at(-1);
  return last?.words && revision > 1 ? [{ label: last.deed, value: `${last.by}: ${last.words}` }] : [];
}

function history({ timeline }: RequestView): CardRow[] {
  return timeline.slice(-mostEntries).map(({ at, deed, by, words }) => ({
    label: showDateTime(at),
    value: [`${deed} · ${by}`, words].filter(Boolean).join("\n"),
  }));
}

function call({ requester }: RequestView, { person }: TalkContext): Action[] {
  return person?.isStaff && requester.phone ? [{ kind: "call", label: "โทรหาผู้แจ้ง", phone: requester.phone }] : [];
}
