import type { RequestView } from "#models/conversations/request-view.ts";
import { detail, inChat } from "#models/conversations/requests/request-links.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import { start } from "#models/messages/build.ts";
import type { Card, CardRow } from "#models/messages/message.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import type { State } from "#models/workflows/define-workflow.ts";
import { transitionButtons } from "./request-actions.ts";

/** How a request stands, for who asked for it: the state, what was last said, and the buttons of what is wanted of them. */
export function newsCard(view: RequestView, { workflow }: RequestType): Card {
  const state = workflow.states[view.state];
  const wanted = view.asked ? transitionButtons(view, workflow, view.asked.transitions) : [];
  return {
    title: view.number,
    opens: inChat(view),
    subtitle: view.stateLabel,
    tone: state?.tone ?? "plain",
    rows: [{ label: "เรื่อง", value: view.subject }, ...said(view), ...due(view, state)],
    note: view.asked?.question ?? `${view.next}ค่ะ`,
    actions: [...wanted, ...(state?.offersContact ? [start("ติดต่อเจ้าหน้าที่", "contact")] : []), detail(view)],
  };
}

/** By when; nothing is promised while the clock stands still. */
function due({ finishBy }: RequestView, state: State | undefined): CardRow[] {
  return state?.clock === "runs" ? [{ label: "กำหนด", value: showDate(bangkokDate(finishBy)) }] : [];
}

function said(view: RequestView): CardRow[] {
  const last = view.timeline.at(-1);
  if (view.asked?.words) return [{ label: view.assignee?.name ?? "ข้อความ", value: view.asked.words }];
  if (!last) return view.assignee ? [{ label: "ผู้รับผิดชอบ", value: view.assignee.name }] : [];
  return [{ label: "โดย", value: last.by }, ...(last.words ? [{ label: last.deed, value: last.words }] : [])];
}
