import type { RequestView } from "#models/conversations/request-view.ts";
import { press } from "#models/messages/build.ts";
import type { Action } from "#models/messages/message.ts";
import type { Workflow } from "#models/workflows/define-workflow.ts";

/** A button for each transition, bound to the state that the card shows. */
export function transitionButtons(view: RequestView, workflow: Workflow, transitions: string[]): Action[] {
  return transitions.flatMap((transition) => {
    const label = workflow.transitions[transition]?.label;
    return label ? [press(label, { to: "transition", request: view.id, transition, state: view.state }, `${label} ${view.number}`)] : [];
  });
}
