import type { RequestView } from "#models/conversations/request-view.ts";
import { transitionPress } from "#models/conversations/requests/transition-actions.ts";
import { press } from "#models/messages/build.ts";
import type { Action } from "#models/messages/message.ts";
import type { Workflow } from "#models/workflows/define-workflow.ts";

/** A button for each transition, bound to the state that the card shows. */
export function transitionButtons(view: RequestView, workflow: Workflow, transitions: string[]): Action[] {
  return transitions.flatMap((transition) => {
    const definition = workflow.transitions[transition];
    if (!definition) return [];
    return [press(definition.label, transitionPress(view, transition, definition), `${definition.label} ${view.number}`)];
  });
}
