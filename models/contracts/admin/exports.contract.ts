import { z } from "zod";
import { defineContract } from "#models/contracts/contract.ts";
import { category, moment } from "#models/contracts/parts.ts";

const day = z.iso.date();
/** Days in Bangkok, both included. */
const span = { from: day, until: day };

/** What can be taken away as a CSV file. */
export const wantedExport = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("schools") }),
  z.strictObject({ kind: z.literal("people") }),
  z.strictObject({ kind: z.literal("holidays") }),
  z.strictObject({
    kind: z.literal("requests"),
    ...span,
    state: z.enum(["all", "open", "closed"]),
    group: z.number().int().min(1).max(9).nullable(),
    category: category.nullable(),
  }),
  z.strictObject({ kind: z.literal("changes"), ...span }),
  z.strictObject({ kind: z.literal("looks"), ...span }),
]);
export type WantedExport = z.infer<typeof wantedExport>;

export const makeExport = defineContract({
  method: "post",
  path: "/admin/exports",
  summary: "A link that downloads a list as CSV, once, within 5 minutes, without a session: LINE's browser cannot download",
  asks: "person",
  body: z.strictObject({ wanted: wantedExport }),
  response: z.object({ url: z.string(), expiresAt: moment }),
  errors: ["not_allowed", "invalid_answers"],
});
