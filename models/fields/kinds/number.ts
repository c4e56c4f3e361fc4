import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { readNumber, showNumber } from "#models/fields/thai/numbers.ts";

type Limits = { min?: number; max?: number };

/** A number within its limits. */
export function numberField(options: FieldWords & Limits): Field<number> {
  const { min = 0, max = 1_000_000_000 } = options;
  return {
    ...words(options),
    kind: "number",
    takesAnyText: false,
    schema: z.number().min(min).max(max),
    read(text) {
      const value = readNumber(text);
      if (value !== null && value >= min && value <= max) return { ok: true, value };
      return { ok: false, message: `ขอเป็นตัวเลข ${showNumber(min)} ถึง ${showNumber(max)} นะคะ เช่น 12` };
    },
    show: (value) => showNumber(value),
  };
}

/** An amount in baht, two decimals at most. */
export function moneyField(options: FieldWords & { max?: number }): Field<number> {
  const { max = 100_000_000 } = options;
  return {
    ...numberField(options),
    kind: "money",
    schema: z.number().min(0).max(max).multipleOf(0.01),
    read(text) {
      const value = readNumber(text.replace(/บาท(ถ้วน)?|฿/g, ""));
      if (value !== null && value >= 0 && value <= max) return { ok: true, value: Math.round(value * 100) / 100 };
      return { ok: false, message: "ขอเป็นจำนวนเงินนะคะ เช่น 1,250" };
    },
    show: (value) => `${showNumber(value)} บาท`,
  };
}
