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
  | "rating"
  | "choices"
  | "yes-no"
  | "time"
  | "date-time"
  | "date-range"
  | "percentage"
  | "files"
  | "rows"
  | "grid"
  | "signature"
  | "consent";

/** What reading a typed text needs to know. */
export type ReadContext = { now: Date };

/** A typed text understood as a value, or a message that says what is expected, with an example. */
export type Reading<V> = { ok: true; value: V } | { ok: false; message: string };

/** Directories that a value is picked from. The chat asks them by an effect, the mini-app by the API. */
export type LookupSource = "schools" | "staff";

/** One thing that a lookup found. `key` names it in a button. */
export type Candidate = { key: string; label: string; detail?: string; value: unknown };

/** A line of a drawing: x, y, x, y … in thousandths of the drawing's width; y grows downwards. */
export type Stroke = number[];

/** A value as paper has it, where that is more than its shown text: a day in full, a sum in words, a table, a drawing. */
export type Written =
  | { is: "text"; text: string }
  | { is: "table"; heads: { label: string; isFigure: boolean }[]; rows: string[][]; foot: string[] | null }
  | { is: "drawing"; strokes: Stroke[] };

/** A column of a table of rows that is worked out, not filled: its label, and the amount or the words for a row so far. */
export type ComputedColumn<R = Record<string, unknown>> =
  | { label: string; kind: "number" | "money"; of(row: R): number }
  | { label: string; kind: "text"; of(row: R): string };

/** What a table of rows is made of. `totals` names the columns, filled or computed, that are summed below it. */
export type RowsSpec = { columns: Record<string, Field>; computed: Record<string, ComputedColumn>; totals: string[]; most: number };

/**
 * One field of a form: its words, its schema, how typed Thai is read and how a value is shown.
 * Methods, not function properties, so that a Field<string> is a Field<unknown> in a form's record.
 */
export type Field<V = unknown> = {
  kind: FieldKind;
  label: string;
  /** what is expected, with an example: said where a value is not one */
  expected: string;
  /** where it has no example in its words yet: the same field with this one */
  exampled?(example: string): Field<V>;
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
  /** of choice and choices */
  choices?: { value: string; label: string }[];
  lookup?: LookupSource;
  /** as paper has it, where that is not just the shown text */
  write?(value: V): Written;
  /** belongs to the one time it was given (a signature, a consent, a file): not taken over into a copy */
  once?: true;
  /** what stands behind a figure: เครื่อง, จุด */
  unit?: string;
  /** of rows */
  rows?: RowsSpec;
  /** of rows: its form reads them from typed words too */
  isTyped?: true;
  /** of a grid: what is rated, and what the levels are called, the best first */
  items?: { value: string; label: string }[];
  levels?: readonly string[];
  /** of a day: one that is over or is today, as when a thing came back; buttons offer such */
  past?: true;
  /** of a consent: what is agreed to, in full */
  statement?: string;
};

/** What every kind lets a form say about a field. */
export type FieldWords = {
  label: string;
  question?: string;
  help?: string;
  /** of a text: what somebody would write; without it the help's "เช่น …" is taken */
  example?: string;
  optional?: boolean;
  needsWords?: true;
};

/** The words of a field as its kind keeps them. */
export function words({ label, question, help, optional = false, needsWords }: FieldWords) {
  return { label, optional, ...(question ? { question } : {}), ...(help ? { help } : {}), ...(needsWords ? { needsWords } : {}) };
}

/** The value type of a field. */
export type ValueOf<F> = F extends Field<infer V> ? V : never;
