import { z } from "zod";
import type { Candidate } from "#models/fields/field.ts";

const candidate: z.ZodType<Candidate> = z.object({
  key: z.string(),
  label: z.string(),
  detail: z.string().exactOptional(),
  value: z.unknown(),
});

/** The question that stands open in a talk: its field, what a lookup offered for it, the words looked up, the page of choices shown. */
export const openQuestion = z.strictObject({
  key: z.string().max(40),
  offered: z.array(candidate).max(10),
  typed: z.string().nullable(),
  page: z.number().int().min(0),
});

export type OpenQuestion = z.infer<typeof openQuestion>;

/** A question just put. */
export function opened(key: string): OpenQuestion {
  return { key, offered: [], typed: null, page: 0 };
}
