import { z } from "zod";
import { defineContract } from "./contract.ts";
import { cursor, id, requestCard, requestDetail } from "./parts.ts";

export const listMyRequests = defineContract({
  method: "get",
  path: "/requests",
  summary: "The viewer's own requests, the newest first",
  asks: "person",
  query: z.strictObject({ list: z.enum(["open", "closed"]), cursor: cursor.optional() }),
  response: z.object({ requests: z.array(requestCard), next: cursor.nullable() }),
});

export const getRequest = defineContract({
  method: "get",
  path: "/requests/:id",
  summary: "A request with its timeline and what the viewer may do",
  asks: "person",
  params: z.strictObject({ id }),
  response: requestDetail,
  errors: ["not_found"],
});

/** Answers are parsed by the form itself: the one gate. */
const answers = z.record(z.string().max(60), z.unknown()).refine((given) => Object.keys(given).length <= 200, "too many answers");

export const submitRequest = defineContract({
  method: "post",
  path: "/requests",
  summary: "File a request; the same draft id gives the first one again",
  asks: "person",
  body: z.strictObject({
    formId: z.string().max(60),
    formVersion: z.number().int(),
    /** made by the mini-app once a form is opened: the idempotency key */
    draftId: id,
    answers,
    /** staff report for a caller or walk-in */
    onBehalfOf: z.strictObject({ name: z.string().min(1).max(120), phone: z.string().max(40).nullable() }).optional(),
  }),
  response: requestDetail,
  errors: ["invalid_answers", "form_changed", "not_allowed", "not_found"],
});

export const doTransition = defineContract({
  method: "post",
  path: "/requests/:id/transitions/:transition",
  summary: "Do one step of a request",
  asks: "person",
  params: z.strictObject({ id, transition: z.string().max(60) }),
  body: z.strictObject({
    /** the state it was offered in */
    offeredIn: z.string().max(60),
    /** the version of the transition's form as the page knows it; null without a form */
    formVersion: z.number().int().nullable(),
    /** made by the mini-app for each deed: the same key again, after a lost answer, does nothing more and answers as before */
    key: id.optional(),
    answers: answers.default({}),
  }),
  /** `reply`: what is said to who did it */
  response: requestDetail.extend({ reply: z.string() }),
  errors: ["invalid_answers", "form_changed", "not_allowed", "not_found", "state_changed", "too_late"],
});
