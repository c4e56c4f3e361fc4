import { z } from "zod";
import { requestIcons } from "#models/requests/define-request-type.ts";
import { defineContract } from "./contract.ts";
import { id, moment } from "./parts.ts";

const form = z.object({
  formId: z.string(),
  name: z.string(),
  icon: z.enum(requestIcons),
  /** what it is for, in a line */
  about: z.string(),
  /** words people say who need it */
  keywords: z.array(z.string()),
  /** its titles in the manual, letter for letter */
  titles: z.array(z.string()),
  /** the manual's processes that use it, and their groups of work */
  processes: z.array(z.number().int()),
  groups: z.array(z.number().int()),
  /** short enough to be filled in chat */
  isInChat: z.boolean(),
  isForStaff: z.boolean(),
});
export type FormEntry = z.infer<typeof form>;

export const listForms = defineContract({
  method: "get",
  path: "/forms",
  summary: "All forms that the viewer may fill",
  asks: "person",
  response: z.object({ forms: z.array(form) }),
});

export const lastOfForm = defineContract({
  method: "get",
  path: "/forms/:formId/last",
  summary: "The newest request of that form which the viewer filed, to be copied",
  asks: "person",
  params: z.strictObject({ formId: z.string().max(60) }),
  response: z.object({ last: z.object({ id, number: z.string(), subject: z.string(), at: moment }).nullable() }),
  errors: ["not_found"],
});
