import type { Field } from "#models/fields/field.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";
import { isShown } from "#models/requests/define-form.ts";
import { parseAnswers } from "#models/requests/parse-answers.ts";

/** What people write under such a label. */
const wordsFor: [label: RegExp, words: string][] = [
  [/ความเห็น/, "เห็นควรดำเนินการตามที่เสนอ"],
  [/สาเหตุ/, "ลูกยางดึงกระดาษสึก"],
  [/วิธี/, "เปลี่ยนลูกยางดึงกระดาษและทำความสะอาดชุดลำเลียง"],
  [/อะไหล่/, "ลูกยางดึงกระดาษ 1 ชุด"],
  [/เลขที่|หมายเลข|ทะเบียน/, "7440-001-0012/69"],
  [/ผู้ขาย|ร้าน|ผู้เสนอ/, "ร้านตัวอย่างหนึ่ง"],
  [/ผู้ตรวจ|กรรมการ|ผู้รับ|ชื่อ/, "มานะ ใจงาม"],
  [/สภาพ|อุปกรณ์/, "ครบถ้วน ใช้งานได้ปกติ"],
  [/เหตุผล/, "จำเป็นต้องใช้ต่ออีกหนึ่งสัปดาห์"],
];

/** Values that somebody might give for a kind of field; the first that the field takes is taken. */
function candidates(field: Field): unknown[] {
  const { kind, label, choices = [], items = [], rows } = field;
  const [, written = "ดำเนินการเรียบร้อยแล้ว"] = wordsFor.find(([pattern]) => pattern.test(label)) ?? [];
  switch (kind) {
    case "text":
      return [written, "เรียบร้อย"];
    case "place":
      return ["ห้องประชุม ชั้น 2"];
    case "asset":
      return ["7440-001-0001/65"];
    case "choice":
      return choices.map(({ value }) => value);
    case "choices":
      return [choices.slice(0, 2).map(({ value }) => value)];
    case "yes-no":
    case "consent":
      return [true];
    case "number":
    case "rating":
    case "percentage":
      return [5, 1, 0, 10, 100, 1_000];
    case "money":
      return [1_250, 0];
    case "date":
      return ["2026-12-21"];
    case "time":
      return ["13:30"];
    case "date-time":
      return ["2026-12-14T13:30"];
    case "date-range":
      return [{ from: "2026-12-14", until: "2026-12-18" }];
    case "phone":
      return ["081-234-5678"];
    case "school":
      return [{ code: null, name: "โรงเรียนบ้านตัวอย่าง" }];
    case "person":
      return [{ id: "staff", name: "มานะ ใจงาม" }];
    case "photos":
    case "files":
      return [["sample-file"]];
    case "grid":
      return [Object.fromEntries(items.map(({ value }, at) => [value, 5 - (at % 2)]))];
    case "signature":
      return [[[60, 260, 180, 80, 260, 300, 380, 120, 520, 240, 700, 160, 940, 200]]];
    case "rows":
      return [[Object.fromEntries(Object.entries(rows?.columns ?? {}).map(([key, column]) => [key, plausible(column)]))]];
  }
}

function plausible(field: Field): unknown {
  return candidates(field).find((value) => field.schema.safeParse(value).success);
}

/**
 * Answers that a form takes, as somebody might give them: its own example where it has one, else a value of each kind.
 * @throws when the form refuses them
 */
export function plausibleAnswers(form: Form): Answers {
  const [example] = form.examples;
  if (example) return example;
  const answers: Answers = {};
  for (const [key, field] of Object.entries(form.fields)) {
    if (field.optional && (field.kind === "photos" || field.kind === "files")) continue;
    if (isShown(form, key, answers)) answers[key] = plausible(field);
  }
  const parsed = parseAnswers(form, answers);
  if (!parsed.ok) throw new Error(`form ${form.id} refuses what was thought up for it: ${JSON.stringify(parsed.problems)}`);
  return parsed.answers;
}
