import type { Field, FieldKind } from "#models/fields/field.ts";
import { cleanText } from "#models/fields/thai/normalise.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";

/** Kinds whose answer is typed but kept as something else: a day, a figure, one spelling of a number. */
const readKinds: ReadonlySet<FieldKind> = new Set(["date", "number", "money", "phone"]);
const picks = "เลือกจากรายการที่ขึ้นมาใต้ช่องนี้นะคะ";

const isTyped = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

/** What the field makes of typed words; the words themselves where they do not read. */
export function readTyped(field: Field, value: unknown, now: Date): unknown {
  if (!readKinds.has(field.kind) || !isTyped(value)) return value;
  const reading = field.read(value, { now });
  return reading.ok ? reading.value : value;
}

/** The answers as they are sent: typed words read, empty ones left out. */
export function readAnswers(form: Form, answers: Answers, now: Date): Answers {
  const read: Answers = {};
  for (const [key, field] of Object.entries(form.fields)) {
    const value = readTyped(field, answers[key], now);
    const isEmpty = value === undefined || (typeof value === "string" && !value.trim()) || (Array.isArray(value) && value.length === 0);
    if (!isEmpty) read[key] = value;
  }
  return read;
}

/** More than the field takes: worth saying while it is typed. */
export function isTooLong(field: Field | undefined, value: unknown): boolean {
  return field?.max !== undefined && isTyped(value) && cleanText(value).length > field.max;
}

/** What is expected of a field instead of what was typed; null where its words read. */
export function expectation(field: Field, value: unknown, now: Date): string | null {
  if (!isTyped(value)) return null;
  if (field.lookup) return picks;
  const reading = field.read(value, { now });
  return reading.ok ? null : reading.message;
}
