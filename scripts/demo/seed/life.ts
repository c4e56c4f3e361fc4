import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { parseAnswers } from "#models/requests/parse-answers.ts";
import { groupOf } from "#models/requests/routing.ts";
import { applyTransition, type RequestFacts } from "#models/workflows/engine.ts";
import type { Actor } from "#models/workflows/roles.ts";
import type { SeedPerson } from "./people.ts";

/** One thing that happened. */
export type Happening = { at: Date; actor: Actor; transition: string; from: string | null; to: string; answers: Answers };

/** Where a request comes from: a school, or (without a code) the office itself. */
export type Place = { code: string | null; name: string; zone: string | null };

/** A request from its filing to where it stands: facts, answers as they are now, and all that happened. */
export type Life = {
  type: RequestType;
  school: Place;
  requester: SeedPerson;
  filedAt: Date;
  answers: Answers;
  facts: RequestFacts;
  happened: Happening[];
  /** the life that this one goes on from, as it is in the end */
  origin: Life | null;
};

/** Files a request as the form's gate lets it through. */
export function beginLife(input: {
  type: RequestType;
  school: Place;
  requester: SeedPerson;
  actor: Actor;
  at: Date;
  answers: Answers;
  origin?: Life | null;
}): Life {
  const { type, school, requester, actor, at, origin = null } = input;
  const parsed = parseAnswers(type.form, input.answers, { today: bangkokDate(at) });
  if (!parsed.ok) throw new Error(`Sample answers of ${type.form.id}: ${parsed.problems.map((p) => `${p.field} ${p.message}`).join("; ")}`);
  const state = type.workflow.initial;
  const facts: RequestFacts = {
    requesterId: requester.id,
    filedById: requester.id,
    assigneeId: null,
    group: type.group?.(parsed.answers) ?? groupOf(type.category(parsed.answers)),
    zone: school.zone,
    schoolCode: school.code,
    system: type.system?.(parsed.answers) ?? null,
    state,
    previousState: null,
    stateSince: at,
    answers: parsed.answers,
  };
  const happened = [{ at, actor, transition: "submit", from: null, to: state, answers: {} }];
  return { type, school, requester, filedAt: at, answers: parsed.answers, facts, happened, origin };
}

/** How answers name a request whose number is not taken yet: numbers are given in the order of filing, once all lives are lived. */
export const aliasOf = ({ type, filedAt, requester }: Life): string => `${type.code.thai}-${filedAt.getTime()}-${requester.id}`;

/** Does one transition; the workflow must allow it. */
export function liveOn(life: Life, step: { transition: string; actor: Actor; at: Date; answers: Answers }): Life {
  const { transition, actor, at } = step;
  const { workflow } = life.type;
  const applied = applyTransition({
    workflow,
    form: life.type.form,
    transition,
    actor,
    request: life.facts,
    answers: step.answers,
    now: at,
  });
  if (!applied.ok) throw new Error(`Sample story: ${transition} from ${life.facts.state}: ${JSON.stringify(applied.refusal)}`);
  const happening = { at, actor, transition, from: life.facts.state, to: applied.change.state, answers: applied.answers };
  const answers = applied.rewritten ?? { ...life.answers, ...applied.amended };
  return {
    ...life,
    answers,
    facts: { ...life.facts, ...applied.change, answers },
    happened: [...life.happened, happening],
  };
}
