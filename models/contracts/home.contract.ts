import { z } from "zod";
import { requestIcons } from "#models/requests/define-request-type.ts";
import { defineContract } from "./contract.ts";
import { requestCard } from "./parts.ts";

const home = z.object({
  /** the state of these waits for the viewer's word */
  asked: z.array(requestCard),
  /** they wait for a decision of the viewer's, the longest waiting first; `highlights`: the few answers that one decides by */
  toDecide: z.array(requestCard.extend({ highlights: z.array(z.object({ label: z.string(), shown: z.string() })) })),
  toDecideTotal: z.number().int(),
  /** the viewer's other open ones, the newest first */
  open: z.array(requestCard),
  /** what was finished lately */
  recent: z.array(requestCard),
  openTotal: z.number().int(),
  /** what can be asked for: the tiles */
  forms: z.array(z.object({ formId: z.string(), name: z.string(), icon: z.enum(requestIcons), about: z.string() })),
  /** drafts not sent yet */
  drafts: z.array(z.object({ id: z.string(), formId: z.string(), title: z.string(), savedAt: z.string() })),
  /** how the desk stands, for staff */
  desk: z
    .object({
      mine: z.number().int(),
      unassigned: z.number().int(),
      late: z.number().int(),
      /** the viewer's first jobs, by need */
      first: z.array(requestCard),
    })
    .nullable(),
});
export type Home = z.infer<typeof home>;

export const getHome = defineContract({
  method: "get",
  path: "/home",
  summary: "What is expected of the viewer, their open requests, and the desk's counts for staff",
  asks: "person",
  response: home,
});
