import { toArabicDigits } from "./digits.ts";
import { normaliseThai } from "./normalise.ts";

const units: Readonly<Record<string, number>> = {
  ศูนย์: 0,
  หนึ่ง: 1,
  เอ็ด: 1,
  สอง: 2,
  ยี่: 2,
  สาม: 3,
  สี่: 4,
  ห้า: 5,
  หก: 6,
  เจ็ด: 7,
  แปด: 8,
  เก้า: 9,
};
const powers: Readonly<Record<string, number>> = { สิบ: 10, ร้อย: 100, พัน: 1_000, หมื่น: 10_000, แสน: 100_000, ล้าน: 1_000_000 };
const word = `(?:${[...Object.keys(units), ...Object.keys(powers)].join("|")})`;

/** The pattern of a number in words, for other readers to build on. */
export const numberWords = `(?:${word}(?:\\s?${word})*)`;
const onlyWords = new RegExp(`^${numberWords}$`);
const eachWord = new RegExp(word, "g");

/**
 * "หนึ่งพันสองร้อย" → 1200. "สองหมื่นห้า" is 25000 as it is spoken of money, 20005 as documents write it (`isWritten`). Null for
 * anything else.
 */
export function readNumberWords(text: string, isWritten = false): number | null {
  if (!onlyWords.test(text)) return null;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastPower = 1;
  for (const part of text.match(eachWord) ?? []) {
    const power = powers[part];
    if (power === undefined) {
      if (digit !== null && part !== "เอ็ด") return null;
      digit = units[part] ?? 0;
      if (part === "เอ็ด") lastPower = 10;
    } else if (power === 1_000_000) {
      total = (total + section + (digit ?? (section === 0 && total === 0 ? 1 : 0))) * power;
      [section, digit, lastPower] = [0, null, power];
    } else {
      section += (digit ?? 1) * power;
      [digit, lastPower] = [null, power];
    }
  }
  const spokenShort = !isWritten && digit !== null && lastPower >= 1_000 ? lastPower / 10 : 1;
  return total + section + (digit ?? 0) * spokenShort;
}

const figure = "-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
const spelled = new RegExp(`(${figure})\\s*(${Object.keys(powers).join("|")})?(?![\\d,]*\\d)|${numberWords}`, "g");

/**
 * Reads the one number in `text`, in Thai or Arabic digits, with commas, "2 หมื่น" or in words; words around it are let be.
 * Null when there is none, or more than one.
 */
export function readNumber(text: string): number | null {
  const found = [...normaliseThai(text).matchAll(spelled)];
  const only = found[0];
  if (found.length !== 1 || only === undefined) return null;
  if (only[1] === undefined) return readNumberWords(only[0].replaceAll(" ", ""));
  const value = Number(only[1].replaceAll(",", "")) * (powers[only[2] ?? ""] ?? 1);
  return Number.isFinite(value) ? value : null;
}

const bahtAndSatang = /^(.*?)บาท(?:ถ้วน)?(?:(.*?)(?:สตางค์|สตางค์ถ้วน))?(.*)$/;
const satangOnly = /^(.*?)สตางค์/;

/**
 * Reads an amount of money in baht: "1,250 บาท", "2 หมื่น", "หนึ่งพันบาทถ้วน", "20 บาท 50 สตางค์". Null where there is none, or
 * more than one.
 */
export function readBaht(text: string): number | null {
  const said = normaliseThai(text).replaceAll("฿", " ");
  const [, baht, satang, rest = ""] = bahtAndSatang.exec(said) ?? [];
  if (baht === undefined) {
    const only = satangOnly.exec(said)?.[1];
    return only === undefined ? readNumber(said) : readSatang(only);
  }
  if (/\d/.test(rest)) return null;
  const isWritten = /บาทถ้วน|สตางค์/.test(said);
  const whole = (isWritten ? readNumberWords(baht.replaceAll(" ", ""), true) : null) ?? readNumber(baht);
  const part = satang === undefined ? 0 : readSatang(satang);
  return whole === null || part === null ? null : whole + part;
}

function readSatang(text: string): number | null {
  const value = readNumber(text);
  return value !== null && Number.isInteger(value) && value >= 0 && value < 100 ? value / 100 : null;
}

/** "1,250 บาท", and "1,250.50 บาท" where there are satang. */
export function showMoney(amount: number): string {
  const hasSatang = Math.round(amount * 100) % 100 !== 0;
  return `${amount.toLocaleString("en-US", { minimumFractionDigits: hasSatang ? 2 : 0, maximumFractionDigits: 2 })} บาท`;
}

/** Arabic digits with commas and at most `decimals` decimals (2 unless told): 1200.5 → "1,200.5". */
export function showNumber(value: number, decimals = 2): string {
  return toArabicDigits((value + 0).toLocaleString("en-US", { maximumFractionDigits: decimals, useGrouping: true }));
}
