import { addDays, isoDay } from "./bangkok.ts";
import {
  addMonths,
  comingDayOfMonth,
  dayOfMonth,
  endOfMonth,
  fullYear,
  isPlausibleDay,
  mondayOf,
  monthOf,
  withoutYear,
  yearOf,
} from "./calendar.ts";
import { months, weekdays } from "./month-names.ts";
import { numberWords, readNumberWords } from "./numbers.ts";

type Reader = { pattern: RegExp; read(found: RegExpExecArray, today: string): string | null };

/** A date found in a text: the day, and where it stands. */
export type FoundDate = { iso: string; start: number; end: number };

const alternatives = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((w) => w.replaceAll(".", "\\.?\\s?"))
    .join("|");
const plainMonth = (written: string) => written.replace(/[.\s]/g, "");
const monthNames = months.map(({ full, short, also }) => [full, short, ...also]);
const monthNumber = new Map(monthNames.flatMap((names, at) => names.map((name) => [plainMonth(name), at + 1] as const)));
const monthWord = alternatives(monthNames.flat());
const englishMonth = alternatives(monthNames.flat().filter((name) => /^[a-z]/.test(name)));
const named = (name: string | undefined) => monthNumber.get(plainMonth(name ?? "")) ?? 0;

const weekdayNumber = new Map(weekdays.flatMap((names, at) => names.map((name) => [name, at] as const)));
/** The pattern of a weekday's name. */
export const weekdayWord = alternatives([...weekdayNumber.keys()]);
const count = `(\\d{1,3}|${numberWords})`;
/** "3", "สาม" → 3. */
export const countOf = (written: string): number => (/^\d/.test(written) ? Number(written) : (readNumberWords(written) ?? 0));
const year = "['’]?(\\d{4}|\\d{2})";
// What follows a time of day is no year: "22 พ.ย. 13.30 น.", "5 ธ.ค. 10 โมง".
const noTime = "(?!\\d|[.:]\\d|\\s?(?:น\\.|น(?![ก-๎])|โมง|ทุ่ม|นาฬิกา|am|pm))";
const era = "(?:ปี\\s?)?(?:พ\\.?ศ\\.?\\s?|ค\\.?ศ\\.?\\s?)?";

const dated = (day: string, month: number, written: string | undefined, today: string) =>
  written === undefined ? withoutYear(month, Number(day), today) : isoDay(fullYear(written, today), month, Number(day));

const daysOf: Readonly<Record<string, number>> = { วัน: 1, สัปดาห์: 7, อาทิตย์: 7 };
function ahead(amount: number, unit: string, today: string): string {
  const days = daysOf[unit];
  return days === undefined ? addMonths(today, amount * (unit === "ปี" ? 12 : 1)) : addDays(today, amount * days);
}

function weekday(name: string, which: string, today: string): string {
  const inWeek = addDays(mondayOf(today), weekdayNumber.get(name) ?? 0);
  if (which.includes("หน้า")) return addDays(inWeek, 7);
  if (/แล้ว|ก่อน/.test(which)) return addDays(inWeek, -7);
  if (which === "เมื่อ") return inWeek < today ? inWeek : addDays(inWeek, -7);
  if (which.includes("นี้") && !which.includes("จะถึง")) return inWeek >= today ? inWeek : addDays(inWeek, 7);
  return inWeek > today ? inWeek : addDays(inWeek, 7);
}

/** ต้นเดือน without more is the coming one; กลางเดือน too, once this month's is over. */
function partOfMonth(part: string, which: string | undefined, written: string | undefined, today: string): string | null {
  const month = named(which);
  const first = month > 0 ? withYear(month, written, today) : null;
  const base = first ?? today;
  const isNext = /หน้า|ถัดไป/.test(which ?? "");
  if (part === "สิ้น" || part === "ปลาย") return endOfMonth(base, isNext ? 1 : 0);
  if (part === "กลาง") return month > 0 || which ? dayOfMonth(base, isNext ? 1 : 0, 15) : comingDayOfMonth(15, today);
  return first ?? dayOfMonth(today, which === "นี้" ? 0 : 1, 1);
}

/** The first of that month: of this year, or the next where it is over. */
function withYear(month: number, written: string | undefined, today: string): string | null {
  if (written !== undefined) return isoDay(fullYear(written, today), month, 1);
  return isoDay(yearOf(today) + (month < monthOf(today) ? 1 : 0), month, 1);
}

const relative: readonly (readonly [string, number])[] = [
  ["เมื่อวานซืน|วานซืน", -2],
  ["เมื่อวาน|วานนี้|yesterday", -1],
  ["มะรืนนี้|มะรืน|มะเรื่อง", 2],
  ["พรุ้งนี้|พรุ่งนี้|พรุ่งนี|พุ่งนี้|พรุ่งนี่|พรุงนี้|วันพรุ่ง|tomorrow", 1],
  ["วันนี้|วันนี่|today", 0],
];

