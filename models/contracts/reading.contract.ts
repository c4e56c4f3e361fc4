import { z } from "zod";
import { defineContract } from "./contract.ts";

/** What a form's words already say: the chat reads them at the first sentence, the mini-app asks while they are typed. */
export const readWords = defineContract({
  method: "post",
  path: "/forms/:formId/reading",
  summary: "What the words typed into a form say of the fields that no question asks; nothing is kept",
  asks: "person",
  params: z.strictObject({ formId: z.string().max(60) }),
  body: z.strictObject({
    /** the free texts so far, by field */
    texts: z.record(z.string().max(60), z.string().max(4_000)).refine((given) => Object.keys(given).length <= 20, "ข้อความหลายช่องเกินไปค่ะ"),
  }),
  response: z.object({
    answers: z.record(z.string(), z.string()),
    /** what to do first, where somebody or something may come to harm */
    safety: z.string().nullable(),
  }),
  errors: ["not_found"],
});
