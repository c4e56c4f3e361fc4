import type { Field, FieldKind, RowsSpec } from "#models/fields/field.ts";
import { cleanText } from "#models/fields/thai/normalise.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";
import { readMoment, readRange } from "./typed-days.ts";

/** Kinds whose answer is typed but kept as something else: a day, a figure, one spelling of a number. */
const readKinds: ReadonlySet<FieldKind> = new Set(["date", "time", "number", "money", "percentage", "phone", "asset"]);
const picks = "เลือกจากรายการที่ขึ้นมาใต้ช่องนี้นะคะ";

export type Row = Record<string, unknown>;

const isTyped = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
const isRecord = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

/** The rows of an answer to a table; what is no row is none. */
export const rowsIn = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** Whether nothing is answered yet. A row without a cell is no row. */
export function isEmptyAnswer(value: unknown): boolean {
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.every((one) => isRecord(one) && isEmptyAnswer(one));
  return value === undefined || value === null || (isRecord(value) && Object.values(value).every(isEmptyAnswer));
}

/** What the field makes of typed words; the words themselves where they do not read. */
export function readTyped(field: Field, value: unknown, now: Date): unknown {
  if (field.rows) return readRows(field.rows, value, now);
  if (field.kind === "date-time") return readMoment(field, value, { now });
  if (field.kind === "date-range") return readRange(value, { now });
  if (!readKinds.has(field.kind) || !isTyped(value)) return value;
  const reading = field.read(value, { now });
  return reading.ok ? reading.value : value;
}

/** Each cell as its column reads it. Rows that were only begun stand no longer at the end; in the middle they are told of. */
function readRows(spec: RowsSpec, value: unknown, now: Date): Row[] {
  const rows = rowsIn(value).map((row) => readRow(spec, row, now));
  const last = rows.findLastIndex((row) => !isEmptyAnswer(row));
  return rows.slice(0, last + 1);
}

export function readRow({ columns }: RowsSpec, row: Row, now: Date): Row {
  const cells = Object.entries(columns).map(([key, column]) => [key, readTyped(column, row[key], now)] as const);
  return Object.fromEntries(cells.filter(([, cell]) => !isEmptyAnswer(cell)));
}

/** The cells of a row that its columns take: what a column that is worked out may count on. */
export function wholeCells(spec: RowsSpec, row: Row, now: Date): Row {
  const cells = Object.entries(readRow(spec, row, now));
  return Object.fromEntries(cells.filter(([key, cell]) => spec.columns[key]?.schema.safeParse(cell).success));
}

/** The answers as they are sent: typed words read, empty ones left out. */
export function readAnswers(form: Form, answers: Answers, now: Date): Answers {
  const read: Answers = {};
  for (const [key, field] of Object.entries(form.fields)) {
    const value = readTyped(field, answers[key], now);
    if (!isEmptyAnswer(value)) read[key] = value;
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
