import type { RequestView } from "#models/conversations/request-view.ts";
import type { Card, CardRow } from "#models/messages/message.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { detailButton, transitionButtons } from "./request-actions.ts";

/** How a request stands, for who asked for it: the state, what was last said, and the buttons of what is wanted of them. */
export function newsCard(view: RequestView, { workflow }: RequestType): Card {
  const wanted = view.asked ? transitionButtons(view, workflow, view.asked.transitions) : [];
  return {
    title: `${view.number} ${view.subject}`,
    subtitle: view.stateLabel,
    tone: workflow.states[view.state]?.tone ?? "plain",
    rows: said(view),
    note: view.asked?.question ?? `${view.next}ค่ะ`,
    actions: [...wanted, detailButton(view)],
  };
}

function said(view: RequestView): CardRow[] {
  const last = view.timeline.at(-1);
  if (view.asked?.words) return [{ label: view.assignee?.name ?? "ข้อความ", value: view.asked.words }];
  if (!last) return view.assignee ? [{ label: "ผู้รับผิดชอบ", value: view.assignee.name }] : [];
  return [{ label: "โดย", value: last.by }, ...(last.words ? [{ label: last.deed, value: last.words }] : [])];
}
