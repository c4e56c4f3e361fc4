import { normaliseThai } from "./normalise.ts";
import { readDate } from "./read-date.ts";
import { readTime } from "./times.ts";

// Words that say a day and a time of day at once; the longest first.
const partsOfToday: readonly (readonly [RegExp, string])[] = [
  [/คืนพรุ่งนี้/g, "พรุ่งนี้"],
  [/(?:เช้า|บ่าย|เย็น|คืน|ค่ำ)(?:วัน)?นี้/g, "วันนี้"],
];

/**
 * Reads a day with a time as people type them in one sentence: "พรุ่งนี้ 9 โมงเช้า", "13.30 น. วันที่ 22 พ.ย. 69". Gives
 * "YYYY-MM-DDTHH:MM" (Bangkok), or null where one of the two is missing.
 */
export function readDateTime(text: string, now: Date): string | null {
  const written = /^\s*(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(text);
  const plain = written ? `${written[1]} ${written[2]}` : normaliseThai(text);
  const said = partsOfToday.reduce((left, [words, day]) => left.replace(words, day), plain);
  const day = readDate(said, now);
  const time = readTime(plain);
  return day && time ? `${day}T${time}` : null;
}
