import { z } from "zod";
import { longestDraftCell, longestDraftText, mostDraftRows } from "./draft-limits.ts";

const word = z.string().max(longestDraftCell);
const plain = [word, z.number(), z.boolean(), z.null()] as const;
const key = z.string().regex(/^[A-Za-z]\w{0,39}$/);

/** A few named parts: a school, a person, a span of days, levels given in a grid. */
const parts = z.record(key, z.union(plain)).refine((given) => Object.keys(given).length <= 40, "มีส่วนย่อยมากเกินไปค่ะ");

/** A row of a table: a cell for each column, each plain, or a few named parts (a school picked). */
const row = z
  .record(key, z.union([...plain, z.array(z.string().max(100)).max(50), parts]))
  .refine((given) => Object.keys(given).length <= 30, "มีช่องในแถวมากเกินไปค่ะ");

/** A line of a signature. As long as the field itself takes them. */
const stroke = z.array(z.number()).max(2_000);

/** What may stand in a field that is not finished: no field's schema is asked yet. Null and "" mean none. */
const draftAnswer = z.union([
  z.string().max(longestDraftText),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().max(100)).max(50),
  z.array(stroke).max(mostDraftRows),
  z.array(row).max(mostDraftRows),
  parts,
]);

/** More than the longest form holds. */
const mostCharacters = 60_000;

/** The answers of a draft: bounded, and nothing else asked of them. */
export const draftAnswers = z
  .record(z.string().max(60), draftAnswer)
  .refine((given) => JSON.stringify(given).length <= mostCharacters, "แบบร่างยาวเกินไปค่ะ ลดข้อความลงนะคะ");
