import type { RequestView } from "#models/conversations/request-view.ts";
import { press } from "#models/messages/build.ts";
import type { Action } from "#models/messages/message.ts";
import type { Press } from "#models/messages/press.ts";
import type { Catalogue } from "#models/requests/open-catalogue.ts";
import type { Transition } from "#models/workflows/define-workflow.ts";

/** The buttons of what the viewer may do with a request now: those for a card's face, and the rest. Bound to its state. */
export function transitionActions(request: RequestView, catalogue: Catalogue): { primary: Action[]; other: Action[] } {
  const transitions = catalogue.all.find((type) => type.form.id === request.formId)?.workflow.transitions ?? {};
  const offered = request.possible.flatMap((id) => {
    const transition = transitions[id];
    const isFirst = transition?.primary || request.asked?.transitions.includes(id);
    return transition ? [{ isFirst, action: transitionAction(request, id, transition) }] : [];
  });
  return {
    primary: offered.filter((o) => o.isFirst).map((o) => o.action),
    other: offered.filter((o) => !o.isFirst).map((o) => o.action),
  };
}

/** The button of one transition. */
export function transitionAction(request: RequestView, id: string, { label, decides }: Pick<Transition, "label" | "decides">): Action {
  return press(label, transitionPress(request, id, decides ? { decides } : {}));
}

/** What its button says to us: bound to the state, a decision also to the answers that are shown. */
export function transitionPress(request: RequestView, transition: string, { decides }: Pick<Transition, "decides">): Press {
  const seen = decides ? { seen: String(request.answersRevision) } : {};
  return { to: "transition", request: request.id, transition, state: request.state, ...seen };
}
