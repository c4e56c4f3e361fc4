import { normaliseThai } from "./normalise.ts";

/** A request number as far as a person wrote it: code and year are null where they left them out. */
export type RequestNumber = { code: string | null; year: number | null; tail: number };

/** One form's code in both spellings: { ascii: "REP", thai: "ซ" }. */
export type NumberCode = { ascii: string; thai: string };

/** "ซ-2570-000123". */
export function formatRequestNumber(number: { thaiCode: string; year: number; tail: number }): string {
  return `${number.thaiCode}-${number.year}-${String(number.tail).padStart(6, "0")}`;
}

const gap = "[\\s._/‐-―-]{0,3}";
const year = "(2[4-6]\\d{2})";
const tail = "(\\d{1,9})(?!\\d)";
const called = "(?:เลขที่|หมายเลข|เลขงาน|เบอร์งาน|งานที่|งาน|รหัสงาน|เลข|ใบแจ้ง|#)";
const uncoded = new RegExp(`(?<![\\d/.-])${year}(?:\\s?[-/]\\s?|\\s)(\\d{3,9})(?![\\d/.-])`);
const afterCalled = new RegExp(
  `${called}\\s{0,2}(?:ที่|คือ|:|#)?\\s{0,2}(\\d{1,6})(?![\\d/.:-]|\\s?(?:ชิ้น|เครื่อง|อย่าง|วัน|ชั่วโมง|โมง|นาที|งาน|ตัว|คน|รายการ))`,
);
// 555 is how Thai people write laughter.
const bare = /^(?:#|no\.?)?\s?((?!5{3,}$)\d{1,6})$/;

const escaped = (code: string) => code.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const compiled = new Map<string, RegExp>();

// "22 พ.ย. 69" is a day, "อาคาร บ 2" a house, "จ. 23 พ.ย." a Monday: letters that stand so are no code.
const noCodeAfter = "[ก-๎]|[ก-๎]\\.\\s?|(?:ห้อง|อาคาร|ตึก|ชั้น|โซน|หมู่|แถว|วัน)\\s?";
const noTailBefore = "\\d|\\s?(?:[ก-๎]{1,3}\\.\\s?[ก-๎]|โมง|น\\.)";

/** Codes are matched at a word's start only: the ซ of "ซ่อม" is none. */
function codePattern(code: NumberCode): RegExp {
  const key = `${code.ascii}|${code.thai}`;
  const known = compiled.get(key);
  if (known) return known;
  const either = `(?:(?<![a-z])${escaped(code.ascii)}|(?<!${noCodeAfter})${escaped(code.thai)}|(?<=เลขที่|หมายเลข|งาน|เลข)${escaped(code.thai)})`;
  const pattern = new RegExp(`${either}${gap}(?:${year}${gap}${tail}|(\\d{1,9})(?!${noTailBefore}))`);
  compiled.set(key, pattern);
  return pattern;
}

const meaningful = (tailDigits: string | undefined) => (tailDigits === undefined ? 0 : Number(tailDigits));

function coded(text: string, codes: readonly NumberCode[]): RequestNumber | null {
  for (const code of codes) {
    const found = codePattern(code).exec(text);
    if (!found) continue;
    const number = meaningful(found[2] ?? found[3]);
    if (number > 0) return { code: code.ascii, year: found[1] === undefined ? null : Number(found[1]), tail: number };
  }
  return null;
}

function aroundNothing(text: string): string {
  return text
    .replace(/(?:นะ)?(?:ครับ|คับ|ค่ะ|คะ|จ้า|จ้ะ)$/, "")
    .replace(/^(?:ขอ|ดู|เช็ค|เช็ก|ตาม|สถานะ|ติดตาม|ถึงไหน|\s)+/, "")
    .trim();
}

/**
 * Reads a request number in any spelling: ซ-2570-000123, "ซ 2570 123", REP2570000123, Thai digits, 2570-000123.
 * A bare tail (123, #123) counts only when the message is little more than it, or after เลขที่, หมายเลข, งาน.
 */
export function readRequestNumber(text: string, codes: readonly NumberCode[]): RequestNumber | null {
  const plain = normaliseThai(text);
  const withCode = coded(plain, codes);
  if (withCode) return withCode;
  const withYear = uncoded.exec(plain);
  if (withYear && meaningful(withYear[2]) > 0) return { code: null, year: Number(withYear[1]), tail: meaningful(withYear[2]) };
  const tailOnly = meaningful((bare.exec(aroundNothing(plain)) ?? afterCalled.exec(plain))?.[1]);
  return tailOnly > 0 ? { code: null, year: null, tail: tailOnly } : null;
}
