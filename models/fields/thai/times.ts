import { normaliseThai } from "./normalise.ts";
import { readNumberWords } from "./numbers.ts";

const hourWord = "(\\d{1,2}|สิบเอ็ด|สิบ|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)";
const oneToNine = "(?:หนึ่ง|เอ็ด|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)";
const minuteWord = `(?:(?:ยี่สิบ|สามสิบ|สี่สิบ|ห้าสิบ|สิบ)${oneToNine}?|${oneToNine})`;
// Without "นาที" they are minutes only where nothing else follows: "9 โมง 22 พ.ย." and "บ่ายสอง สามคน" have none.
const atEnd = "(?=\\s?(?:$|น\\.|นาที|ค่ะ|คะ|ครับ|นะ|ถึง|[-–,]|วัน))";
const minutes = `\\s?(ครึ่ง|[0-5]?\\d(?=\\s?นาที)|[0-5]\\d${atEnd}|${minuteWord}${atEnd})?`;
const figureOf = (written: string) => (/^\d/.test(written) ? Number(written) : (readNumberWords(written) ?? Number.NaN));

type Reader = { pattern: RegExp; hour(value: number, after: string): number };
const onlyBetween = (from: number, to: number, hour: (value: number) => number) => (value: number) =>
  value >= from && value <= to ? hour(value) : Number.NaN;

/** โมง counts twice: 7–11 in the morning, and by the older way 1–5 โมงเช้า are 7–11; 1–6 without เช้า is the afternoon. */
function mong(value: number, after: string): number {
  if (/^\s?เช้า/.test(after)) return value <= 5 ? value + 6 : value <= 11 ? value : Number.NaN;
  if (/^\s?(?:เย็น|บ่าย)/.test(after)) return value <= 6 ? value + 12 : Number.NaN;
  return value <= 5 ? value + 12 : value <= 18 ? value : Number.NaN;
}

const readers: readonly Reader[] = [
  { pattern: new RegExp(`เที่ยงคืน()${minutes}`), hour: () => 0 },
  { pattern: new RegExp(`บ่าย\\s?${hourWord}(?:\\s?โมง)?${minutes}`), hour: onlyBetween(1, 6, (value) => value + 12) },
  { pattern: new RegExp(`บ่าย(?:โมง)()${minutes}`), hour: () => 13 },
  { pattern: new RegExp(`ตี\\s?${hourWord}${minutes}`), hour: onlyBetween(1, 6, (value) => value) },
  { pattern: new RegExp(`${hourWord}\\s?ทุ่ม${minutes}`), hour: onlyBetween(1, 6, (value) => (value + 18) % 24) },
  { pattern: new RegExp(`ทุ่ม(?:หนึ่ง|นึง)?()${minutes}`), hour: () => 19 },
  { pattern: new RegExp(`${hourWord}\\s?โมง(?:\\s?(?:เช้า|เย็น|บ่าย))?${minutes}`), hour: mong },
  { pattern: new RegExp(`(?<![ก-ฮ])โมงเช้า()${minutes}`), hour: () => 7 },
  { pattern: new RegExp(`เที่ยง(?:วัน|ตรง)?()${minutes}`), hour: () => 12 },
];

function shown(hour: number, minute: number): string | null {
  if (!(hour >= 0 && hour < 24 && minute >= 0 && minute < 60)) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function spoken(text: string): string | null {
  for (const { pattern, hour } of readers) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [, hourPart = "", minutePart = ""] = found;
    const after = found[0].slice(found[0].indexOf("โมง") + 3);
    const minute = minutePart === "ครึ่ง" ? 30 : minutePart === "" ? 0 : figureOf(minutePart);
    return shown(hour(hourPart === "" ? 0 : figureOf(hourPart), after), minute);
  }
  return null;
}

const clock = /(?<![\d/.:-])(\d{1,2})\s?[.:]\s?(\d{2})(?::\d{2})?(?![\d/.:-]|\.\d)\s?(am|pm|a\.m|p\.m)?/;
const wholeHour = /(?<![\d/.:])(\d{1,2})\s?(?:น\.|นาฬิกา|น(?![ก-๎]))(?:\s?([0-5]?\d)\s?นาที)?/;
const afterItsName = /เวลา\s?(\d{1,2})(?![\d/.:-]|\s?(?:โมง|ทุ่ม|am|pm|วัน|คน|ชั่วโมง|ชม|นาที))/;
const english = /(?<![\d/.:])(\d{1,2})\s?(am|pm|a\.m|p\.m)/;
const packed = /(?<!\d)([01]\d|2[0-3])([0-5]\d)\s?(?:น\.|น(?![ก-๎]))|^([01]\d|2[0-3])([0-5]\d)$/;

const half = (hour: number, mark: string | undefined) => (mark?.startsWith("p") ? (hour % 12) + 12 : mark && hour === 12 ? 0 : hour);

// The half of the day beside the clock's figures: "บ่าย 2.30", "5.30 เย็น", "คืนนี้ 8.30".
const afternoon = /บ่าย|เย็น/;
const night = /คืนนี้|กลางคืน|ค่ำ|ทุ่ม/;
function halfSaid(hour: number, text: string): number {
  if (afternoon.test(text) && hour >= 1 && hour <= 6) return hour + 12;
  return night.test(text) && hour >= 6 && hour <= 11 ? hour + 12 : hour;
}

/** Reads a time of day as people type it: 13.30 น., 9 โมงเช้า, บ่ายสอง, เที่ยงครึ่ง, สามทุ่ม, ตีห้า. Gives "HH:MM" or null. */
export function readTime(text: string): string | null {
  const plain = normaliseThai(text);
  const written = clock.exec(plain);
  if (written) return shown(halfSaid(half(Number(written[1]), written[3]), plain), Number(written[2]));
  const together = packed.exec(plain);
  if (together) return shown(Number(together[1] ?? together[3]), Number(together[2] ?? together[4]));
  const byEnglish = english.exec(plain);
  if (byEnglish) return shown(half(Number(byEnglish[1]), byEnglish[2]), 0);
  const byHour = wholeHour.exec(plain);
  if (byHour) return shown(Number(byHour[1]), Number(byHour[2] ?? 0));
  const bySpeech = spoken(plain);
  const byName = bySpeech ? null : afterItsName.exec(plain);
  return byName ? shown(halfSaid(Number(byName[1]), plain), 0) : bySpeech;
}

/** "09:30" → "09.30 น.". */
export const showTime = (time: string): string => `${time.replace(":", ".")} น.`;
