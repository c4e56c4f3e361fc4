import type { z } from "zod";

export type FieldKind =
  | "text"
  | "choice"
  | "date"
  | "number"
  | "money"
  | "phone"
  | "school"
  | "person"
  | "place"
  | "asset"
  | "photos"
  | "rating";

/** What reading a typed text needs to know. */
export type ReadContext = { now: Date };

/** A typed text understood as a value, or a message that says what is expected, with an example. */
export type Reading<V> = { ok: true; value: V } | { ok: false; message: string };

/** Directories that a value is picked from. The chat asks them by an effect, the mini-app by the API. */
export type LookupSource = "schools" | "staff";

/** One thing that a lookup found. `key` names it in a button. */
export type Candidate = { key: string; label: string; detail?: string; value: unknown };

/**
 * One field of a form: its words, its schema, how typed Thai is read and how a value is shown.
 * Methods, not function properties, so that a Field<string> is a Field<unknown> in a form's record.
 */
export type Field<V = unknown> = {
  kind: FieldKind;
  label: string;
  /** the question in chat; without it the label is asked */
  question?: string;
  help?: string;
  optional: boolean;
  schema: z.ZodType<V>;
  read(text: string, context: ReadContext): Reading<V>;
  show(value: V): string;
  /** any text is an answer: only exact commands may interrupt. Others take an answer only when it reads. */
  takesAnyText: boolean;
  /** a bare figure is no answer in the chat, as to what is broken or what somebody is called */
  needsWords?: true;
  /** characters that a text takes */
  max?: number;
  choices?: { value: V & string; label: string }[];
  lookup?: LookupSource;
};

/** What every kind lets a form say about a field. */
export type FieldWords = { label: string; question?: string; help?: string; optional?: boolean; needsWords?: true };

/** The words of a field as its kind keeps them. */
export function words({ label, question, help, optional = false, needsWords }: FieldWords) {
  return { label, optional, ...(question ? { question } : {}), ...(help ? { help } : {}), ...(needsWords ? { needsWords } : {}) };
}

/** The value type of a field. */
export type ValueOf<F> = F extends Field<infer V> ? V : never;
