import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";
import { type AnswerProblem, parseAnswers } from "#models/requests/parse-answers.ts";
import type { Transition, Workflow } from "./define-workflow.ts";
import type { Actor } from "./roles.ts";
import { isStaff } from "./roles.ts";
import { isOwnRequest, matchesRule, type RequestRelation, scopeUnit } from "./rule.ts";

/** The part of a request that its workflow reads and changes. */
export type RequestFacts = RequestRelation & {
  state: string;
  /** where "back" leads */
  previousState: string | null;
  stateSince: Date;
  answers: Answers;
};

export type Change = { state: string; previousState: string | null; stateSince: Date; assigneeId: string | null };

export type Refusal =
  | { code: "unknown_transition" }
  | { code: "wrong_state"; state: string }
  | { code: "not_allowed" }
  /** nobody decides what they asked for themselves */
  | { code: "own_request" }
  | { code: "too_late"; days: number }
  | { code: "invalid_answers"; problems: AnswerProblem[] };

/** `amended`: answers of the request that others take the place of; `rewritten`: all of them anew */
export type Applied =
  | { ok: true; change: Change; answers: Answers; amended: Answers; rewritten: Answers | null }
  | { ok: false; refusal: Refusal };

const dayMs = 86_400_000;

/** The transition of that name; names come from outside: "constructor" is none. */
export function transitionOf({ transitions }: Workflow, id: string): Transition | undefined {
  return Object.hasOwn(transitions, id) ? transitions[id] : undefined;
}

/** Why the actor may not do this now, or null when they may. Answers are not looked at. */
export function whyNot(workflow: Workflow, id: string, actor: Actor, request: RequestFacts, now: Date): Refusal | null {
  const transition = transitionOf(workflow, id);
  if (!transition) return { code: "unknown_transition" };
  if (!transition.who.some((rule) => matchesRule(rule, actor, request))) return { code: "not_allowed" };
  if (transition.decides && isOwnRequest(actor, request)) return { code: "own_request" };
  if (transition.only && !transition.only(request.answers)) return { code: "wrong_state", state: request.state };
  const cameFrom = transition.neverLeft ? (request.previousState ?? request.state) : request.state;
  if (![request.state, cameFrom].every((state) => transition.from.includes(state))) return { code: "wrong_state", state: request.state };
  const days = transition.within?.days;
  // Where the state asks them, they may answer for as long as it does.
  const isOver = workflow.states[request.state]?.final === true;
  if (days !== undefined && isOver && now.getTime() - request.stateSince.getTime() > days * dayMs) return { code: "too_late", days };
  return null;
}

/** Whether the actor may see the request or do the named transition. The one answer to "who may what". */
export function can(workflow: Workflow, actor: Actor, action: string, request: RequestFacts, now: Date): boolean {
  return action === "see" ? maySee(actor, request) : whyNot(workflow, action, actor, request, now) === null;
}

/**
 * Their own, filed by them, in their hands; a school director sees the school's, a data owner what is about their systems; the centre's
 * staff see all of the office's.
 * bot/services' visibleTo is the same rule as a MongoDB filter, and a test holds the two equal.
 */
function maySee(actor: Actor, request: RequestFacts): boolean {
  if ([request.requesterId, request.filedById, request.assigneeId].includes(actor.personId)) return true;
  if (isStaff(actor)) return true;
  return actor.grants.some(
    (g) =>
      g.role === "director" ||
      (g.role === "data-owner" && request.system !== null && (g.scope.kind === "office" || scopeUnit(g.scope) === request.system)) ||
      (g.role === "school-director" && g.scope.kind === "school" && request.schoolCode !== null && g.scope.school === request.schoolCode),
  );
}

/** The transitions that the actor may do now, in the workflow's order. */
export function possible(workflow: Workflow, actor: Actor, request: RequestFacts, now: Date): string[] {
  return Object.keys(workflow.transitions).filter((id) => whyNot(workflow, id, actor, request, now) === null);
}

/** What a transition makes of a request. Pure: the service writes it, with the timeline entry and the notices. */
export function applyTransition(input: {
  workflow: Workflow;
  /** the request's own, for what rewrites it */
  form: Form;
  transition: string;
  actor: Actor;
  request: RequestFacts;
  answers: Answers;
  now: Date;
}): Applied {
  const { workflow, actor, request, now } = input;
  const refusal = whyNot(workflow, input.transition, actor, request, now);
  const transition = transitionOf(workflow, input.transition);
  if (refusal || !transition) return { ok: false, refusal: refusal ?? { code: "unknown_transition" } };
  const form = transition.rewrites ? input.form : transition.form;
  const parsed = form
    ? parseAnswers(form, input.answers, { today: bangkokDate(now), request: request.answers })
    : { ok: true as const, answers: {} };
  if (!parsed.ok) return { ok: false, refusal: { code: "invalid_answers", problems: parsed.problems } };
  const { answers } = parsed;
  const state = target(transition.to, request);
  const moved = state !== request.state;
  const change: Change = {
    state,
    previousState: moved ? request.state : request.previousState,
    stateSince: moved ? now : request.stateSince,
    assigneeId: nextAssignee(transition.assigns, request, actor, answers),
  };
  const amended = Object.fromEntries(
    Object.entries(transition.amends ?? {}).flatMap(([from, to]) => (answers[from] === undefined ? [] : [[to, answers[from]]])),
  );
  return { ok: true, change, answers, amended, rewritten: transition.rewrites ? answers : null };
}

function target(to: Workflow["transitions"][string]["to"], request: RequestFacts): string {
  if (typeof to === "string") return to;
  return "back" in to ? (request.previousState ?? request.state) : request.state;
}

function nextAssignee(assigns: Workflow["transitions"][string]["assigns"], request: RequestFacts, actor: Actor, answers: Answers) {
  if (assigns === undefined) return request.assigneeId;
  if (assigns === "actor") return actor.personId;
  if (assigns === "nobody") return null;
  const person = answers[assigns.answer];
  return typeof person === "object" && person !== null && "id" in person ? String(person.id) : request.assigneeId;
}
