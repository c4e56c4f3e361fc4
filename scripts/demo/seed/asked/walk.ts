import { nextDue } from "#bot/services/requests/waits.ts";
import { addDays, bangkokDate, bangkokMoment } from "#models/fields/thai/bangkok.ts";
import type { Answers } from "#models/requests/define-form.ts";
import { parseAnswers } from "#models/requests/parse-answers.ts";
import type { Transition } from "#models/workflows/define-workflow.ts";
import { whyNot } from "#models/workflows/engine.ts";
import { type Actor, systemActor } from "#models/workflows/roles.ts";
import { matchesRule } from "#models/workflows/rule.ts";
import { type Life, liveOn } from "#scripts/demo/seed/life.ts";
import { actorById, actorFor, grantedActors, type World } from "#scripts/demo/seed/world.ts";
import { deedAnswers } from "./deed-answers.ts";

export type Deed = { transition: string; actor: Actor; answers: Answers };

// Longer than any way to the end; what goes in circles is left where it stands.
const mostDeeds = 30;

/** Lets a request go on as its workflow and chance have it, up to the present moment. */
export function walk(world: World, begun: Life): Life {
  let life = begun;
  for (let deeds = 0; deeds < mostDeeds; deeds += 1) {
    const before = life.happened.at(-1)?.at ?? life.filedAt;
    const deed = pickDeed(world, life, before);
    const at = deed && whenDone(world, life, deed, before);
    const due = nextDue(life.type.workflow, life.facts, world.calendar);
    // A deed may have brought the day forward to one that is over.
    const dueAt = due.nextDueAt && new Date(Math.max(due.nextDueAt.getTime(), before.getTime()));
    if (dueAt && (!at || dueAt <= at)) {
      if (dueAt > world.now) return life;
      life = liveOn(life, { transition: due.nextDue ?? "", actor: systemActor, at: dueAt, answers: {} });
    } else {
      if (!deed || !at || at > world.now) return life;
      // What is written then has that day before it, not the one on which it was thought of.
      const done = deedOf(world, life, deed.transition, at);
      if (!done) return life;
      life = liveOn(life, { ...done, at });
    }
  }
  return life;
}

/** The deed as the first of those who may do it would do it, or null. */
export function deedOf(world: World, life: Life, transition: string, at: Date): Deed | null {
  const { workflow } = life.type;
  const found = workflow.transitions[transition];
  const actor = found && doerOf(world, life, transition, found, at);
  if (!found || !actor) return null;
  const answers = found.rewrites ? sentAgain(life, at) : found.form ? deedAnswers(world, life, found.form, at) : {};
  return answers && { transition, actor, answers };
}

/** The same answers, where they still hold on that day: a loan of last week is not asked for anew. */
function sentAgain({ type, answers }: Life, at: Date): Answers | null {
  return parseAnswers(type.form, answers, { today: bangkokDate(at) }).ok ? answers : null;
}

/** Who is named first does it: the others only step in. */
function doerOf(world: World, life: Life, id: string, { who }: Transition, at: Date): Actor | null {
  const { facts, requester, type } = life;
  const own = [actorFor(world, requester), ...(facts.assigneeId ? [actorById(world, facts.assigneeId)] : [])];
  const able = [...own, ...grantedActors(world)].filter((actor) => whyNot(type.workflow, id, actor, facts, at) === null);
  for (const rule of who) {
    const meant = able.filter((actor) => matchesRule(rule, actor, facts));
    if (meant.length > 0) return world.random.pick(meant);
  }
  return null;
}

function pickDeed(world: World, life: Life, at: Date): Deed | null {
  const { workflow } = life.type;
  const { state } = life.facts;
  if (workflow.states[state]?.final && !workflow.states[state]?.asks) return null;
  const likely = Object.entries(workflow.transitions)
    .filter(([, { from }]) => from.includes(state))
    .map(([id, transition]) => ({ id, weight: weightOf(life, transition) }));
  // A right that is used goes on to its last day: seldom is anything done before.
  const all = likely.reduce((sum, { weight }) => sum + weight, 0);
  if (lastDay(life) !== null && !world.random.chance(all)) return null;
  while (likely.length > 0) {
    const picked = world.random.weighted(likely);
    const deed = deedOf(world, life, picked.id, at);
    if (deed) return deed;
    likely.splice(likely.indexOf(picked), 1);
  }
  return null;
}

/** How often what is possible is done. */
function weightOf({ type: { workflow }, facts, happened }: Life, { decides, rewrites, primary, confirm, to }: Transition): number {
  if (decides) return { return: 1.2, refuse: 0.6, approve: 12, endorse: 12, acknowledge: 12 }[decides];
  if (typeof to !== "string") return 0.1;
  if (rewrites) return 8;
  const { tone } = workflow.states[to] ?? {};
  if (tone === "high") return 0.4;
  const isAgain = happened.some((one) => one.to === to);
  // Where somebody is asked, the first answer is the one that all hope for.
  const { asks } = workflow.states[facts.state] ?? {};
  if (primary && asks && workflow.transitions[asks.transitions[0] ?? ""]?.to !== to) return 0.4;
  if (primary) return isAgain ? 2 : 8;
  if (confirm || tone === "muted") return 0.05;
  return isAgain ? 0.1 : 4;
}

/** After some hours of the office; what has a day of its own around that day, now and then too late. */
function whenDone(world: World, { type, facts, requester }: Life, { transition, actor }: Deed, before: Date): Date {
  const { random, calendar } = world;
  const decides = type.workflow.transitions[transition]?.decides !== undefined;
  const [least, most] = decides ? [1, 30] : actor.personId === requester.id ? [0.3, 12] : [0.5, 16];
  const soon = calendar.addWorkingTime(before, (least + random.next() * (most - least)) * 60);
  const day = lastDay({ type, facts });
  if (day === null) return soon;
  const around = calendar.addWorkingTime(bangkokMoment(addDays(day, random.pick([-1, 0, 0, 0, 1, 3, 6]))), random.between(20, 400));
  return around > soon ? around : soon;
}

/** The day that ends a state in which something is used: a loan, a right, a survey. Null where it only waits to begin. */
function lastDay({ type: { workflow }, facts }: Pick<Life, "type" | "facts">): string | null {
  const state = workflow.states[facts.state];
  if (state?.clock !== "stops") return null;
  return (state.timeouts ?? []).flatMap((one) => ("after" in one ? (one.after(facts.answers) ?? []) : []))[0] ?? null;
}
