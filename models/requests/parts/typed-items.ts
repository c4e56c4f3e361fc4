import type { Field } from "#models/fields/field.ts";
import { toArabicDigits } from "#models/fields/thai/digits.ts";
import { cleanText } from "#models/fields/thai/normalise.ts";
import { numberWords, readNumberWords } from "#models/fields/thai/numbers.ts";
import { stripPoliteness } from "#models/fields/thai/polite.ts";

/** A thing that is asked for, as far as a line of words tells it. */
export type TypedItem = { name: string; quantity: number; unit: string };

// Words that things are counted in. "เครื่อง" also begins names of things: it counts only behind a number.
const counters = [
  "เครื่อง|ตัว|กล่อง|รีม|ตลับ|หลอด|ม้วน|เส้น|อัน|ชุด|แผ่น|เล่ม|ชิ้น|ก้อน",
  "แพ็ค|แพค|ลัง|ขวด|ด้าม|สาย|เมตร|จุด|ใบ|ดวง|หัว|คู่|กระป๋อง|ห่อ",
  "โหล|ถุง|license|สิทธิ์|ปี|บาน|ผืน|ลูก|ซอง|หน่วย",
].join("|");
const count = `(\\d{1,5}|${numberWords})`;
const item = new RegExp(`^(.{2,200}?)\\s*(?:จำนวน|x|×)?\\s*${count}\\s*(${counters})$`, "i");
const separators = /\s*(?:,|;|\n|\s+และ\s*|\s+กับ\s*|\s+แล้วก็\s*)\s*/;
const listed = /^(?:\d{1,2}[.)]|[-•*])\s+/;

/** "หมึกพิมพ์ 2 กล่อง" as an item; null without a number and what it counts. */
export function readItem(text: string): TypedItem | null {
  const [, name, amount, unit] = item.exec(toArabicDigits(cleanText(text)).replace(listed, "")) ?? [];
  if (!name || !amount || !unit) return null;
  const quantity = /^\d/.test(amount) ? Number(amount) : readNumberWords(amount);
  return quantity && /[\p{L}]/u.test(name) ? { name: name.trim(), quantity, unit } : null;
}

/** "กระดาษ A4 5 รีม, หมึกพิมพ์ 2 กล่อง" as items; null when one of them is none. */
export function readItems(text: string): TypedItem[] | null {
  const parts = text.split(separators).map(stripPoliteness).filter(Boolean);
  const items = parts.map(readItem);
  const read = items.filter((one) => one !== null);
  return read.length > 0 && read.length === items.length ? read : null;
}

/** A table of things whose rows may be typed in chat, too: "กระดาษ A4 5 รีม, หมึกพิมพ์ 2 กล่อง". */
export function typedItems<R>(field: Field<R[]>, rowOf: (typed: TypedItem) => R): Field<R[]> {
  const expected = "พิมพ์ชื่อ จำนวน และหน่วยนะคะ เช่น กระดาษ A4 5 รีม, หมึกพิมพ์ 2 กล่อง";
  return {
    ...field,
    isTyped: true,
    expected,
    read(text) {
      const rows = readItems(text)?.map(rowOf);
      const parsed = rows ? field.schema.safeParse(rows) : null;
      if (parsed?.success) return { ok: true, value: parsed.data };
      return { ok: false, message: expected };
    },
  };
}

// Where the thing ends and the rest of the sentence begins.
const ends =
  /\s*(?:ให้(?!้)|ไปใช้|ไว้ใช้|มาใช้|สำหรับ|เพื่อ|หน่อย|ด้วย|ภายใน|พรุ่งนี้|วันนี้|มะรืน|วันที่|วันจันทร์|วันอังคาร|วันพุธ|วันพฤหัส|วันศุกร์|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|สัปดาห์|อาทิตย์|ตั้งแต่|จะคืน|แล้วคืน|ได้ไหม|ได้มั้ย|ไหม|มั้ย|ที่ห้อง|ที่โรงเรียน|ครับ|ค่ะ|คะ|นะ).*$/u;

// These name nothing yet: "ขอเบิกของ".
const namesNothing = /^(?:ของ|สิ่งของ|วัสดุ|อุปกรณ์|วัสดุอุปกรณ์|วัสดุสำนักงาน|สื่อ|เอกสาร|เครื่อง)$/;

/** What stands behind the verb: "ขอเบิกหมึกพิมพ์ 2 กล่องให้ห้องธุรการ" → หมึกพิมพ์, 2, กล่อง. One `unit` of it where no number stands. */
export function itemAskedFor(text: string, verb: RegExp, unit: string): TypedItem | null {
  const [, rest = ""] = verb.exec(cleanText(text)) ?? [];
  const said = stripPoliteness(rest.replace(ends, ""));
  if (said.length < 2 || said.length > 80 || namesNothing.test(said)) return null;
  return readItem(said) ?? (/\d/.test(said) ? null : { name: said, quantity: 1, unit });
}
