import type { Written } from "#models/fields/field.ts";
import { type Answers, type Form, isShown, type Known } from "./define-form.ts";
import { expectedOf, missingWords } from "./problem-words.ts";

/** What is wrong with an answer: words that say what is expected, in a table of rows also where. */
export type AnswerProblem = { field: string; message: string };
export type ParsedAnswers = { ok: true; answers: Answers } | { ok: false; problems: AnswerProblem[] };

/**
 * The only gate for answers, whichever way they came: unknown fields are refused, hidden ones dropped,
 * required ones demanded, each value parsed by its field, then the rules across fields.
 * @param known what the rules look at besides; what is left out is not judged
 */
export function parseAnswers(form: Form, input: Answers, known: Known = {}): ParsedAnswers {
  const problems: AnswerProblem[] = [];
  const answers: Answers = {};
  for (const key of Object.keys(input)) {
    if (!Object.hasOwn(form.fields, key)) problems.push({ field: key, message: `แบบ${form.title}ไม่มีช่อง ${key.slice(0, 40)} ค่ะ` });
  }
  const given = Object.entries(form.fields).flatMap(([key, field]) => {
    const value = input[key];
    return value === undefined || value === null || value === "" ? [] : [{ key, field, value, parsed: field.schema.safeParse(value) }];
  });
  // What decides whether others show is written for values that its field takes, not for anything that may be sent.
  const taken: Answers = Object.fromEntries(given.flatMap(({ key, parsed }) => (parsed.success ? [[key, parsed.data]] : [])));
  for (const { key, field, value, parsed } of given) {
    if (!isShown(form, key, taken)) continue;
    if (parsed.success) answers[key] = parsed.data;
    else problems.push({ field: key, message: expectedOf(field, value) });
  }
  for (const key of missingFields(form, answers)) {
    const field = form.fields[key];
    if (field && !problems.some((p) => p.field === key)) problems.push({ field: key, message: missingWords(field) });
  }
  if (problems.length === 0) problems.push(...brokenRules(form, answers, known).map(({ at, message }) => ({ field: at, message })));
  return problems.length === 0 ? { ok: true, answers } : { ok: false, problems };
}

/** A rule across fields that answers break, and the fields that it looked at; null: at all of them. */
export type BrokenRule = { at: string; message: string; reads: ReadonlySet<string> | null };

/** The rules that do not hold, in the form's order. Answers may be given in part: `reads` tells what a rule needed. */
export function brokenRules(form: Form, answers: Answers, known: Known = {}): BrokenRule[] {
  return form.rules.flatMap(({ at, message, holds }) => {
    const reads = new Set<string>();
    let looksAtAll = false;
    const watched = new Proxy(answers, {
      get(target, key) {
        if (typeof key === "string") reads.add(key);
        return Reflect.get(target, key);
      },
      ownKeys(target) {
        looksAtAll = true;
        return Reflect.ownKeys(target);
      },
    });
    return holds(watched, known) ? [] : [{ at, message, reads: looksAtAll || reads.size === 0 ? null : reads }];
  });
}

/** Fields that must still be answered, in the form's order. */
export function missingFields(form: Form, answers: Answers): string[] {
  return Object.entries(form.fields)
    .filter(([key, field]) => !field.optional && answers[key] === undefined && isShown(form, key, answers))
    .map(([key]) => key);
}

/** One answer as it was filed: what people read, and what paper shows where that is more. */
export type FiledAnswer = { field: string; label: string; shown: string; written?: Written };

/** What was filed: label and shown value of each answer in the form's order. Kept for ever beside the answers. */
export function filedAnswers(form: Form, answers: Answers): FiledAnswer[] {
  return Object.entries(form.fields)
    .filter(([key]) => answers[key] !== undefined)
    .map(([key, field]) => {
      const value = answers[key];
      return { field: key, label: field.label, shown: field.show(value), ...(field.write ? { written: field.write(value) } : {}) };
    });
}
