import type { TalkContext } from "#models/conversations/conversation.ts";
import { own } from "#models/conversations/own.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { showDate, showDateTime } from "#models/fields/thai/dates.ts";
import { openPage, start } from "#models/messages/build.ts";
import type { Action, Card, CardRow, Tone } from "#models/messages/message.ts";
import { detail, inChat } from "./request-links.ts";
import { transitionActions } from "./transition-actions.ts";
import { urgencyWords } from "./urgency-words.ts";

// A card's face has room for these before it becomes a list of buttons.
const mostButtons = 4;
// With a call or a contact; the rest stands behind one button only where it is long.
const mostShownAtOnce = 5;
const shortRest = 3;
const mostEntries = 5;

/** A request as one of a list: what it is, how it stands, what comes next. */
export function shortCard(view: RequestView, context: TalkContext): Card {
  const { primary } = transitionActions(view, context.catalogue);
  return {
    title: view.number,
    opens: inChat(view),
    subtitle: subject(view, context),
    tone: toneOf(view, context),
    rows: [
      { label: "สถานะ", value: view.stateLabel },
      ...staffRows(view, context),
      ...placeRow(view, context),
      ...handRow(view, context),
      ...latest(view),
      ...dueRow(view, context),
    ],
    note: askedWords(view) ?? view.next,
    actions: [...primary.slice(0, 2), ...contact(view, context), detail(view)],
  };
}

/** A request with everything its viewer may see, and everything they may do. */
export function fullCard(view: RequestView, context: TalkContext): Card {
  const [picture] = view.photos;
  return {
    title: view.number,
    subtitle: subject(view, context),
    tone: toneOf(view, context),
    ...(picture ? { picture } : {}),
    rows: [
      { label: "สถานะ", value: view.stateLabel },
      ...view.filed.map(({ label, shown }) => ({ label, value: shown })),
      ...staffRows(view, context),
      ...(view.assignee ? [{ label: "ผู้ดูแล", value: view.assignee.name }] : []),
      ...dueRow(view, context),
      ...history(view),
    ],
    note: askedWords(view) ?? view.next,
    actions: [...faceActions(view, context), openPage("ดูรูปและประวัติ", { to: "request", id: view.id })],
  };
}

/** Everything that may be done where it is little; else what comes first, and a button for the rest. */
function faceActions(view: RequestView, context: TalkContext): Action[] {
  const { primary, other } = transitionActions(view, context.catalogue);
  const people = [...contact(view, context), ...call(view, context)];
  const all = [...primary, ...other, ...people];
  if (other.length === 0) return [...primary.slice(0, mostButtons), ...people];
  if (other.length <= shortRest && all.length <= mostShownAtOnce) return all;
  return [...primary.slice(0, mostButtons), start("ทำอย่างอื่น", "request-more", { id: view.id }), ...people];
}

function askedWords({ asked }: RequestView): string | undefined {
  return asked ? [asked.question, asked.words].filter(Boolean).join("\n") : undefined;
}

const typeOf = (view: RequestView, { catalogue }: TalkContext) => catalogue.all.find((type) => type.form.id === view.formId);
const stateOf = (view: RequestView, context: TalkContext) => typeOf(view, context)?.workflow.states[view.state];

/** What it is, and in words that it is urgent, while anything is still to be done. */
function subject(view: RequestView, context: TalkContext): string {
  const urgent = stateOf(view, context)?.final ? null : urgencyWords[view.urgency];
  return [urgent, view.subject].filter(Boolean).join(" · ");
}

function toneOf(view: RequestView, context: TalkContext): Tone {
  const state = stateOf(view, context);
  if (!state?.final && (view.urgency === "critical" || view.urgency === "high")) return view.urgency;
  return state?.tone ?? "plain";
}

function staffRows(view: RequestView, { person }: TalkContext): CardRow[] {
  return person?.isStaff ? [{ label: "ผู้แจ้ง", value: `${view.requester.name} · ${view.school}` }] : [];
}

/** Where to go, for those who go there; its requester knows. */
function placeRow(view: RequestView, context: TalkContext): CardRow[] {
  const fields = typeOf(view, context)?.form.fields ?? {};
  const place = view.filed.find(({ field }) => own(fields, field)?.kind === "place");
  return context.person?.isStaff && place ? [{ label: place.label, value: place.shown }] : [];
}

/** Who has it, for those who wait for it. */
function handRow({ assignee }: RequestView, { person }: TalkContext): CardRow[] {
  return assignee && !person?.isStaff ? [{ label: "ผู้ดูแล", value: assignee.name }] : [];
}

/** By when; nothing is promised while the clock stands still. */
function dueRow(view: RequestView, context: TalkContext): CardRow[] {
  if (stateOf(view, context)?.clock === "stops") return [];
  if (view.isLate) return [{ label: "กำหนด", value: `${showDate(bangkokDate(view.finishBy))} (เลยกำหนด)` }];
  return [{ label: "กำหนด", value: showDate(bangkokDate(view.finishBy)) }];
}

/** What was said last: an answer, what is still broken. The report itself is in the subject. */
function latest({ timeline, revision, asked }: RequestView): CardRow[] {
  if (asked?.words) return [];
  const last = timeline.at(-1);
  return last?.words && revision > 1 ? [{ label: last.deed, value: `${last.by}: ${last.words}` }] : [];
}

function history({ timeline }: RequestView): CardRow[] {
  return timeline.slice(-mostEntries).map(({ at, deed, by, words }) => ({
    label: showDateTime(at),
    value: [`${deed} · ${by}`, words].filter(Boolean).join("\n"),
  }));
}

function contact(view: RequestView, context: TalkContext): Action[] {
  return !context.person?.isStaff && stateOf(view, context)?.offersContact ? [start("ติดต่อเจ้าหน้าที่", "contact")] : [];
}

function call({ requester }: RequestView, { person }: TalkContext): Action[] {
  return person?.isStaff && requester.phone ? [{ kind: "call", label: "โทรหาผู้แจ้ง", phone: requester.phone }] : [];
}