/** Tried in this order: the most explicit way of writing first. */
const readers: readonly Reader[] = [
  {
    pattern: /(?<!\d)(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?!\d)/,
    read: ([, y = "", , m, d], today) => isoDay(fullYear(y, today), Number(m), Number(d)),
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})\\s?([/-])\\s?(${monthWord})\\.?\\s?\\2\\s?${year}(?!\\d)`),
    read: ([, d = "", , name, y], today) => dated(d, named(name), y, today),
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s?(?:เดือน\\s?)?(${monthWord})\\.?(?![a-z])\\s?${era}(?:${year}${noTime})?`),
    read: ([, d = "", name, y], today) => dated(d, named(name), y, today),
  },
  {
    pattern: new RegExp(`(${englishMonth})\\.?\\s?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[.:]\\d)(?:,?\\s?(\\d{4}))?`),
    read: ([, name, d = "", y], today) => dated(d, named(name), y, today),
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})\\s?เดือน\\s?(?:ที่\\s?)?(\\d{1,2})(?!\\d)(?:\\s?${era}${year}${noTime})?`),
    read: ([, d = "", m, y], today) => dated(d, Number(m), y, today),
  },
  {
    pattern: new RegExp(`(?<![\\d./-])(\\d{1,2})\\s?([/.-])\\s?(\\d{1,2})\\s?\\2\\s?${year}(?![\\d/-])`),
    read: ([, d = "", , m, y], today) => dated(d, Number(m), y, today),
  },
  { pattern: /(?<!\d)(\d{1,2})\s(\d{1,2})\s(2[45]\d{2}|20\d{2})(?!\d)/, read: ([, d = "", m, y], today) => dated(d, Number(m), y, today) },
  { pattern: /(?<!\d)(\d{2})(\d{2})(2[45]\d{2})(?!\d)/, read: ([, d = "", m, y], today) => dated(d, Number(m), y, today) },
  { pattern: /(?<![\d./-])(\d{1,2})\s?[/-]\s?(\d{1,2})(?![\d/-])/, read: ([, d = "", m], today) => dated(d, Number(m), undefined, today) },
  {
    pattern: new RegExp(`(?:อีก|ในอีก|ภายใน)\\s?${count}\\s?(วัน|สัปดาห์|อาทิตย์|เดือน|ปี)`),
    read: ([, n = "", unit = ""], today) => ahead(countOf(n), unit, today),
  },
  { pattern: /อีก\s?(สัปดาห์|อาทิตย์|เดือน|ปี)/, read: ([, unit = ""], today) => ahead(1, unit, today) },
  {
    pattern: new RegExp(`${count}\\s?(วัน|สัปดาห์|อาทิตย์|เดือน|ปี)\\s?(?:ข้างหน้า|ถัดไป|นับจากวันนี้|จากนี้|จากวันนี้)`),
    read: ([, n = "", unit = ""], today) => ahead(countOf(n), unit, today),
  },
  {
    pattern: new RegExp(`${count}\\s?(วัน|สัปดาห์|อาทิตย์|เดือน|ปี)\\s?(?:ก่อน|ที่แล้ว|มาแล้ว)`),
    read: ([, n = "", unit = ""], today) => ahead(-countOf(n), unit, today),
  },
  {
    pattern: /(?<![\d./:-])(\d{1,2})\s?(?:ของ)?เดือน(นี้|หน้า|ถัดไป)/,
    read: ([, d, which], today) => dayOfMonth(today, which === "นี้" ? 0 : 1, Number(d)),
  },
  ...relative.map(([words, days]): Reader => ({ pattern: new RegExp(words), read: (_, today) => addDays(today, days) })),
  { pattern: /สิ้นปีงบ(?:ประมาณ)?/, read: (_, today) => `${yearOf(today) + (monthOf(today) >= 10 ? 1 : 0)}-09-30` },
  { pattern: /(?:สิ้น|ปลาย)ปี(?:นี้)?/, read: (_, today) => `${yearOf(today)}-12-31` },
  {
    pattern: new RegExp(`(สิ้น|ปลาย|กลาง|ต้น)เดือน\\s?(หน้า|นี้|ถัดไป|(?:${monthWord})(?![a-z]))?(?:\\.?\\s?${year}${noTime})?`),
    read: ([, part = "", which, y], today) => partOfMonth(part, which, y, today),
  },
  {
    pattern: new RegExp(`(?:${weekdayWord})\\s?ที่\\s?(\\d{1,2})(?![\\d/.:-]|\\s?(?:น\\.|โมง|ทุ่ม))`),
    read: ([, d], today) => comingDayOfMonth(Number(d), today),
  },
  // "อาทิตย์หน้า" is next week, not next Sunday; "วันอาทิตย์หน้า" is the day.
  {
    pattern: new RegExp(`(?<!วัน)(?<!(?:${weekdayWord})\\s?)(?:สัปดาห์|อาทิตย์)\\s?(?:หน้า|ถัดไป)`),
    read: (_, today) => addDays(mondayOf(today), 7),
  },
  {
    pattern: new RegExp(`(เมื่อ)?(?:วัน)?(${weekdayWord})\\s?((?:สัปดาห์|อาทิตย์)?\\s?(?:หน้า|ที่จะถึง(?:นี้)?|ที่จะมาถึง(?:นี้)?|นี้|ที่แล้ว|ก่อน))?`),
    read: ([, past, name = "", which], today) => weekday(name, which ?? past ?? "", today),
  },
  { pattern: /เดือน(?:หน้า|ถัดไป)/, read: (_, today) => addMonths(today, 1) },
  { pattern: /(?:วันที่|^ที่)\s?(\d{1,2})(?![\d/.:-])/, read: ([, d], today) => comingDayOfMonth(Number(d), today) },
];

/** The date in a normalised text (models/fields/thai/normalise.ts), seen from `today`; null where there is none that the calendar has. */
export function findDate(plain: string, today: string): FoundDate | null {
  for (const { pattern, read } of readers) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const iso = read(found, today);
    return iso !== null && isPlausibleDay(iso) ? { iso, start: found.index, end: found.index + found[0].length } : null;
  }
  return null;
}
