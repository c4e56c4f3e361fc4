import { z } from "zod";
import { type Field, type FieldKind, type FieldWords, words } from "#models/fields/field.ts";
import { toArabicDigits } from "#models/fields/thai/digits.ts";
import { cleanText, normaliseThai } from "#models/fields/thai/normalise.ts";
import { stripPoliteness } from "#models/fields/thai/polite.ts";

// Emoji, or marks without their letter, tell a technician nothing; a lone "-" is how people write "none".
const tells = /[\p{L}\p{N}\p{P}]/u;

type TextOptions = FieldWords & { max: number; min?: number };

/**
 * Free text of at most `max` characters, control and zero-width characters removed. Where an answer is needed it must say
 * something; an optional word may be a 👍.
 */
export function textField(options: TextOptions): Field<string> {
  return textOf("text", options, cleanText);
}

/** A room or building. The chat offers the person's last places. */
export function placeField(options: FieldWords): Field<string> {
  const help = "ขอไว้ให้ช่างไปถูกที่นะคะ เช่น ห้องธุรการ อาคาร 2";
  return textOf("place", { help, ...options, max: 120 }, cleanText);
}

/** How an answer says that nobody knows the number; forms that hold one may ask for a picture of the sticker instead. */
export const unknownAsset = "ไม่ทราบ";

/**
 * หมายเลขครุภัณฑ์ as it stands on the sticker: free text, digits made Arabic, or "ไม่ทราบ". Local suffixes vary too much to
 * refuse any.
 */
export function assetField(options: FieldWords): Field<string> {
  return textOf("asset", { example: "7440-001-0001/65 หรือ ไม่ทราบ", ...options, max: 50 }, tidyAsset);
}

const unknown = /^(?:ไม่(?:ทราบ|รู้|แน่ใจ|เห็น|ชัด)|จำไม่ได้|หาไม่เจอ|อ่านไม่ออก|มองไม่เห็น)(?:หมายเลข|เลข|เบอร์|ครุภัณฑ์)*$/;

function tidyAsset(text: string): string {
  const number = toArabicDigits(cleanText(text));
  return unknown.test(stripPoliteness(normaliseThai(number))) ? unknownAsset : number;
}

/** As zod counts: an emoji outside the first plane is one. */
const lengthOf = (value: string): number => [...value].length;

function textOf(kind: FieldKind, options: TextOptions, tidy: (text: string) => string): Field<string> {
  const { label, max, min = 1, optional } = options;
  const isEnough = (value: string) => lengthOf(value) >= min && (optional === true || tells.test(value));
  const example = options.example ?? /เช่น\s*(.+?)(?:\s*(?:ได้|นะ)?(?:เลย)?ค่?ะ)?$/.exec(options.help ?? "")?.[1];
  const such = example ? ` เช่น ${example}` : "";
  const expected = `ขอ${label}เป็นข้อความ ไม่เกิน ${max} ตัวอักษรนะคะ${such}`;
  return {
    ...words(options),
    kind,
    takesAnyText: true,
    max,
    expected,
    schema: z.string().transform(tidy).pipe(z.string().max(max).refine(isEnough)),
    read(text) {
      const value = tidy(text);
      if (!isEnough(value)) return { ok: false, message: `ขอ${label}เป็นข้อความสั้น ๆ นะคะ${such}` };
      if (lengthOf(value) > max) return { ok: false, message: `ข้อความยาวมากค่ะ ขอ${label}สั้น ๆ ไม่เกิน ${max} ตัวอักษรนะคะ${such}` };
      return { ok: true, value };
    },
    show: (value) => value,
    ...(example ? {} : { exampled: (written: string) => textOf(kind, { ...options, example: written }, tidy) }),
  };
}
