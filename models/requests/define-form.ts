import type { Field, ValueOf } from "#models/fields/field.ts";

export type Fields = Record<string, Field>;

/** Answers as far as they are given. */
export type AnswersOf<F extends Fields> = { [K in keyof F]?: ValueOf<F[K]> };

export type Answers = Record<string, unknown>;

/** A form: the fields in their order, when each is shown, and the rules across them. */
export type Form<F extends Fields = Fields> = {
  id: string;
  version: number;
  title: string;
  /** titles in the office's manual that this form stands for, letter for letter */
  manualTitles: string[];
  fields: F;
  shownWhen: { [K in keyof F]?: { holds(answers: AnswersOf<F>): boolean } };
  rules: { at: keyof F & string; message: string; holds(answers: AnswersOf<F>): boolean }[];
  /** makes answers of the version before this one into this one's */
  upgrade?: { from(previous: Answers): Answers };
};

type FormInput<F extends Fields> = Pick<Form<F>, "id" | "version" | "title" | "fields"> &
  Partial<Pick<Form<F>, "manualTitles" | "rules" | "upgrade">> & {
    shownWhen?: { [K in keyof F]?: (answers: AnswersOf<F>) => boolean };
  };

/**
 * Defines a form.
 * @throws when a rule or condition names a field that the form does not have, or a later version has no upgrade
 */
export function defineForm<F extends Fields>(input: FormInput<F>): Form<F> {
  const known = new Set(Object.keys(input.fields));
  const named = [...Object.keys(input.shownWhen ?? {}), ...(input.rules ?? []).map((r) => r.at)];
  const unknown = named.find((key) => !known.has(key));
  if (unknown) throw new Error(`form ${input.id}: a rule names the field "${unknown}", which it does not have`);
  if (input.version > 1 && !input.upgrade) throw new Error(`form ${input.id}: version ${input.version} needs upgrade from the one before`);
  const shownWhen: Form<F>["shownWhen"] = {};
  for (const key of Object.keys(input.shownWhen ?? {}) as (keyof F)[]) {
    const holds = input.shownWhen?.[key];
    if (holds) shownWhen[key] = { holds };
  }
  return { ...input, manualTitles: input.manualTitles ?? [], rules: input.rules ?? [], shownWhen };
}

/** Whether a field is to be asked, given the answers so far. */
export function isShown(form: Form, key: string, answers: Answers): boolean {
  return form.shownWhen[key]?.holds(answers) ?? true;
}
