import { addDays, daysBetween } from "./bangkok.ts";
import { readSpan } from "./date-ranges.ts";
import { toArabicDigits } from "./digits.ts";
import { months, weekdays } from "./month-names.ts";

/** One line of a pasted list: its days with their name, or what is wrong with it. */
export type DayLine = { text: string; days: { date: string; name: string }[]; problem: string | null };

/** Two years: longer spans are a slip of the pen. */
const mostDays = 731;

const weekdayWords = weekdays.flat().join("|");
const isWeekday = new RegExp(`^(?:วัน)?(?:${weekdayWords})(?:ที่)?$`);
const monthWords = new Set(months.flatMap(({ full, short, also }) => [full, short, ...also]).map(plain));
const isDatePart = (word: string) =>
  /^[\d./–-]+$/.test(word) ||
  /^\d/.test(word) ||
  monthWords.has(plain(word)) ||
  isWeekday.test(word) ||
  /^(วันที่|ที่|ถึง|พ\.?ศ\.?|ค\.?ศ\.?)$/.test(word);

function plain(word: string): string {
  return word.toLowerCase().replace(/[.\s]/g, "");
}

/** Reads "13 เม.ย. 70 วันสงกรานต์", "2027-04-13,วันสงกรานต์" or "13-15 เม.ย. 2570 วันสงกรานต์", one a line; empty lines are none. */
export function readDayList(text: string, now: Date): DayLine[] {
  return toArabicDigits(text)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => readLine(line, now));
}

function readLine(line: string, now: Date): DayLine {
  const { dated, name } = split(line);
  const failed = (problem: string): DayLine => ({ text: line, days: [], problem });
  const span = readSpan(dated, now);
  if (!span) return failed("อ่านวันที่ไม่ออกค่ะ เขียนเช่น 13 เม.ย. 2570 นะคะ");
  if (name === "") return failed("ใส่ชื่อวันต่อท้ายวันที่นะคะ");
  const { from, until } = span;
  if (name.length > 120) return failed("ชื่อยาวเกิน 120 ตัวอักษรค่ะ ย่อให้สั้นลงนะคะ");
  const length = daysBetween(from, until) + 1;
  if (length < 1 || length > mostDays) return failed("วันสุดท้ายมาก่อนวันแรก หรือช่วงยาวเกินไปค่ะ");
  return { text: line, days: daysOf(from, until).map((date) => ({ date, name })), problem: null };
}

/** Every day from one to the other, both counted in. */
export function daysOf(from: string, until: string): string[] {
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, at) => addDays(from, at));
}

/** The date stands first: up to a comma or tab, else as far as the words are a date's. */
function split(line: string): { dated: string; name: string } {
  const cells = line.split(/[,\t;]/).map((cell) => cell.trim().replace(/^"|"$/g, ""));
  if (cells.length > 1) return { dated: cells[0] ?? "", name: cells.slice(1).join(" ").trim() };
  const words = line.split(/\s+/);
  const end = words.findIndex((word) => !isDatePart(word));
  const count = end === -1 ? words.length : end;
  return { dated: words.slice(0, count).join(" "), name: words.slice(count).join(" ") };
}
