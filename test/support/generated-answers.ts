import fc from "fast-check";
import type { Field } from "#models/fields/field.ts";
import { type Answers, type Form, isShown } from "#models/requests/define-form.ts";
import { brokenRules, parseAnswers } from "#models/requests/parse-answers.ts";
import { valueFor } from "./generated-values.ts";
import { knownNow, timelyExamples } from "./timely.ts";

/** How a field is come by: written anew, as in the form's example, or left out where that may be. */
const ways = ["new", "new", "new", "example", "out"] as const;
type Way = (typeof ways)[number];

type Values = (field: Field, key: string) => fc.Arbitrary<unknown>;

/** A value for each field of a form, whatever else is answered. */
export function valuesOf(form: Form, values: Values = valueFor): fc.Arbitrary<Answers> {
  return fc.record(Object.fromEntries(Object.entries(form.fields).map(([key, field]) => [key, values(field, key)])));
}

/**
 * Answers that a form's gate takes, made from its definition alone: fields written anew beside those of an example. Where a rule
 * across fields does not hold, those that it looked at are the example's again.
 */
export function generatedAnswers(form: Form, values: Values = valueFor): fc.Arbitrary<Answers> {
  const way = fc.record(Object.fromEntries(Object.keys(form.fields).map((key) => [key, fc.constantFrom<Way>(...ways)])));
  return fc
    .record({ example: fc.constantFrom<Answers>(...timelyExamples(form)), made: valuesOf(form, values), way })
    .map(({ example, made, way }) => {
      const from: Record<Way, (key: string) => unknown> = { new: (key) => made[key], example: (key) => example[key], out: () => undefined };
      const wanted = Object.keys(form.fields).map((key) => [key, from[way[key] ?? "new"](key)]);
      return madeValid(form, withoutEmpty(Object.fromEntries(wanted)), made, example);
    });
}

const withoutEmpty = (answers: Answers): Answers => Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));

/** What hides is taken out, what shows and is needed put in, until nothing changes: an answer may show or hide others. */
export function asShown(form: Form, answers: Answers, made: Answers): Answers {
  const shown = { ...answers };
  const settle = () => {
    let changed = false;
    for (const [key, { optional }] of Object.entries(form.fields)) {
      const isOut = shown[key] === undefined;
      if (isShown(form, key, shown) ? !isOut || optional : isOut) continue;
      if (isOut) shown[key] = made[key];
      else delete shown[key];
      changed = true;
    }
    return changed;
  };
  for (let round = 0; round < 10 && settle(); round += 1);
  return shown;
}

/** @throws when not even the form's example passes */
function madeValid(form: Form, wanted: Answers, made: Answers, example: Answers): Answers {
  let answers = wanted;
  for (let round = 0; round < 12; round += 1) {
    answers = asShown(form, answers, { ...made, ...(round > 6 ? example : {}) });
    if (parseAnswers(form, answers, knownNow()).ok) return answers;
    for (const { reads } of brokenRules(form, answers, knownNow())) {
      const looked = reads ?? new Set(Object.keys(form.fields));
      for (const key of looked) answers = { ...answers, [key]: example[key] };
    }
    answers = withoutEmpty(answers);
  }
  if (!parseAnswers(form, example, knownNow()).ok) throw new Error(`${form.id}: its example does not pass`);
  return example;
}
