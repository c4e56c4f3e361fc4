import type { RequestView } from "#models/conversations/request-view.ts";
import { press } from "#models/messages/build.ts";
import type { Action } from "#models/messages/message.ts";
import type { Catalogue } from "#models/requests/open-catalogue.ts";

/** The buttons of what the viewer may do with a request now: those for a card's face, and the rest. Bound to its state. */
export function transitionActions(request: RequestView, catalogue: Catalogue): { primary: Action[]; other: Action[] } {
  const transitions = catalogue.all.find((type) => type.form.id === request.formId)?.workflow.transitions ?? {};
  const offered = request.possible.flatMap((id) => {
    const transition = transitions[id];
    const isFirst = transition?.primary || request.asked?.transitions.includes(id);
    return transition ? [{ isFirst, action: transitionAction(request, id, transition.label) }] : [];
  });
  return {
    primary: offered.filter((o) => o.isFirst).map((o) => o.action),
    other: offered.filter((o) => !o.isFirst).map((o) => o.action),
  };
}

/** The button of one transition. */
export function transitionAction(request: RequestView, transition: string, label: string): Action {
  return press(label, { to: "transition", request: request.id, transition, state: request.state });
}
