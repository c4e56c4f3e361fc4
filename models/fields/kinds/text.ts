import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { cleanText } from "#models/fields/thai/normalise.ts";

// Emoji, or marks without their letter, tell a technician nothing; a lone "-" is how people write "none".
const tells = /[\p{L}\p{N}\p{P}]/u;

/**
 * Free text of at most `max` characters, control and zero-width characters removed. Where an answer is needed it must say
 * something; an optional word may be a 👍.
 */
export function textField(options: FieldWords & { max: number; min?: number }): Field<string> {
  const min = options.min ?? 1;
  const isEnough = (value: string) => value.length >= min && (options.optional === true || tells.test(value));
  return {
    ...words(options),
    kind: "text",
    takesAnyText: true,
    max: options.max,
    schema: z.string().transform(cleanText).pipe(z.string().max(options.max).refine(isEnough)),
    read(text) {
      const value = cleanText(text);
      if (!isEnough(value)) return { ok: false, message: `ขอ${options.label}เป็นข้อความสั้น ๆ นะคะ` };
      if (value.length > options.max)
        return { ok: false, message: `ข้อความยาวมากค่ะ ขอ${options.label}สั้น ๆ ไม่เกิน ${options.max} ตัวอักษรนะคะ` };
      return { ok: true, value };
    },
    show: (value) => value,
  };
}

/** A room or building. The chat offers the person's last places. */
export function placeField(options: FieldWords): Field<string> {
  const help = "ขอไว้ให้ช่างไปถูกที่นะคะ เช่น ห้องธุรการ อาคาร 2";
  return { ...textField({ help, ...options, max: 120 }), kind: "place" };
}

/** หมายเลขครุภัณฑ์ as it stands on the sticker: free text, digits made Arabic. Local suffixes vary too much to refuse any. */
export function assetField(options: FieldWords): Field<string> {
  return { ...textField({ ...options, max: 50 }), kind: "asset" };
}
