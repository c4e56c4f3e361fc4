import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { bahtText } from "#models/fields/thai/baht-text.ts";
import { toArabicDigits } from "#models/fields/thai/digits.ts";
import { readBaht, readNumber, showMoney, showNumber } from "#models/fields/thai/numbers.ts";

type Limits = { min?: number; max?: number };

/** Two decimals at most, as they are shown; -0 is 0. */
const rounded = (value: number) => Math.round(value * 100) / 100 + 0;
const decimals = 0.01;

/** A number within its limits, two decimals at most. `whole`: things that are counted; `unit`: what they are (เครื่อง, จุด). */
export function numberField(options: FieldWords & Limits & { whole?: true; unit?: string }): Field<number> {
  const { min = 0, max = 1_000_000_000, whole, unit } = options;
  const schema = z.number().min(min).max(max);
  const example = Math.max(min, Math.min(max, 12));
  const kind = whole ? "จำนวนเต็ม" : "ตัวเลข";
  const expected = `ขอเป็น${kind} ${showNumber(min)} ถึง ${showNumber(max)} นะคะ เช่น ${showNumber(whole ? Math.ceil(example) : example)}`;
  return {
    ...words(options),
    kind: "number",
    takesAnyText: false,
    expected,
    schema: whole ? schema.int() : schema.multipleOf(decimals),
    ...(unit ? { unit } : {}),
    read(text) {
      // A unit may hold a figure of its own: "ม.2".
      const value = readNumber(unit ? toArabicDigits(text).replace(toArabicDigits(unit), " ") : text);
      const isGiven = value !== null && value >= min && value <= max && (!whole || Number.isInteger(value));
      return isGiven ? { ok: true, value: rounded(value) } : { ok: false, message: expected };
    },
    show: (value) => (unit ? `${showNumber(value)} ${unit}` : showNumber(value)),
  };
}

/** 0 to 100, two decimals at most. */
export function percentageField(options: FieldWords): Field<number> {
  const expected = "ขอเป็นร้อยละ 0 ถึง 100 นะคะ เช่น 85";
  return {
    ...words(options),
    kind: "percentage",
    takesAnyText: false,
    expected,
    schema: z.number().min(0).max(100).multipleOf(decimals),
    read(text) {
      const value = readNumber(text.replace(/[%％]|เปอร์เซ็นต์|เปอร์เซ็น|เปอร์เซนต์|ร้อยละ/g, " "));
      return value !== null && value >= 0 && value <= 100 ? { ok: true, value: rounded(value) } : { ok: false, message: expected };
    },
    show: (value) => `ร้อยละ ${showNumber(value)}`,
  };
}

/** An amount in baht, two decimals at most; paper has it in words too. */
export function moneyField(options: FieldWords & { max?: number }): Field<number> {
  const { max = 100_000_000 } = options;
  const expected = `ขอเป็นจำนวนเงิน ไม่เกิน ${showNumber(max)} บาทนะคะ เช่น ${showNumber(Math.min(max, 1_250))}`;
  return {
    ...words(options),
    kind: "money",
    takesAnyText: false,
    expected,
    schema: z.number().min(0).max(max).multipleOf(decimals),
    read(text) {
      const value = readBaht(text);
      return value !== null && value >= 0 && value <= max ? { ok: true, value: rounded(value) } : { ok: false, message: expected };
    },
    show: showMoney,
    write: (value) => ({ is: "text", text: `${showMoney(value)} (${bahtText(value)})` }),
  };
}
