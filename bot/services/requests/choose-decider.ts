import type { ClientSession } from "mongoose";
import { holdersOf } from "#bot/services/people/people-who.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import type { Tell, Workflow } from "#models/workflows/define-workflow.ts";
import type { RequestFacts } from "#models/workflows/engine.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { type Decider, deciderOf, isOwnRequest, matchesRule, type Rule } from "#models/workflows/rule.ts";

/** Whose decision a state waits for: as it is asked, and the rule that means them. */
export type Chosen = { asked: Rule; rule: Rule; decider: Decider };

/**
 * Who decides now: the role that the state asks. Where nobody holds it but who asked for the request, the next of those who may
 * decide there, so that a head's own request waits for the centre head. Null where the state waits for no role.
 */
export async function chooseDecider(workflow: Workflow, request: RequestFacts, now: Date, session?: ClientSession): Promise<Chosen | null> {
  const asked = askedRoles(workflow, request.state);
  if (!asked) return null;
  const holders = await holdersOf([...new Set(asked.rules.map(({ role }) => role))], session);
  const actors = holders.map((person) => actorOf(person, now));
  return deciderAmong(workflow, request, actors);
}

/** The same among actors who are known: all who hold one of the roles must be. */
export function deciderAmong(workflow: Workflow, request: RequestFacts, holders: Actor[]): Chosen | null {
  const asked = askedRoles(workflow, request.state);
  if (!asked) return null;
  const { of, rules } = asked;
  const isHeld = (rule: Rule) => holders.some((actor) => !isOwnRequest(actor, request) && matchesRule(rule, actor, request));
  const rule = rules.find(isHeld) ?? of;
  const decider = deciderOf(rule, request);
  return decider && { asked: of, rule, decider };
}

/** The role that a state asks, and with it all that may decide there, in order; null where it asks none. */
function askedRoles({ states, transitions }: Workflow, state: string) {
  const asks = states[state]?.asks;
  if (asks?.of.who !== "role") return null;
  const deciding = asks.transitions.flatMap((id) => (transitions[id]?.decides ? transitions[id].who : []));
  return { of: asks.of, rules: [asks.of, ...deciding].flatMap((rule) => (rule.who === "role" ? [rule] : [])) };
}

/** The tells of a deed with the one who decides in place of the one whom the state asks. */
export function tellsTo(chosen: Chosen | null, tells: Tell[]): Tell[] {
  if (!chosen) return tells;
  const isAsked = ({ to, event }: Tell) => event === "decision" && JSON.stringify(to) === JSON.stringify(chosen.asked);
  return tells.map((tell) => (isAsked(tell) ? { ...tell, to: chosen.rule } : tell));
}
