import { z } from "zod";
import { defineContract } from "./contract.ts";

/** What a lookup found: `value` is the answer that the field takes. */
export const lookUp = defineContract({
  method: "get",
  path: "/lookups/:source",
  summary: "Schools or staff by some typed letters",
  asks: "session",
  params: z.strictObject({ source: z.enum(["schools", "staff"]) }),
  query: z.strictObject({ text: z.string().max(120) }),
  response: z.object({
    candidates: z.array(z.object({ key: z.string(), label: z.string(), detail: z.string().nullable(), value: z.unknown() })),
    directoryIsEmpty: z.boolean(),
  }),
  errors: ["not_registered", "not_allowed"],
});
