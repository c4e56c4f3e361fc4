import fc from "fast-check";
import type { Field } from "#models/fields/field.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";
import { parseAnswers } from "#models/requests/parse-answers.ts";
import { asShown } from "./generated-answers.ts";
import { valueFor } from "./generated-values.ts";
import { knownNow, timelyExamples } from "./timely.ts";

type Rule = Form["rules"][number];
type Change = { key: string; how: "anew" | "out" | "cell"; row: number; column: number };

/** Enough for every rule of the catalogue; one that needs more is listed beside the form's tests. */
const mostTries = 4_000;
// Most rules break within a few tries.
const atOnce = 20;

/** The fields that a rule looks at, as far as such answers lead it. */
function looksAt({ holds }: Rule, answers: Answers): Set<string> {
  const seen = new Set<string>();
  const get = (target: Answers, key: string | symbol): unknown => {
    if (typeof key === "string") seen.add(key);
    return Reflect.get(target, key);
  };
  holds(new Proxy(answers, { get }), knownNow());
  return seen;
}

/** One cell of a table written anew: sums and committees go wrong by one figure. */
function withCell(field: Field | undefined, before: unknown, after: unknown, { row, column }: Change): unknown {
  const key = Object.keys(field?.rows?.columns ?? {}).at(column);
  if (!Array.isArray(before) || !Array.isArray(after) || key === undefined) return after;
  const cell = (after[0] as Answers | undefined)?.[key];
  const { [key]: _, ...others } = before[row % before.length] as Answers;
  return before.map((one, at) => (at === row % before.length ? { ...others, ...(cell === undefined ? {} : { [key]: cell }) } : one));
}

function changedBy(form: Form, answers: Answers, made: Answers, change: Change): Answers {
  const { [change.key]: before, ...others } = answers;
  if (change.how === "out") return others;
  const after = made[change.key];
  return { ...others, [change.key]: change.how === "cell" ? withCell(form.fields[change.key], before, after, change) : after };
}

/**
 * Answers that break this rule and nothing else: an example of the form with one or a few of the fields that the rule looks at
 * changed. Null where none was found.
 */
export function breakOf(form: Form, rule: Rule, values: (field: Field) => fc.Arbitrary<unknown> = valueFor): Answers | null {
  const examples = timelyExamples(form);
  // Another rule of the same field must go on holding: a day that is over is still none before the first.
  const beside = form.rules.filter(({ at }) => at === rule.at);
  const looked = [...new Set([rule.at, ...beside.flatMap((one) => examples.flatMap((example) => [...looksAt(one, example)]))])];
  const known = looked.flatMap((key) => (form.fields[key] ? [[key, values(form.fields[key])] as const] : []));
  const everything: Answers = Object.assign({}, ...examples);
  const tries = fc.record({
    example: fc.constantFrom<Answers>(...examples),
    made: fc.record(Object.fromEntries(known)),
    changes: fc.array(changeOf(known.map(([key]) => key)), { minLength: 1, maxLength: 3 }),
  });
  for (let seed = 1; seed <= mostTries / atOnce; seed += 1) {
    for (const { example, made, changes } of fc.sample(tries, { numRuns: atOnce, seed })) {
      const changed = changes.reduce((answers, change) => changedBy(form, answers, made, change), example);
      const tried = asShown(form, changed, { ...everything, ...example });
      if (breaksOnly(form, rule, tried)) return tried;
    }
  }
  return null;
}

const changeOf = (keys: string[]): fc.Arbitrary<Change> =>
  fc.record({
    key: fc.constantFrom(...keys),
    how: fc.constantFrom<Change["how"]>("anew", "cell", "out"),
    row: fc.nat(3),
    column: fc.nat(5),
  });

function breaksOnly(form: Form, rule: Rule, answers: Answers): boolean {
  const parsed = parseAnswers(form, answers, knownNow());
  const [problem, ...more] = parsed.ok ? [] : parsed.problems;
  return more.length === 0 && problem?.field === rule.at && problem.message === rule.message;
}
