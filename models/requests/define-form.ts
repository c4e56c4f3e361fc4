import type { Field, ValueOf } from "#models/fields/field.ts";

export type Fields = Record<string, Field>;

/** Answers as far as they are given. */
export type AnswersOf<F extends Fields> = { [K in keyof F]?: ValueOf<F[K]> };

export type Answers = Record<string, unknown>;

/**
 * What the rules of a form may look at besides its answers. What is not known is not judged: the server knows all of it, the chat and
 * a draft not always.
 */
export type Known = {
  /** the day in Bangkok, ISO */
  today?: string;
  /** the answers of the request, where the form belongs to one of its transitions */
  request?: Answers;
};

/** A form: the fields in their order, when each is shown, and the rules across them. */
export type Form<F extends Fields = Fields> = {
  id: string;
  version: number;
  title: string;
  /** titles in the office's manual that this form stands for, letter for letter */
  manualTitles: string[];
  fields: F;
  shownWhen: { [K in keyof F]?: { holds(answers: AnswersOf<F>): boolean } };
  /** checked once every field reads; `message` says what is expected, with an example */
  rules: { at: keyof F & string; message: string; holds(answers: AnswersOf<F>, known: Known): boolean }[];
  /** parts under a heading, in the mini-app and on paper; fields in none come last */
  sections: { title: string; fields: (keyof F & string)[] }[];
  /** filled as somebody would fill it: samples for people, paper and tests. Together they show every field. */
  examples: AnswersOf<F>[];
  /** makes answers of the version before this one into this one's */
  upgrade?: { from(previous: Answers): Answers };
};

type FormInput<F extends Fields> = Pick<Form<F>, "id" | "version" | "title" | "fields"> &
  Partial<Pick<Form<F>, "manualTitles" | "rules" | "upgrade" | "sections" | "examples">> & {
    shownWhen?: { [K in keyof F]?: (answers: AnswersOf<F>) => boolean };
  };

/**
 * Defines a form.
 * @throws when a rule, condition or section names a field that the form does not have, or a later version has no upgrade
 */
export function defineForm<F extends Fields>(input: FormInput<F>): Form<F> {
  const known = new Set(Object.keys(input.fields));
  const grouped = (input.sections ?? []).flatMap(({ fields }) => fields);
  const named = [...Object.keys(input.shownWhen ?? {}), ...(input.rules ?? []).map((r) => r.at), ...grouped];
  const unknown = named.find((key) => !known.has(key));
  if (unknown) throw new Error(`form ${input.id}: a rule names the field "${unknown}", which it does not have`);
  const doubled = grouped.find((key, i) => grouped.indexOf(key) !== i);
  if (doubled) throw new Error(`form ${input.id}: the field "${doubled}" stands in two sections`);
  if (input.version > 1 && !input.upgrade) throw new Error(`form ${input.id}: version ${input.version} needs upgrade from the one before`);
  const shownWhen: Form<F>["shownWhen"] = {};
  for (const key of Object.keys(input.shownWhen ?? {}) as (keyof F)[]) {
    const holds = input.shownWhen?.[key];
    if (holds) shownWhen[key] = { holds };
  }
  const { manualTitles = [], rules = [], sections = [], examples = [] } = input;
  return { ...input, fields: exampled(input.fields, examples), manualTitles, rules, sections, examples, shownWhen };
}

/** Fields whose words hold no example yet take the form's own. */
function exampled<F extends Fields>(fields: F, examples: AnswersOf<F>[]): F {
  const entries = Object.entries(fields).map(([key, field]) => {
    const value = examples.find((example) => example[key] !== undefined)?.[key];
    return [key, value === undefined ? field : (field.exampled?.(field.show(value)) ?? field)];
  });
  return Object.fromEntries(entries) as F;
}

/** Whether a field is to be asked, given the answers so far. */
export function isShown(form: Form, key: string, answers: Answers): boolean {
  return form.shownWhen[key]?.holds(answers) ?? true;
}
