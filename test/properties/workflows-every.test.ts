import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begunAnswers } from "#models/requests/begun-answers.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { groupOf } from "#models/requests/routing.ts";
import type { Transition } from "#models/workflows/define-workflow.ts";
import { applyTransition, possible, type RequestFacts } from "#models/workflows/engine.ts";
import { type Actor, type Grant, type Role, type Scope, systemActor } from "#models/workflows/roles.ts";
import { filledForm } from "#test/support/filled-form.ts";

const now = new Date("2026-12-01T09:30:00+07:00");
const school = "24010001";

const grant = (role: Role, scope: Scope): Grant => ({ role, scope, from: new Date(0), until: null, actingFor: null });
const person = (personId: string, ...grants: Grant[]): Actor => ({ personId, name: personId, position: "", schoolCode: null, grants });
const ofGroup = (group: number): Scope => ({ kind: "group", group, zones: [] });

/** Everybody who could have to do with a request of that group of work, about that system. */
function people(group: number, system: string | null) {
  const otherGroup = (group % 3) + 1;
  return {
    inside: [
      person("teacher"),
      person("staff", grant("staff", ofGroup(group))),
      person("group-head", grant("group-head", ofGroup(group))),
      person("centre-head", grant("centre-head", { kind: "office" })),
      person("director", grant("director", { kind: "office" })),
      person("school-director", grant("school-director", { kind: "school", school })),
      person("data-owner", grant("data-owner", { kind: "system", system: system ?? "-" })),
      systemActor,
    ],
    outside: [
      person("other-teacher"),
      person("other-staff", grant("staff", ofGroup(otherGroup))),
      person("other-head", grant("group-head", ofGroup(otherGroup))),
      person("other-school-director", grant("school-director", { kind: "school", school: "24010003" })),
      person("other-data-owner", grant("data-owner", { kind: "system", system: "another" })),
      person("admin", grant("admin", { kind: "office" })),
    ],
  };
}

type Walker = { type: RequestType; facts: RequestFacts; inside: Actor[]; outside: Actor[] };

function begin(type: RequestType, answers: Answers, requesterId: string): Walker {
  const group = type.group?.(answers) ?? groupOf(type.category(answers));
  const system = type.system?.(answers) ?? null;
  const facts: RequestFacts = {
    requesterId,
    filedById: requesterId,
    assigneeId: null,
    group,
    zone: null,
    schoolCode: school,
    system,
    answers,
    state: type.workflow.initial,
    previousState: null,
    stateSince: now,
  };
  return { type, facts, ...people(group, system) };
}

const transitionOf = ({ workflow }: RequestType, id: string): Transition => {
  const transition = workflow.transitions[id];
  if (!transition) throw new Error(`no transition ${id}`);
  return transition;
};

/** Does it, filling what it asks for; a rewriting gives the answers of an example. */
function after(walker: Walker, id: string, actor: Actor, pick: (of: number) => number): Walker {
  const { type, facts } = walker;
  const { workflow, form } = type;
  const transition = transitionOf(type, id);
  const example = form.examples[pick(form.examples.length)] ?? {};
  const answers = transition.rewrites ? example : transition.form ? filledForm(transition.form, pick, facts.answers) : {};
  const applied = applyTransition({ workflow, form, transition: id, actor, request: facts, answers, now });
  if (!applied.ok) throw new Error(`${form.id} ${facts.state} ${id} by ${actor.personId}: ${JSON.stringify(applied.refusal)}`);
  const { change, amended, rewritten } = applied;
  expect(Object.keys(workflow.states), `${form.id} ${id}`).toContain(change.state);
  expect(rewritten !== null, `${form.id} ${id} rewrites`).toBe(transition.rewrites === true);
  expect(Object.keys(amended).every((field) => Object.values(transition.amends ?? {}).includes(field))).toBe(true);
  return { ...walker, facts: { ...facts, ...change, answers: { ...(rewritten ?? facts.answers), ...amended } } };
}

const ways = ({ type, facts, inside }: Walker): [string, Actor][] =>
  inside.flatMap((actor) => possible(type.workflow, actor, facts, now).map((id): [string, Actor] => [id, actor]));

const nodeOf = ({ facts }: Walker): string => `${facts.state}|${facts.previousState}|${facts.assigneeId !== null}`;
const first = () => 0;

/** Every situation that can come of a request with such answers, and which others each leads to. */
function explore(start: Walker): Map<string, { walker: Walker; leads: string[] }> {
  const found = new Map<string, { walker: Walker; leads: string[] }>();
  const waiting = [start];
  for (let walker = waiting.pop(); walker; walker = waiting.pop()) {
    const here = walker;
    if (found.has(nodeOf(here))) continue;
    // Rewriting keeps the answers here: which way they lead is what is explored.
    const onwards = ways(here).map(([id, actor]) => {
      const next = after(here, id, actor, first);
      return { ...next, facts: { ...next.facts, answers: start.facts.answers } };
    });
    found.set(nodeOf(here), { walker: here, leads: onwards.map(nodeOf) });
    waiting.push(...onwards);
  }
  return found;
}

