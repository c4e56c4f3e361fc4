import { z } from "zod";
import { defineContract } from "./contract.ts";
import { mostTogether } from "./desk-limits.ts";
import { apiErrors, type ErrorCode } from "./errors.ts";
import { category, cursor, id, moment, requestCard, urgency } from "./parts.ts";

/** to-decide: what waits for a decision of the viewer's, the longest first. mine … open hold open requests, those that need a hand first; finished and all go by the day of filing, the newest first. */
export const deskViews = ["mine", "to-decide", "unassigned", "late", "waiting", "open", "finished", "all"] as const;
export type DeskView = (typeof deskViews)[number];

const group = z.coerce.number().int().min(1).max(99);
const count = z.number().int();

export const deskRow = requestCard.extend({ place: z.string().nullable() });
export type DeskRow = z.infer<typeof deskRow>;

export const listDesk = defineContract({
  method: "get",
  path: "/desk/requests",
  summary: "The staff's queue: one view of it, filtered or searched",
  asks: "person",
  query: z.strictObject({
    view: z.enum(deskViews),
    group: group.optional(),
    school: z.string().max(20).optional(),
    category: category.optional(),
    urgency: urgency.optional(),
    /** whose work */
    assignee: id.optional(),
    /** Thai words, a name, a number */
    text: z.string().max(120).optional(),
    cursor: cursor.optional(),
  }),
  response: z.object({
    requests: z.array(deskRow),
    next: cursor.nullable(),
    /** so many were looked through that the page is not full although more lie behind */
    isPartial: z.boolean(),
  }),
  errors: ["not_allowed"],
});

const deskCounts = z.object({
  views: z.object({ mine: count, "to-decide": count, unassigned: count, late: count, waiting: count, open: count }),
  /** the viewer's groups that have open requests */
  groups: z.array(z.object({ group: count, open: count, unassigned: count, late: count })),
  /** the schools with the most open requests */
  schools: z.array(z.object({ code: z.string(), name: z.string(), open: count, late: count })),
});
export type DeskCounts = z.infer<typeof deskCounts>;

export const countDesk = defineContract({
  method: "get",
  path: "/desk/counts",
  summary: "How many open requests stand how, by group and by school",
  asks: "person",
  response: deskCounts,
  errors: ["not_allowed"],
});

const load = z.object({
  id,
  name: z.string(),
  open: count,
  late: count,
  /** away until that moment */
  awayUntil: moment.nullable(),
});
export type Load = z.infer<typeof load>;

export const getWorkload = defineContract({
  method: "get",
  path: "/desk/workload",
  summary: "Who of the viewer's groups has how much",
  asks: "person",
  response: z.object({ people: z.array(load), unassigned: count }),
  errors: ["not_allowed"],
});

const outcome = z.object({
  id,
  isDone: z.boolean(),
  error: z.object({ code: z.enum(Object.keys(apiErrors) as [ErrorCode, ...ErrorCode[]]), message: z.string() }).nullable(),
});
export type TogetherOutcome = z.infer<typeof outcome>;

export const doTogether = defineContract({
  method: "post",
  path: "/desk/transitions",
  summary: "Do one step of several requests; each is done or refused by itself",
  asks: "person",
  body: z.strictObject({
    transition: z.string().max(60),
    requests: z
      .array(z.strictObject({ id, offeredIn: z.string().max(60), seen: z.number().int().optional() }))
      .min(1)
      .max(mostTogether),
    /** the version of the transition's form as the page knows it; null without a form */
    formVersion: z.number().int().nullable(),
    answers: z
      .record(z.string().max(60), z.unknown())
      .refine((given) => Object.keys(given).length <= 200, "too many answers")
      .default({}),
  }),
  response: z.object({ results: z.array(outcome) }),
  errors: ["not_allowed"],
});
