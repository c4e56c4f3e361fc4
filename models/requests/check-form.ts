import { type Form, isShown } from "./define-form.ts";
import { parseAnswers } from "./parse-answers.ts";
import { sampleDay } from "./sample-day.ts";

/**
 * What is inconsistent in a form, or null. Its examples prove it can be filled: each passes the form's own gate, and each field is shown
 * and filled in one of them, so that none is required where it can never be answered.
 */
export function faultOfForm(form: Form): string | null {
  if (form.examples.length === 0) return "has no example";
  for (const [at, example] of form.examples.entries()) {
    const parsed = parseAnswers(form, example, { today: sampleDay });
    if (!parsed.ok) return `example ${at + 1}, ${parsed.problems[0]?.field}: ${parsed.problems[0]?.message}`;
    const lost = Object.keys(example).find((key) => !(key in parsed.answers));
    if (lost) return `example ${at + 1} fills the field "${lost}", which is not shown then`;
  }
  const unseen = Object.keys(form.fields).find(
    (key) => !form.examples.some((example) => example[key] !== undefined && isShown(form, key, example)),
  );
  return unseen ? `the field "${unseen}" is filled in none of its examples: can it ever be shown?` : null;
}
