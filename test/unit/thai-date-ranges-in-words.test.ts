import { expect, it } from "vitest";
import { readDateRange } from "#models/fields/thai/date-ranges.ts";

const now = new Date("2026-11-24T03:00:00Z");

it.each([
  ["ขอยืมกล้อง 3-5 ธ.ค.", "2026-12-03", "2026-12-05"],
  ["ขอยืมกล้อง วันที่ 3 ถึง 5 ธ.ค.", "2026-12-03", "2026-12-05"],
  ["ขอยืมกล้อง 5 ธ.ค.", "2026-12-05", "2026-12-05"],
])("reads the days of %s", (text, from, until) => {
  expect(readDateRange(text, now)).toEqual({ from, until });
});
