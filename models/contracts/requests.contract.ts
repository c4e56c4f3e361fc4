import { z } from "zod";
import { defineContract } from "./contract.ts";
import { draft } from "./drafts.contract.ts";
import { cursor, id, photo, requestCard, requestDetail, storedFile } from "./parts.ts";

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
    /** of a decision: the `answersRevision` that was shown; another one is a 409 that says who changed what */
    seen: z.number().int().optional(),
  }),
  /** `reply`: what is said to who did it */
  response: requestDetail.extend({ reply: z.string() }),
  errors: ["invalid_answers", "form_changed", "not_allowed", "own_request", "not_found", "state_changed", "too_late"],
});

export const getAnswers = defineContract({
  method: "get",
  path: "/requests/:id/answers",
  summary: "The answers of a request, to be corrected: for whoever may rewrite it now, or filed it",
  asks: "person",
  params: z.strictObject({ id }),
  response: z.object({
    formId: z.string(),
    formVersion: z.number().int(),
    answers: z.record(z.string(), z.unknown()),
    answersRevision: z.number().int(),
    photos: z.array(photo),
    files: z.array(storedFile),
  }),
  errors: ["not_found"],
});

export const copyRequest = defineContract({
  method: "post",
  path: "/requests/:id/copy",
  summary: "A draft of the same form with the same answers, save what belongs to the one time and days that are over",
  asks: "person",
  params: z.strictObject({ id }),
  body: z.strictObject({}),
  response: draft,
  errors: ["not_found", "not_allowed"],
});

export const continueRequest = defineContract({
  method: "post",
  path: "/requests/:id/continue",
  summary: "A draft of the form that goes on from a request, with what that one knows and its files; linked both ways when it is sent",
  asks: "person",
  params: z.strictObject({ id }),
  body: z.strictObject({ formId: z.string().max(60) }),
  response: draft,
  errors: ["not_found", "not_allowed"],
});

export const setOfficial = defineContract({
  method: "put",
  path: "/requests/:id/official",
  summary: "Write down ที่ and วันที่ of the office's register; staff of its group, until the paper of record has them",
  asks: "person",
  params: z.strictObject({ id }),
  body: z.strictObject({ number: z.string().trim().min(1).max(60), date: z.iso.date() }),
  /** `warning`: the same number stands on another request of that year */
  response: requestDetail.extend({ warning: z.string().nullable() }),
  errors: ["not_found", "not_allowed", "in_use"],
});
