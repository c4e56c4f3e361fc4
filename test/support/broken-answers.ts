import type { Answers, Form } from "#models/requests/define-form.ts";
import { parseAnswers } from "#models/requests/parse-answers.ts";
import { sampleDay } from "#models/requests/sample-day.ts";

/** The fields that a form's gate complains about when one of its examples is changed so. Undefined takes an answer away. */
export function problemsOf(form: Form, changes: Answers, example = 0): string[] {
  const answers = Object.fromEntries(Object.entries({ ...form.examples[example], ...changes }).filter(([, value]) => value !== undefined));
  const parsed = parseAnswers(form, answers, { today: sampleDay });
  return parsed.ok ? [] : parsed.problems.map(({ field }) => field);
}
