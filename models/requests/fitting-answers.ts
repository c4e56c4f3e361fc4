import type { Answers, Form } from "./define-form.ts";

/** The answers that their fields take, as these keep them; the others are left out, to be asked again. */
export function fittingAnswers(form: Form, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]) => {
      const field = Object.hasOwn(form.fields, key) ? form.fields[key] : undefined;
      const parsed = field?.schema.safeParse(value);
      return parsed?.success ? [[key, parsed.data]] : [];
    }),
  );
}

/**
 * Answers of another version of the form as this one takes them: its own version's as they are, the one's before by its
 * `upgrade`. Null where there is no way.
 */
export function upgradedAnswers(form: Form, version: number, answers: Answers): Answers | null {
  if (version === form.version) return answers;
  if (version !== form.version - 1 || !form.upgrade) return null;
  try {
    return form.upgrade.from(answers);
  } catch {
    // Written for answers that were submitted; a draft's may be anything.
    return null;
  }
}
