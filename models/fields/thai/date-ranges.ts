import { addDays, bangkokDate, daysBetween } from "./bangkok.ts";
import { comingDayOfMonth, dayOfMonth, endOfMonth, mondayOf, weekdayOf } from "./calendar.ts";
import { countOf, findDate, weekdayWord } from "./date-patterns.ts";
import { normaliseThai } from "./normalise.ts";
import { numberWords } from "./numbers.ts";
import { stripPoliteness } from "./polite.ts";

/** A first and a last day, both counted in, YYYY-MM-DD. */
export type DaySpan = { from: string; until: string };

const span = (from: string | null, until: string | null): DaySpan | null => (from && until ? { from, until } : null);
const dayIn = (text: string, today: string) => findDate(text, today)?.iso ?? null;

/** "22", "วันที่ 22": a day that takes its month from the other end. */
const bareDay = /^(?:วันที่|ที่)?\s?(\d{1,2})$/;
const bareOf = (text: string): number | null => (bareDay.test(text) ? Number(bareDay.exec(text)?.[1]) : null);
const bareWeekday = new RegExp(`^(?:วัน)?(?:${weekdayWord})$`);
const hasYear = /\d{4}|(?:\d\s?[/.-]\s?\d{1,2}\s?[/.-]\s?|[ก-๎a-z]\.?\s?)\d{2}$/;
const hasMonth = /\d\s?[/-]\s?\d|\d\s?[ก-๎a-z]/;

/** "ขอยืมกล้อง 3" before "5 ธ.ค.": words, then the day. */
function dayAfterWords(left: string, right: string, today: string): number | null {
  const day = /[ก-๎a-z.]\s(?:วันที่\s?|ที่\s?)?(\d{1,2})$/.exec(left)?.[1];
  return day !== undefined && /^\d{1,2}\s?[ก-๎a-z]/.test(right) && dayIn(left, today) === null ? Number(day) : null;
}

/** What one end lacks it takes from the other: the month, the year, the week. */
function ends(left: string, right: string, today: string): DaySpan | null {
  const [leftDay, rightDay] = [bareOf(left) ?? dayAfterWords(left, right, today), bareOf(right)];
  if (leftDay !== null && rightDay !== null) return bareSpan(leftDay, rightDay, today);
  const from = leftDay === null ? dayIn(left, today) : null;
  const until = rightDay === null ? dayIn(right, today) : null;
  if (leftDay !== null) return until === null ? null : span(dayOfMonth(until, 0, leftDay), until);
  if (rightDay !== null) return from === null ? null : span(from, comingDayOfMonth(rightDay, from));
  if (!from || !until) return null;
  if (bareWeekday.test(left)) return fromWeekday(from, until, bareWeekday.test(right), today);
  if (bareWeekday.test(right) && until < from) return span(from, addDays(until, 7 * Math.ceil(daysBetween(until, from) / 7)));
  return withYears(left, right, from, until);
}

/** "28-30" and "วันที่ 28 ถึง 30": of the coming month that has the first. */
function bareSpan(left: number, right: number, today: string): DaySpan | null {
  const from = comingDayOfMonth(left, today);
  return from === null ? null : span(from, comingDayOfMonth(right, from));
}

/** "จันทร์ถึงศุกร์" begins on the last Monday before that Friday which is not over, else on the coming one. */
function fromWeekday(from: string, until: string, isUntilBare: boolean, today: string): DaySpan {
  const before = addDays(until, -((weekdayOf(until) - weekdayOf(from) + 7) % 7));
  if (before >= today) return { from: before, until };
  return isUntilBare ? { from, until: addDays(from, (weekdayOf(until) - weekdayOf(from) + 7) % 7) } : { from, until };
}

/** A year that only one end has is the other's too, save where the year ends between them. */
function withYears(left: string, right: string, from: string, until: string): DaySpan {
  const isDated = (text: string) => hasMonth.test(text);
  if (isDated(left) && !hasYear.test(left) && isDated(right) && hasYear.test(right)) {
    const sameYear = `${until.slice(0, 4)}${from.slice(4)}`;
    return { from: sameYear <= until ? sameYear : `${Number(until.slice(0, 4)) - 1}${from.slice(4)}`, until };
  }
  if (until < from && isDated(right) && !hasYear.test(right)) {
    const sameYear = `${from.slice(0, 4)}${until.slice(4)}`;
    return { from, until: sameYear >= from ? sameYear : `${Number(from.slice(0, 4)) + 1}${until.slice(4)}` };
  }
  return { from, until };
}

