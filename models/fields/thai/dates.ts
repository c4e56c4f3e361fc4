import { addDays, bangkokDate, bangkokTime, isoDay } from "./bangkok.ts";
import { toThaiDigits } from "./digits.ts";
import { months, weekdays } from "./month-names.ts";
import { normaliseThai } from "./normalise.ts";
import { numberWords, readNumberWords } from "./numbers.ts";

type Reader = { pattern: RegExp; read(found: RegExpExecArray, today: string): string | null };

const alternatives = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((w) => w.replaceAll(".", "\\.?\\s?"))
    .join("|");
const monthWords = months.flatMap(({ full, short, also }) => [full, short, ...also]);
const monthPattern = alternatives(monthWords);
const plainMonth = (written: string) => written.replace(/[.\s]/g, "");
const monthNumber = new Map(
  months.flatMap(({ full, short, also }, at) => [full, short, ...also].map((name) => [plainMonth(name), at + 1] as const)),
);
const weekdayNumber = new Map(weekdays.flatMap((names, at) => names.map((name) => [name, at] as const)));
const count = `(\\d{1,3}|${numberWords})`;
const countOf = (written: string) => (/^\d/.test(written) ? Number(written) : (readNumberWords(written) ?? 0));

const yearOf = (iso: string) => Number(iso.slice(0, 4));
const monthOf = (iso: string) => Number(iso.slice(5, 7));

// What we show is พ.ศ., so that two figures are พ.ศ. wherever that is a year of people's working lives.
const workingLife = 30;
const nearest = (years: readonly number[], now: number) =>
  years.reduce((best, year) => (Math.abs(year - now) < Math.abs(best - now) ? year : best));

/** Four digits from 2400 are พ.ศ.; two are พ.ศ. when within 30 years of now (69 → 2569), else whichever is nearer (26 → 2026). */
function fullYear(written: string, today: string): number {
  const value = Number(written);
  if (value >= 2400) return value - 543;
  if (written.length > 2) return value;
  const now = yearOf(today);
  const buddhist = nearest([2500 + value - 543, 2600 + value - 543], now);
  return Math.abs(buddhist - now) <= workingLife ? buddhist : nearest([buddhist, 2000 + value], now);
}

/** Without a year people mean the coming one, or one of the last 30 days (a report of what has happened). */
function withoutYear(month: number, day: number, today: string): string | null {
  const from = addDays(today, -30);
  const years = [yearOf(from), yearOf(from) + 1, yearOf(from) + 2, yearOf(from) + 3, yearOf(from) + 4];
  return years.map((year) => isoDay(year, month, day)).find((iso) => iso !== null && iso >= from) ?? null;
}

const dated = (day: string, month: number, year: string | undefined, today: string) =>
  year === undefined ? withoutYear(month, Number(day), today) : isoDay(fullYear(year, today), month, Number(day));

function endOfMonth(today: string, ahead: number): string {
  return new Date(Date.UTC(yearOf(today), monthOf(today) + ahead, 0)).toISOString().slice(0, 10);
}

function addMonths(today: string, ahead: number): string {
  const last = endOfMonth(today, ahead);
  const day = today.slice(8);
  return day > last.slice(8) ? last : `${last.slice(0, 8)}${day}`;
}

const daysOf: Readonly<Record<string, number>> = { วัน: 1, สัปดาห์: 7, อาทิตย์: 7, week: 7 };
function ahead(amount: number, unit: string, today: string): string {
  const days = daysOf[unit];
  return days === undefined ? addMonths(today, amount * (unit === "ปี" ? 12 : 1)) : addDays(today, amount * days);
}

const monday = (today: string) => addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));

function weekday(name: string, which: string | undefined, today: string): string {
  const inWeek = addDays(monday(today), weekdayNumber.get(name) ?? 0);
  if (which?.includes("หน้า")) return addDays(inWeek, 7);
  if (which && /แล้ว|ก่อน/.test(which)) return addDays(inWeek, -7);
  if (which?.includes("นี้")) return inWeek >= today ? inWeek : addDays(inWeek, 7);
  return inWeek > today ? inWeek : addDays(inWeek, 7);
}

const relative: readonly (readonly [string, number])[] = [
  ["เมื่อวานซืน|วานซืน", -2],
  ["เมื่อวาน|วานนี้|yesterday", -1],
  ["มะรืนนี้|มะรืน|มะเรื่อง", 2],
  ["พรุ้งนี้|พรุ่งนี้|พรุ่งนี|พุ่งนี้|พรุ่งนี่|วันพรุ่ง|tomorrow", 1],
  ["วันนี้|วันนี่|today", 0],
];
const named = (name: string | undefined) => monthNumber.get(plainMonth(name ?? "")) ?? 0;
const year = "(\\d{4}|\\d{2})";

