import type { Field, FieldKind } from "#models/fields/field.ts";
import { type CellProblem, cellProblems } from "./cell-problems.ts";

const deeds: Partial<Record<FieldKind, string>> = {
  choice: "เลือก",
  choices: "เลือก",
  "yes-no": "เลือก",
  date: "เลือก",
  "date-time": "เลือก",
  "date-range": "เลือก",
  time: "เลือก",
  person: "เลือก",
  rating: "เลือก",
  school: "เลือก",
  grid: "เลือก",
  photos: "แนบ",
  files: "แนบ",
  consent: "ยอมรับ",
  signature: "ลงชื่อ",
};

/** What one does to answer a field: กรอก, เลือก, แนบ, ยอมรับ, ลงชื่อ. */
export const deedOf = ({ kind }: Field): string => deeds[kind] ?? "กรอก";

/** Words for a required field that is not answered. */
export function missingWords(field: Field): string {
  // "ลงชื่อลายมือชื่อผู้ขอ" says one thing twice.
  const label = field.kind === "signature" ? ` ${field.label} ` : field.label;
  return `${deedOf(field)}${label}ด้วยนะคะ`;
}

/** A moment in no text: how a field asks does not depend on it. */
const anyMoment = { now: new Date(0) };
const isThai = /[ก-๙]/;

/** What a field expects instead of what it was given, with an example. */
export function expectedOf(field: Field, given: unknown): string {
  if (field.rows) return ofRows(field, given);
  if (field.items) return ofGrid(field, given);
  const [issue] = field.schema.safeParse(given).error?.issues ?? [];
  if (issue?.code === "custom" && isThai.test(issue.message)) return issue.message;
  if (field.kind === "photos" || field.kind === "files") return ofUploads(field, given);
  if (field.kind === "signature" || field.kind === "consent") return missingWords(field);
  // A number or a list that came from a program asks as an empty text does.
  const reading = field.read(typeof given === "string" ? given : String(given ?? ""), anyMoment);
  return reading.ok ? field.expected : reading.message;
}

function ofUploads(field: Field, given: unknown): string {
  const thing = field.kind === "photos" ? "รูป" : "ไฟล์";
  const count = Array.isArray(given) ? given.length : 0;
  const takes = (amount: number) => field.schema.safeParse(Array.from({ length: amount }, () => "x")).success;
  const amounts = Array.from({ length: 50 }, (_, at) => at + 1).filter(takes);
  const [least = 1, most = least] = [amounts[0], amounts.at(-1)];
  if (count > most) return `${field.label}ได้ไม่เกิน ${most} ${thing}นะคะ`;
  return `แนบ${field.label}อย่างน้อย ${least} ${thing}นะคะ`;
}

function ofGrid(field: Field, given: unknown): string {
  const levels = typeof given === "object" && given !== null ? (given as Record<string, unknown>) : {};
  const open = field.items?.find(({ value }) => ![1, 2, 3, 4, 5].includes(Number(levels[value])));
  return open ? `เลือกระดับของ “${open.label}” ด้วยนะคะ` : `${field.label} ขอระดับ 1 ถึง 5 ทุกข้อนะคะ`;
}

/** "รายการที่ 2 จำนวน: ขอเป็นจำนวนเต็ม …" */
const inRow = (field: Field, { row, column, message }: CellProblem) => {
  const asked = field.rows?.columns[column];
  const namesIt = asked !== undefined && message.startsWith(`${deedOf(asked)}${asked.label}`);
  return namesIt ? `รายการที่ ${row + 1}: ${message}` : `รายการที่ ${row + 1} ${asked?.label ?? column}: ${message}`;
};

function ofRows(field: Field, given: unknown): string {
  const spec = field.rows;
  if (!Array.isArray(given)) return field.expected;
  const rows: unknown[] = given;
  const [first] = spec ? cellProblems(spec, rows) : [];
  if (first) return inRow(field, first);
  const [issue] = field.schema.safeParse(given).error?.issues ?? [];
  if (issue?.code === "too_big") return `${field.label}ได้ไม่เกิน ${issue.maximum} รายการนะคะ`;
  if (issue?.code === "too_small") return `กรอก${field.label}อย่างน้อย ${issue.minimum} รายการนะคะ`;
  return `${field.label}มีช่องที่แบบนี้ไม่มีค่ะ เปิดหน้านี้ใหม่แล้วกรอกอีกครั้งนะคะ`;
}
