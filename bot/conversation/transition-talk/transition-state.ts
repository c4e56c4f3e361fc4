import { z } from "zod";
import { openQuestion } from "#models/conversations/asking/open-question.ts";

/** Where a transition's talk stands: what it is about as it was read, and the answers of the transition's form so far. */
export const transitionState = z.strictObject({
  request: z.string(),
  transition: z.string(),
  offeredIn: z.string(),
  /** of a decision: the answersRevision that was shown */
  seen: z.number().nullable().default(null),
  phase: z.enum(["finding", "asking", "choosing", "confirming", "sending"]),
  /** known once the request was read */
  formId: z.string().nullable(),
  number: z.string(),
  answers: z.record(z.string(), z.unknown()),
  passed: z.array(z.string()),
  open: openQuestion.nullable(),
});

export type TransitionState = z.infer<typeof transitionState>;
