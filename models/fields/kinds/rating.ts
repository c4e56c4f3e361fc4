import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { toArabicDigits } from "#models/fields/thai/digits.ts";

/** 1 to 5 stars. */
export function ratingField(options: FieldWords): Field<number> {
  const expected = "ให้คะแนน 1 ถึง 5 ดาวนะคะ เช่น 5";
  return {
    ...words(options),
    kind: "rating",
    takesAnyText: false,
    expected,
    schema: z.number().int().min(1).max(5),
    read(text) {
      const stars = [...text].filter((c) => c === "⭐" || c === "★").length;
      const digit = /^\s*([1-5])\s*(ดาว|คะแนน)?\s*$/.exec(toArabicDigits(text))?.[1];
      const value = digit ? Number(digit) : stars;
      return value >= 1 && value <= 5 ? { ok: true, value } : { ok: false, message: expected };
    },
    show: (value) => "★".repeat(value) + "☆".repeat(5 - value),
  };
}
