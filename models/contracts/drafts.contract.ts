import { z } from "zod";
import { defineContract } from "./contract.ts";
import { draftAnswers as answers } from "./draft-answer.ts";
import { longestCallerName, longestCallerPhone } from "./draft-limits.ts";
import { id, moment, photo, storedFile } from "./parts.ts";

/** For whom staff report: a caller or walk-in. Null in a draft of one's own. */
const onBehalfOf = z.strictObject({ name: z.string().max(longestCallerName), phone: z.string().max(longestCallerPhone).nullable() });

/** A form half filled, by its person's mini-app, chat, or both. */
export const draft = z.object({
  id,
  formId: z.string(),
  formVersion: z.number().int(),
  /** "แจ้งซ่อม เครื่องพิมพ์ กระดาษติด" */
  title: z.string(),
  /** as far as given; the form's gate comes at the submission */
  answers: z.record(z.string(), z.unknown()),
  onBehalfOf: onBehalfOf.nullable(),
  /** the pictures among the answers that are still there */
  photos: z.array(photo),
  /** the files among them that go by their names */
  files: z.array(storedFile),
  /** the request that it goes on from */
  origin: z.object({ id, number: z.string(), formId: z.string() }).nullable(),
  /** to be sent with the next save: raised by every change, of the chat too */
  revision: z.number().int(),
  savedAt: moment,
  /** it was sent, from here or from the chat: this is its request */
  submittedAs: z.object({ id, number: z.string() }).nullable(),
});
export type Draft = z.infer<typeof draft>;

const params = z.strictObject({ id });

export const findDraft = defineContract({
  method: "get",
  path: "/drafts",
  summary: "The viewer's newest draft of a form, the one that the chat has under way among them",
  asks: "person",
  query: z.strictObject({
    formId: z.string().max(60),
    /** those that staff fill for a caller, instead of one's own */
    for: z.literal("caller").optional(),
  }),
  response: z.object({ draft: draft.nullable() }),
});

export const getDraft = defineContract({
  method: "get",
  path: "/drafts/:id",
  summary: "One of the viewer's drafts, with what the chat has of it; a sent one says as what",
  asks: "person",
  params,
  response: draft,
  errors: ["not_found", "form_changed"],
});

/** `draft_changed` and, where the answers could be taken over, `form_changed` bring the draft as it is now in `details.draft`. */
export const saveDraft = defineContract({
  method: "put",
  path: "/drafts/:id",
  summary: "Keep a draft; the id is made by the mini-app and is the key of the submission",
  asks: "person",
  params,
  body: z.strictObject({
    formId: z.string().max(60),
    formVersion: z.number().int(),
    answers,
    onBehalfOf: onBehalfOf.nullable().default(null),
    /** that of the draft as it was read or saved last; 0: begun now */
    revision: z.number().int().min(0),
  }),
  response: draft,
  errors: ["not_found", "invalid_answers", "not_allowed", "draft_changed", "form_changed"],
});

export const discardDraft = defineContract({
  method: "delete",
  path: "/drafts/:id",
  summary: "Throw a draft away, in the chat too",
  asks: "person",
  params,
  response: z.object({}),
  errors: ["not_found"],
});
