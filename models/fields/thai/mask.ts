import { toArabicDigits } from "./digits.ts";

/** Thirteen digits, with spaces or dashes (any kind of dash) allowed between them, not part of a longer number. */
const candidate = /(?<![0-9๐-๙])[0-9๐-๙](?:[\s\u00AD\u200B-\u200D\u2060\uFEFF.‐-―−-]{0,3}[0-9๐-๙]){12}(?![0-9๐-๙])/g;

/** The Interior Ministry's check digit: 11 − (Σ digit × weight 13…2) mod 11, last figure. */
export function isNationalId(digits: string): boolean {
  if (!/^[1-9]\d{12}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 12)].reduce((total, digit, at) => total + Number(digit) * (13 - at), 0);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}

/** Replaces each national id in `text` by x's in the same places, so that no copy of it is ever stored. */
export function maskNationalIds(text: string): string {
  return text.replace(candidate, (found) =>
    isNationalId(toArabicDigits(found).replace(/\D/g, "")) ? found.replace(/[0-9๐-๙]/g, "x") : found,
  );
}
