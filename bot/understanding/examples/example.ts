import type { Category, Intent, Urgency } from "#models/conversations/understanding.ts";

/** A sentence as a person would type it, and what it means. `meaning` names the thought: many wordings may share one. */
export type Example = { text: string; meaning: string; intent: Intent; category: Category | null; urgency: Urgency | null };

/** [text, meaning, category, urgency]; category and urgency are left out where the intent has none. */
export type Row = readonly [text: string, meaning: string, category?: Category, urgency?: Urgency];

/** The rows of one intent as examples. */
export const examplesOf = (intent: Intent, rows: readonly Row[]): Example[] =>
  rows.map(([text, meaning, category = null, urgency = null]) => ({ text, meaning, intent, category, urgency }));