// The plainest first. A lone hyphen may belong to a date: only where both sides read does it part them.
const between = [/\s?(?:จนถึง|ถึง|จน)\s?/g, /\s?[–—~]\s?|\s-\s/g, /-/g, /(?<=\d{4}-\d\d-\d\d)\//g, /\s?คืน(?:วันที่)?\s?/g];
const andWords = /\s?(?:และ|กับ|,)\s?/g;

function parted(text: string, today: string): DaySpan | null {
  for (const pattern of between) {
    for (const found of text.matchAll(pattern)) {
      const [left, right] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
      if (left.trim() === "" || right.trim() === "") continue;
      // "22-11" is a day of November; "วันที่ 5-7" are days.
      if (bareOf(left) !== null && bareOf(right) !== null && !/ที่/.test(left) && dayIn(text, today) !== null) continue;
      const both = ends(left.trim(), right.trim(), today);
      if (both) return both;
    }
  }
  return null;
}

/** "22 และ 23 พ.ย." are a span of two days; others that are only named together are none. */
function namedTogether(text: string, isBetween: boolean, today: string): DaySpan | null {
  for (const found of text.matchAll(andWords)) {
    const both = ends(text.slice(0, found.index).trim(), text.slice(found.index + found[0].length).trim(), today);
    if (both && (isBetween || daysBetween(both.from, both.until) === 1)) return both;
  }
  return null;
}

// A span as people write it takes no more; every dash of a longer text would be tried.
const longestSpan = 200;

const opening = /^(ระหว่าง|ตั้งแต่|เริ่มจาก|เริ่ม|นับจาก|จาก|ช่วง)\s?(?=\S)/;

/** The first and the last day of a span as written, whichever comes first: "13-15 เม.ย. 2570", "30 ธ.ค. - 2 ม.ค. 2571". */
export function readSpan(text: string, now: Date): DaySpan | null {
  if (text.length > longestSpan) return null;
  const today = bangkokDate(now);
  const said = normaliseThai(text);
  const plain = said.replace(opening, "");
  const both = parted(plain, today) ?? namedTogether(plain, said.startsWith("ระหว่าง"), today);
  return both ?? (isSingle(plain, today) ? span(dayIn(plain, today), dayIn(plain, today)) : null);
}

/** One date and no other; its weekday may stand before it. */
function isSingle(plain: string, today: string): boolean {
  const found = findDate(plain, today);
  if (!found || /ถึง/.test(plain)) return false;
  const before = plain.slice(0, found.start).replace(new RegExp(`(?:วัน)?(?:${weekdayWord})\\.?\\s?(?:ที่)?\\s?$`), "");
  return findDate(before, today) === null && findDate(plain.slice(found.end), today) === null && !/\d\s?,\s?$/.test(before);
}

const amount = `(\\d{1,3}|${numberWords})\\s?(วัน|สัปดาห์|อาทิตย์)`;
const lastingAfter = new RegExp(`^(.*?\\S)\\s?(?:เป็นเวลา|นาน|รวม|จำนวน|เป็นระยะเวลา|ไป)?\\s?(?<!อีก\\s?|ภายใน\\s?)${amount}$`);
const lastingBefore = new RegExp(`^(?:เป็นเวลา|นาน|รวม|จำนวน)?\\s?${amount}\\s?(?:ตั้งแต่|นับตั้งแต่|นับจาก|เริ่มจาก|เริ่ม|จาก)\\s?(.+)$`);
// Longer is a slip of the pen.
const mostDays = 400;

/** "พรุ่งนี้ 3 วัน", "สามวันตั้งแต่พรุ่งนี้": the first day counts. */
function lasting(plain: string, today: string): DaySpan | null {
  const [, after = "", aCount = "", aUnit] = lastingAfter.exec(plain) ?? [];
  const [, bCount = "", bUnit, before = ""] = lastingBefore.exec(plain) ?? [];
  const [first, count, unit] = before === "" ? [after.replace(opening, ""), aCount, aUnit] : [before, bCount, bUnit];
  const days = countOf(count) * (unit === "วัน" ? 1 : 7);
  if (first === "" || days < 1 || days > mostDays || !isSingle(first, today)) return null;
  const from = dayIn(first, today);
  return from === null ? null : { from, until: addDays(from, days - 1) };
}

const wholeWeek = /^(?:ทั้ง)?(?:สัปดาห์|(?<!วัน)อาทิตย์)\s?(หน้า|นี้|ถัดไป)$/;
const wholeMonth = /^(?:ทั้ง|ตลอด)?เดือน\s?(หน้า|นี้|ถัดไป|[ก-๎.]+(?:\s?\d{2,4})?)$/;
const weekend = /^(?:วัน)?เสาร์\s?(?:-|และ|กับ|ถึง)?\s?(?:วัน)?อาทิตย์\s?(หน้า|นี้)?$/;

/** Spans that have a name of their own. A week is its days of work. */
function namedSpan(plain: string, today: string): DaySpan | null {
  const monday = mondayOf(today);
  const week = wholeWeek.exec(plain)?.[1];
  if (week === "นี้" && weekdayOf(today) <= 4) return { from: today, until: addDays(monday, 4) };
  if (week !== undefined && week !== "นี้") return { from: addDays(monday, 7), until: addDays(monday, 11) };
  const month = wholeMonth.exec(plain)?.[1];
  if (month === "นี้") return { from: today, until: endOfMonth(today, 0) };
  if (month !== undefined) return monthSpan(/หน้า|ถัดไป/.test(month) ? dayOfMonth(today, 1, 1) : dayIn(`ต้นเดือน${month}`, today));
  const days = weekend.exec(plain);
  const saturday = days && addDays(monday, days[1] === "หน้า" ? 12 : 5);
  return saturday && saturday >= today ? { from: saturday, until: addDays(saturday, 1) } : null;
}

const monthSpan = (first: string | null): DaySpan | null => (first === null ? null : { from: first, until: endOfMonth(first, 0) });

/** A span of days as people type it. A single day is a span of one. Null where it does not read or ends before it begins. */
export function readDateRange(text: string, now: Date): DaySpan | null {
  if (text.length > longestSpan) return null;
  const plain = normaliseThai(stripPoliteness(normaliseThai(text)));
  const today = bangkokDate(now);
  const read = namedSpan(plain, today) ?? lasting(plain, today) ?? readSpan(plain, now);
  return read && read.from <= read.until ? read : null;
}
