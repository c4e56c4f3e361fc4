import type { RequestType } from "./define-request-type.ts";

/** What is inconsistent between a request type and its own form and workflow, or the others that it goes on from; null where nothing is. */
export function faultOfType(type: RequestType, others: ReadonlyMap<string, RequestType>): string | null {
  return faultOfTalk(type) ?? faultOfContinuations(type, others) ?? faultOfStates(type);
}

function faultOfTalk({ form, conversation }: RequestType): string | null {
  const named = [...conversation.steps.map(({ field }) => field), ...(conversation.story ? [conversation.story] : [])];
  const unknown = named.find((key) => !Object.hasOwn(form.fields, key));
  return unknown ? `its talk asks for the field "${unknown}", which it does not have` : null;
}

function faultOfContinuations({ continues }: RequestType, others: ReadonlyMap<string, RequestType>): string | null {
  for (const { from, states = [] } of continues) {
    const earlier = others.get(from);
    if (!earlier) return `it goes on from the form "${from}", which is not in the catalogue`;
    const lost = states.find((state) => !Object.hasOwn(earlier.workflow.states, state));
    if (lost) return `it goes on from ${from} in the state "${lost}", which that one does not have`;
  }
  return null;
}

/** A card that is valid in no state would never be shown, a survey never answered. */
function faultOfStates({ card, collects, workflow }: RequestType): string | null {
  const wanted = [
    ...(card ? [{ what: "its card is valid", states: card.validIn }] : []),
    ...(collects ? [{ what: "it takes answers", states: collects.takesAnswersIn }] : []),
    ...(collects ? [{ what: "its survey has ended", states: collects.endedIn }] : []),
  ];
  for (const { what, states } of wanted) {
    if (states.length === 0) return `${what} in no state`;
    const lost = states.find((state) => !Object.hasOwn(workflow.states, state));
    if (lost) return `${what} in the state "${lost}", which its workflow does not have`;
  }
  return null;
}
