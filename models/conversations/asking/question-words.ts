import type { Field, FieldKind } from "#models/fields/field.ts";
import type { Asking } from "./ask-field.ts";
import { ratedSoFar } from "./grid-rows.ts";

/** How a kind asks where the form has no question of its own. */
const asks: Partial<Record<FieldKind, (label: string) => string>> = {
  choices: (label) => `${label} ข้อไหนบ้างคะ`,
  "yes-no": (label) => `${label} ใช่ไหมคะ`,
  time: (label) => `${label} กี่โมงคะ`,
  "date-time": (label) => `${label} วันไหน กี่โมงคะ`,
  "date-range": (label) => `${label} ตั้งแต่วันไหนถึงวันไหนคะ`,
  percentage: (label) => `${label} ร้อยละเท่าไรคะ`,
  grid: (label) => `${label} ให้ระดับไหนคะ`,
  consent: () => "ยอมรับไหมคะ",
  rows: (label) => `${label} มีอะไรบ้างคะ`,
  files: (label) => `ขอ${label}ด้วยได้ไหมคะ`,
  signature: (label) => `ขอ ${label} ได้ไหมคะ`,
};

/** The question of a field with what one needs to know to answer it. */
export function questionOf(asking: Asking): string {
  const { field, words } = asking;
  const question = words ?? field.question ?? asks[field.kind]?.(field.label) ?? `${field.label}คืออะไรคะ`;
  const more = explained(asking);
  return field.kind === "consent" ? `${field.statement ?? field.label}\n${question}` : [question, ...more].join("\n");
}

function explained({ field, open, value, elsewhere }: Asking): string[] {
  switch (field.kind) {
    case "choices":
      return [chosenWords(field, value)];
    case "date-range":
      return ["พิมพ์เช่น 22-25 พ.ย. หรือ พรุ่งนี้ 3 วัน"];
    case "grid":
      return [rowWords(field, open.typed)];
    case "rows":
    case "signature":
    case "files":
      return elsewhere ? [pageWords(field, elsewhere.phone)] : [];
    default:
      return [];
  }
}

function chosenWords(field: Field, value: unknown): string {
  const isAny = Array.isArray(value) && value.length > 0;
  return isAny ? `เลือกแล้ว: ${field.show(value)}` : "กดได้หลายข้อ แล้วกด เลือกครบแล้ว";
}

/** "ข้อ 2 จาก 4: ความสุภาพ": what is rated now. */
function rowWords({ items = [] }: Field, typed: string | null): string {
  const rated = ratedSoFar(typed).length;
  const row = `ข้อ ${rated + 1} จาก ${items.length}: ${items[rated]?.label ?? ""}`;
  const example = items.map((_, at) => (at % 2 === 0 ? 5 : 4)).join(" ");
  return rated === 0 && items.length > 1 ? `${row}\nหรือพิมพ์ทีเดียว เช่น ${example}` : row;
}

function pageWords({ kind, isTyped }: Field, phone: string): string {
  const orCall = phone ? ` ถ้าเปิดไม่ได้โทร ${phone}` : "";
  if (isTyped) return "พิมพ์ในแชตนี้ หรือกรอกทีละแถวในแบบเต็มก็ได้ค่ะ";
  return kind === "files" ? `ส่งรูปในแชตนี้ หรือแนบไฟล์ในแบบเต็มค่ะ${orCall}` : `กรอกส่วนนี้ในแบบเต็มค่ะ${orCall}`;
}
