import type { ClientSession } from "mongoose";
import { holdersOf } from "#bot/services/people/people-who.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import type { Tell, Workflow } from "#models/workflows/define-workflow.ts";
import type { RequestFacts } from "#models/workflows/engine.ts";
import { type Decider, deciderOf, isOwnRequest, matchesRule, type Rule } from "#models/workflows/rule.ts";

/** Whose decision a state waits for: as it is asked, and the rule that means them. */
export type Chosen = { asked: Rule; rule: Rule; decider: Decider };

/**
 * Who decides now: the role that the state asks. Where nobody holds it but who asked for the request, the next of those who may
 * decide there, so that a head's own request waits for the centre head. Null where the state waits for no role.
 */
export async function chooseDecider(
  { states, transitions }: Workflow,
  request: RequestFacts,
  now: Date,
  session?: ClientSession,
): Promise<Chosen | null> {
  const asks = states[request.state]?.asks;
  if (asks?.of.who !== "role") return null;
  const deciding = asks.transitions.flatMap((id) => (transitions[id]?.decides ? transitions[id].who : []));
  const rules = [asks.of, ...deciding].flatMap((rule) => (rule.who === "role" ? [rule] : []));
  const holders = (await holdersOf([...new Set(rules.map(({ role }) => role))], session)).map((person) => actorOf(person, now));
  const isHeld = (rule: Rule) => holders.some((actor) => !isOwnRequest(actor, request) && matchesRule(rule, actor, request));
  const rule = rules.find(isHeld) ?? asks.of;
  const decider = deciderOf(rule, request);
  return decider && { asked: asks.of, rule, decider };
}

/** The tells of a deed with the one who decides in place of the one whom the state asks. */
export function tellsTo(chosen: Chosen | null, tells: Tell[]): Tell[] {
  if (!chosen) return tells;
  const isAsked = ({ to, event }: Tell) => event === "decision" && JSON.stringify(to) === JSON.stringify(chosen.asked);
  return tells.map((tell) => (isAsked(tell) ? { ...tell, to: chosen.rule } : tell));
}