/** Tried in this order: the most explicit way of writing first. */
const readers: readonly Reader[] = [
  {
    pattern: /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/,
    read: ([, y = "", m, d], today) => isoDay(fullYear(y, today), Number(m), Number(d)),
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})\\s?(?:เดือน\\s?)?(${monthPattern})\\.?(?![a-z])\\s?(?:ปี\\s?)?(?:พ\\.?ศ\\.?\\s?|ค\\.?ศ\\.?\\s?)?(?:${year}(?!\\d|[.:]\\d|\\s?(?:น\\.|โมง)))?`,
    ),
    read: ([, d = "", name, y], today) => dated(d, named(name), y, today),
  },
  {
    pattern: new RegExp(`(?<![\\d./-])(\\d{1,2})\\s?([/.-])\\s?(\\d{1,2})\\s?\\2\\s?${year}(?![\\d/-])`),
    read: ([, d = "", , m, y], today) => dated(d, Number(m), y, today),
  },
  { pattern: /(?<![\d./-])(\d{1,2})\s?[/-]\s?(\d{1,2})(?![\d/-])/, read: ([, d = "", m], today) => dated(d, Number(m), undefined, today) },
  {
    pattern: new RegExp(`(?:อีก|ในอีก|ภายใน)\\s?${count}\\s?(วัน|สัปดาห์|อาทิตย์|เดือน|ปี)`),
    read: ([, n = "", unit = ""], today) => ahead(countOf(n), unit, today),
  },
  {
    pattern: new RegExp(`${count}\\s?(วัน|สัปดาห์|อาทิตย์|เดือน|ปี)\\s?(?:ก่อน|ที่แล้ว|มาแล้ว)`),
    read: ([, n = "", unit = ""], today) => ahead(-countOf(n), unit, today),
  },
  ...relative.map(([words, days]): Reader => ({ pattern: new RegExp(words), read: (_, today) => addDays(today, days) })),
  { pattern: /สิ้นปีงบ/, read: (_, today) => `${yearOf(today) + (monthOf(today) >= 10 ? 1 : 0)}-09-30` },
  { pattern: /สิ้นปี/, read: (_, today) => `${yearOf(today)}-12-31` },
  { pattern: /(?:สิ้น|ปลาย)เดือน(หน้า)?/, read: ([, next], today) => endOfMonth(today, next ? 1 : 0) },
  { pattern: /ต้นเดือน(หน้า)?/, read: (_, today) => addDays(endOfMonth(today, 0), 1) },
  {
    pattern: new RegExp(`(?:วัน)?(${alternatives([...weekdayNumber.keys()])})\\s?((?:สัปดาห์|อาทิตย์)?\\s?(?:หน้า|นี้|ที่แล้ว|ก่อน))?`),
    read: ([, name = "", which], today) => weekday(name, which, today),
  },
  { pattern: /(?:สัปดาห์|อาทิตย์)หน้า/, read: (_, today) => addDays(monday(today), 7) },
  { pattern: /เดือนหน้า/, read: (_, today) => addMonths(today, 1) },
  { pattern: /(?:วันที่|^ที่)\s?(\d{1,2})(?![\d/.:-])/, read: ([, d], today) => comingDayOfMonth(Number(d), today) },
];

function comingDayOfMonth(day: number, today: string): string | null {
  const tries = [0, 1, 2].map((months) => {
    const first = endOfMonth(today, months);
    return isoDay(yearOf(first), monthOf(first), day);
  });
  return tries.find((iso) => iso !== null && iso >= today) ?? null;
}

// "อาทิตย์หน้า" is next week, not next Sunday; "วันอาทิตย์หน้า" is the day.
const nextWeek = /(?<!วัน)อาทิตย์\s?(?:หน้า)/;

/**
 * Reads a date as people type it, seen from `now` in Bangkok: พรุ่งนี้, จันทร์หน้า, 22 พ.ย., ๒๒/๑๑/๖๙, 22-11-2569, สิ้นเดือน, อีก 3 วัน.
 * Gives "YYYY-MM-DD" (ค.ศ.), or null where there is no date or one that the calendar does not have.
 */
export function readDate(text: string, now: Date): string | null {
  const plain = normaliseThai(text);
  const today = bangkokDate(now);
  for (const { pattern, read } of readers) {
    const found = pattern.exec(plain);
    if (!found) continue;
    if (weekdayNumber.has(found[1] ?? "") && nextWeek.test(found[0])) return addDays(monday(today), 7);
    return read(found, today);
  }
  return null;
}

const parts = (iso: string) => {
  const [y = 0, m = 1, d = 1] = iso.split("-").map(Number);
  return { day: d, month: months[m - 1] ?? { full: "", short: "" }, buddhist: y + 543 };
};

/** As chat shows a day: "22 พ.ย. 69". */
export function showDate(iso: string): string {
  const { day, month, buddhist } = parts(iso);
  return `${day} ${month.short} ${String(buddhist).slice(-2)}`;
}

/** As documents write a day: "๒๒ พฤศจิกายน ๒๕๖๙". */
export function showDateInDocument(iso: string): string {
  const { day, month, buddhist } = parts(iso);
  return toThaiDigits(`${day} ${month.full} ${buddhist}`);
}

/** A moment as chat shows it, Bangkok time: "22 พ.ย. 69 09.30 น.". */
export function showDateTime(at: Date): string {
  return `${showDate(bangkokDate(at))} ${bangkokTime(at).replace(":", ".")} น.`;
}

/** A moment as documents write it, Bangkok time: "๒๒ พฤศจิกายน ๒๕๖๙ เวลา ๐๙.๓๐ น.". */
export function showDateTimeInDocument(at: Date): string {
  return `${showDateInDocument(bangkokDate(at))} เวลา ${showTimeInDocument(at)}`;
}

/** A moment's time of day as documents write it, Bangkok time: "๐๙.๓๐ น.". */
export function showTimeInDocument(at: Date): string {
  return `${toThaiDigits(bangkokTime(at).replace(":", "."))} น.`;
}