describe.each(catalogue.map((type) => [type.form.id, type] as const))("the way of %s", (_, type) => {
  const { workflow, form } = type;
  const isFinal = (state: string) => workflow.states[state]?.final === true;

  it("has every state reached by somebody, by one of its examples", () => {
    const reached = new Set(
      form.examples.flatMap((answers) => [...explore(begin(type, answers, "teacher")).values()].map(({ walker }) => walker.facts.state)),
    );
    expect([...reached].sort()).toEqual(Object.keys(workflow.states).sort());
  });

  it.each(["teacher", "group-head", "director"])("never is a dead end for a request of a %s", (requesterId) => {
    for (const answers of form.examples) {
      const situations = explore(begin(type, answers, requesterId));
      const ends = new Set([...situations].flatMap(([node, { walker }]) => (isFinal(walker.facts.state) ? [node] : [])));
      for (let grew = true; grew; ) {
        const before = ends.size;
        for (const [node, { leads }] of situations) if (leads.some((next) => ends.has(next))) ends.add(node);
        grew = ends.size > before;
      }
      expect([...situations.keys()].filter((node) => !ends.has(node))).toEqual([]);
    }
  });

  it("goes on by itself only where its states say when", () => {
    for (const [id, { from, who }] of Object.entries(workflow.transitions)) {
      if (who.some((rule) => rule.who !== "system")) continue;
      for (const state of from)
        expect(
          workflow.states[state]?.timeouts?.map(({ transition }) => transition),
          `${state} ${id}`,
        ).toContain(id);
    }
    for (const { timeouts = [] } of Object.values(workflow.states)) {
      for (const timeout of timeouts) {
        if (!("after" in timeout)) continue;
        for (const answers of form.examples) expect(timeout.after(answers) ?? "2026-12-31").toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(timeout.after({})).toBeNull();
      }
    }
  });

  it("is gone by those alone who may, whoever tries what", () => {
    const steps = fc.array(fc.nat(1_000), { maxLength: 20 });
    fc.assert(
      fc.property(fc.nat(20), fc.constantFrom("teacher", "staff", "group-head", "director"), steps, (of, requesterId, choices) => {
        let walker = begin(type, form.examples[of % form.examples.length] ?? {}, requesterId);
        let decided = false;
        for (const choice of choices) {
          expectRefusals(walker);
          const open = ways(walker);
          const [id, actor] = open[choice % open.length] ?? [];
          if (!id || !actor) break;
          const { decides, rewrites } = transitionOf(type, id);
          if (rewrites) expect(decided, `${id} rewrites what somebody has decided`).toBe(false);
          if (decides) {
            expect(actor.personId, `${id} of one's own`).not.toBe(requesterId);
            expect(["teacher", "staff", "system"], `${id} decides`).not.toContain(actor.personId);
            decided = decides !== "return";
          }
          walker = after(walker, id, actor, (among) => choice % among);
          if (walker.facts.state === "returned") expectResubmission(walker);
        }
      }),
      { numRuns: 25 },
    );
  });
});

/** Nobody from elsewhere can do a thing, and what nobody offered is refused. */
function expectRefusals({ type, facts, inside, outside }: Walker): void {
  const { workflow, form } = type;
  for (const actor of outside) expect(possible(workflow, actor, facts, now), `${form.id} ${facts.state} ${actor.personId}`).toEqual([]);
  for (const actor of inside) {
    const may = new Set(possible(workflow, actor, facts, now));
    for (const [id, { from }] of Object.entries(workflow.transitions)) {
      const own = ["withdraw", "resubmit", "give-up"].includes(id);
      if (may.has(id)) expect(from, `${form.id} ${id}`).toContain(facts.state);
      if (may.has(id) && own) expect(actor.personId, `${form.id} ${id}`).toBe(facts.requesterId);
      if (may.has(id)) continue;
      const applied = applyTransition({ workflow, form, transition: id, actor, request: facts, answers: {}, now });
      expect(applied.ok, `${form.id} ${facts.state} ${id} by ${actor.personId}`).toBe(false);
    }
  }
}

/** What was returned can be sent again, mended, to the first who decides. */
function expectResubmission(walker: Walker): void {
  const { type, facts, inside } = walker;
  const requester = inside.find(({ personId }) => personId === facts.requesterId) ?? person(facts.requesterId ?? "");
  const { facts: again } = after(walker, "resubmit", requester, first);
  expect(again.state).toBe(type.workflow.initial);
  expect(again.answers).toEqual(type.form.examples[0]);
  expect(ways({ ...walker, facts: again }).some(([id]) => transitionOf(type, id).decides)).toBe(true);
}

/** Which fields are filled, and of rows which cells: words may be tidied, but none is lost. */
function shapeOf(answers: Answers): unknown {
  return Object.entries(answers)
    .map(([key, value]) => [key, Array.isArray(value) ? value.map((row) => (typeof row === "object" ? Object.keys(row).sort() : "")) : ""])
    .sort();
}

describe("the office's chain", () => {
  const byForm = new Map(catalogue.map((type) => [type.form.id, type]));
  const links = catalogue.flatMap((type) => type.continues.map((link) => [`${link.from} → ${type.form.id}`, type, link] as const));

  it.each(links)("%s starts in states that are, and fills fields that are", (_, type, link) => {
    const earlier = byForm.get(link.from);
    if (!earlier) throw new Error(`no form ${link.from}`);
    for (const state of link.states ?? []) expect(Object.keys(earlier.workflow.states)).toContain(state);
    for (const answers of [...earlier.form.examples, {}]) {
      const filled = link.prefill(answers, { number: "ซ-2570-000123", subject: earlier.subject(answers), results: null });
      expect(Object.keys(type.form.fields)).toEqual(expect.arrayContaining(Object.keys(filled)));
      expect(shapeOf(begunAnswers(type.form, filled))).toEqual(shapeOf(filled));
    }
  });

  it("leads from a repair to what replaces the device, and on to what uses it", () => {
    const into = (of: string) => byForm.get(of)?.continues.map(({ from }) => from) ?? [];
    for (const next of ["spec_definition", "purchase", "material_use", "borrow"]) expect(into(next), next).toContain("repair");
    expect(into("spec_comparison")).toContain("spec_definition");
    expect(into("purchase")).toEqual(expect.arrayContaining(["spec_definition", "spec_comparison"]));
    expect(into("material_use")).toContain("purchase");
  });
});
