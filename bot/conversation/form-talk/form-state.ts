import { z } from "zod";
import { openQuestion } from "#models/conversations/asking/open-question.ts";
import type { Understanding } from "#models/conversations/understanding.ts";

/**
 * Where a form's talk stands. `answers` are the form's; `self` those about the person who writes (asked on the way to the
 * first submission); `caller` those about whom staff report for.
 */
export const formState = z.strictObject({
  answers: z.record(z.string(), z.unknown()),
  self: z.record(z.string(), z.unknown()),
  caller: z.record(z.string(), z.unknown()),
  /** optional questions that were skipped, and pictures that are complete */
  passed: z.array(z.string()),
  open: openQuestion.nullable(),
  /** page: too long for the chat, it goes on in the mini-app */
  phase: z.enum(["asking", "summary", "self", "sending", "page"]),
  /** raised by every change, so that ยืนยัน on an older card is noticed */
  revision: z.number().int(),
  onBehalf: z.boolean(),
  /** the privacy notice was shown in this talk */
  noticed: z.boolean(),
  /** a report typed on the summary of this one: it begins when this one has its number */
  later: z
    .custom<Later>((value) => typeof value === "object" && value !== null && "understood" in value && "text" in value)
    .exactOptional(),
  /** the mini-app has sent it: the next word about it ends the talk with the number */
  sentAs: z.strictObject({ id: z.string(), number: z.string() }).exactOptional(),
});

type Later = { text: string; understood: Understanding };

export type FormState = z.infer<typeof formState>;

export const emptyFormState: FormState = {
  answers: {},
  self: {},
  caller: {},
  passed: [],
  open: null,
  phase: "asking",
  revision: 0,
  onBehalf: false,
  noticed: false,
};
