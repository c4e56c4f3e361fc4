import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { bahtText } from "#models/fields/thai/baht-text.ts";
import { readNumber, showNumber } from "#models/fields/thai/numbers.ts";

type Limits = { min?: number; max?: number };

/** A number within its limits. `whole`: things that are counted; `unit`: what they are (เครื่อง, จุด). */
export function numberField(options: FieldWords & Limits & { whole?: true; unit?: string }): Field<number> {
  const { min = 0, max = 1_000_000_000, whole, unit } = options;
  const schema = z.number().min(min).max(max);
  return {
    ...words(options),
    kind: "number",
    takesAnyText: false,
    schema: whole ? schema.int() : schema,
    ...(unit ? { unit } : {}),
    read(text) {
      const value = readNumber(text);
      if (value !== null && value >= min && value <= max && (!whole || Number.isInteger(value))) return { ok: true, value };
      return {
        ok: false,
        message: `ขอเป็น${whole ? "จำนวนเต็ม" : "ตัวเลข"} ${showNumber(min)} ถึง ${showNumber(max)} นะคะ เช่น ${showNumber(Math.max(min, Math.min(max, 12)))}`,
      };
    },
    show: (value) => (unit ? `${showNumber(value)} ${unit}` : showNumber(value)),
  };
}

/** 0 to 100, two decimals at most. */
export function percentageField(options: FieldWords): Field<number> {
  return {
    ...words(options),
    kind: "percentage",
    takesAnyText: false,
    schema: z.number().min(0).max(100).multipleOf(0.01),
    read(text) {
      const value = readNumber(text.replace(/%|เปอร์เซ็นต์|ร้อยละ/g, " "));
      if (value !== null && value >= 0 && value <= 100) return { ok: true, value: Math.round(value * 100) / 100 };
      return { ok: false, message: "ขอเป็นร้อยละ 0 ถึง 100 นะคะ เช่น 85" };
    },
    show: (value) => `ร้อยละ ${showNumber(value)}`,
  };
}

/** An amount in baht, two decimals at most; paper has it in words too. */
export function moneyField(options: FieldWords & { max?: number }): Field<number> {
  const { max = 100_000_000 } = options;
  const show = (value: number) => `${showNumber(value)} บาท`;
  return {
    ...words(options),
    kind: "money",
    takesAnyText: false,
    schema: z.number().min(0).max(max).multipleOf(0.01),
    read(text) {
      const value = readNumber(text.replace(/บาท(ถ้วน)?|฿/g, ""));
      if (value !== null && value >= 0 && value <= max) return { ok: true, value: Math.round(value * 100) / 100 };
      return { ok: false, message: "ขอเป็นจำนวนเงินนะคะ เช่น 1,250" };
    },
    show,
    write: (value) => ({ is: "text", text: `${show(value)} (${bahtText(value)})` }),
  };
}
