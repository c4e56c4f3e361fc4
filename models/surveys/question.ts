import { z } from "zod";

/** rating: five levels · score: marks out of `full` · choice: one of `options` · open: in one's own words */
export const questionKinds = ["rating", "score", "choice", "open"] as const;

/** One question of a survey. Its key stays with it: answers are kept under it. */
export const question = z.discriminatedUnion("kind", [
  z.object({ key: z.string(), section: z.string(), text: z.string(), kind: z.literal("rating") }),
  z.object({ key: z.string(), section: z.string(), text: z.string(), kind: z.literal("score"), full: z.number().positive() }),
  z.object({ key: z.string(), section: z.string(), text: z.string(), kind: z.literal("choice"), options: z.array(z.string()).min(2) }),
  z.object({ key: z.string(), section: z.string(), text: z.string(), kind: z.literal("open") }),
]);
export type Question = z.infer<typeof question>;

/** What one person answered, by the questions' keys: a level, marks, an option as written, or words. Open ones may be left out. */
export type SurveyAnswers = Record<string, number | string>;
