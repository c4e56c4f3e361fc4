import { type Answers, type Form, isShown, type Known } from "#models/requests/define-form.ts";
import { fittingAnswers } from "#models/requests/fitting-answers.ts";
import { brokenRules } from "#models/requests/parse-answers.ts";

/**
 * What rules across fields already say of answers given in part, by field: of a rule whose fields are all answered, or whose
 * own field was left while only what need not be answered is missing.
 * @param wasLeft whether a field was left
 */
export function liveRules(form: Form, read: Answers, known: Known, wasLeft: (key: string) => boolean): Record<string, string> {
  const shown = Object.fromEntries(Object.entries(read).filter(([key]) => isShown(form, key, read)));
  const answers = fittingAnswers(form, shown);
  const isAwaited = (key: string) => {
    const field = form.fields[key];
    const isWrong = key in shown && !(key in answers);
    return isWrong || (field !== undefined && !field.optional && !(key in answers) && isShown(form, key, read));
  };
  const said = brokenRules(form, answers, known).filter(({ at, reads }) => {
    const keys = [...(reads ?? [])];
    const isAnswered = reads !== null && keys.every((key) => key in answers);
    return isAnswered || (wasLeft(at) && !keys.some(isAwaited));
  });
  // Of two broken rules at a field the first speaks.
  return Object.fromEntries(said.toReversed().map(({ at, message }) => [at, message]));
}
