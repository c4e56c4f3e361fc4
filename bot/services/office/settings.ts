import { z } from "zod";
import { categories } from "#models/conversations/understanding.ts";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "HH:MM");

/** What an office sets for itself, under the id "office" of the settings. An empty database has these defaults. */
export const officeSettings = z.object({
  name: z.string().min(1).max(120).default("ศูนย์ ICT"),
  phone: z.string().max(40).default(""),
  hours: z
    .object({ opens: timeOfDay, closes: timeOfDay, days: z.array(z.number().int().min(1).max(7)).min(1) })
    .refine(({ opens, closes }) => opens < closes, "opens must come before closes")
    .default({ opens: "08:30", closes: "16:30", days: [1, 2, 3, 4, 5] }),
  /** category → group of work, where this office deviates from models/requests/routing.ts */
  routing: z.partialRecord(z.enum(categories), z.number().int().min(1).max(9)).default({}),
});

export type OfficeSettings = z.infer<typeof officeSettings>;
