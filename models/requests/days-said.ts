import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { readDateRange } from "#models/fields/thai/date-ranges.ts";
import type { Answers } from "./define-form.ts";
import type { RequestType } from "./define-request-type.ts";

// A day behind such words is an end; of a dash behind other words only its last day may be read. Then it is asked.
const isNoBeginning = /ถึง|คืน|ก่อน|ภายใน|\d\s?[-–]\s?\d/;

/** The days that a first sentence names, for the fields that take them: "ขอยืมกล้องพรุ่งนี้สามวัน". */
export function daysSaid({ conversation: { days } }: RequestType, text: string, now: Date): Answers {
  const read = days ? readDateRange(text, now) : null;
  if (!days || !read || read.from < bangkokDate(now)) return {};
  if (read.from < read.until) return { [days.from]: read.from, ...(days.until ? { [days.until]: read.until } : {}) };
  return isNoBeginning.test(text) ? {} : { [days.from]: read.from };
}
