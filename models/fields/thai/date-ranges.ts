import { addDays } from "./bangkok.ts";
import { readDate } from "./dates.ts";
import { toArabicDigits } from "./digits.ts";

/**
 * The first and the last day of a span as written: "13-15 เม.ย. 2570", "30 ธ.ค. - 2 ม.ค. 2571", "พรุ่งนี้ ถึง ศุกร์หน้า". What the
 * first day lacks it takes from the last. Null for each that does not read; a single day is both.
 */
export function readSpan(written: string, now: Date): [string | null, string | null] {
  const [, day, last = ""] = /^(\d{1,2})\s*(?:[-–]|ถึง)\s*(\d{1,2}\s*[^\d\s/.–-].*)$/.exec(written) ?? [];
  if (day) return [readDate(last.replace(/^\d{1,2}/, day), now), readDate(last, now)];
  const [begins = "", ends] = written.split(/\s+(?:-|–)\s+|\s*(?:จนถึง|ถึง)\s*/);
  const until = readDate(ends ?? begins, now);
  const from = readDate(begins, now);
  if (!from || !until || ends === undefined || /\d{2}$/.test(begins)) return [from, until];
  const sameYear = `${until.slice(0, 4)}${from.slice(4)}`;
  return [sameYear <= until ? sameYear : `${Number(until.slice(0, 4)) - 1}${from.slice(4)}`, until];
}

const lasting = /(?:เป็นเวลา|นาน|รวม|จำนวน)?\s*(\d{1,3})\s*(วัน|สัปดาห์|อาทิตย์)\s*$/;

/** A span of days as people type it; "พรุ่งนี้ 3 วัน" counts the first one in. Null where it does not read or ends before it begins. */
export function readDateRange(text: string, now: Date): { from: string; until: string } | null {
  const written = toArabicDigits(text)
    .trim()
    .replace(/^(?:ตั้งแต่|ระหว่าง|จาก)(?:วันที่)?\s*/, "");
  const [whole = "", amount, unit] = lasting.exec(written) ?? [];
  const begins = amount ? readDate(written.slice(0, -whole.length), now) : null;
  if (begins) return { from: begins, until: addDays(begins, Math.max(1, Number(amount) * (unit === "วัน" ? 1 : 7)) - 1) };
  const [from, until] = readSpan(written, now);
  return from && until && from <= until ? { from, until } : null;
}
