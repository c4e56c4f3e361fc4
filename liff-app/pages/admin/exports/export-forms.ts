import type { WantedExport } from "#models/contracts/admin/exports.contract.ts";
import { choiceField } from "#models/fields/kinds/choice.ts";
import { dateField } from "#models/fields/kinds/date.ts";
import { categoryLabels } from "#models/requests/categories.ts";
import { type Answers, defineForm, type Fields } from "#models/requests/define-form.ts";
import { groupOf } from "#models/requests/routing.ts";

const categories = Object.keys(categoryLabels) as (keyof typeof categoryLabels)[];
const groups = [...new Set(categories.map(groupOf))].sort();

const span = { from: dateField({ label: "ตั้งแต่วันที่" }), until: dateField({ label: "ถึงวันที่", help: "นับวันนั้นด้วย" }) };
const narrowing = {
  state: choiceField({ label: "สถานะ", choices: { all: "ทุกงาน", open: "ยังไม่จบ", closed: "จบแล้ว" } }),
  group: choiceField({
    label: "กลุ่มงาน",
    choices: Object.fromEntries(groups.map((group) => [String(group), `กลุ่มงานที่ ${group}`])),
    optional: true,
  }),
  category: choiceField({ label: "ประเภท", choices: categoryLabels, optional: true }),
};

const ofDays = <F extends Fields>(id: string, title: string, fields: F) =>
  defineForm<typeof span & F>({
    id,
    version: 1,
    title,
    fields: { ...span, ...fields },
    rules: [
      {
        at: "until",
        message: "วันสิ้นสุดต้องไม่ก่อนวันเริ่มนะคะ",
        holds: (answers: Answers) => answers.until === undefined || String(answers.until) >= String(answers.from ?? ""),
      },
    ],
  });

/** What can be taken away: its name, what it is for, and what has to be said about it. */
export const exportKinds = {
  requests: { label: "งานที่แจ้ง", words: "ตามช่วงวันที่แจ้ง สูงสุด 50,000 แถว", form: ofDays("export-requests", "งานที่แจ้ง", narrowing) },
  schools: { label: "โรงเรียน", words: "แก้ใน Excel แล้วนำเข้ากลับได้", form: null },
  people: { label: "บุคลากร", words: "มีข้อมูลส่วนบุคคล เก็บไฟล์ให้ปลอดภัย แก้แล้วนำเข้ากลับได้", form: null },
  holidays: { label: "วันหยุด", words: "แก้ใน Excel แล้วนำเข้ากลับได้", form: null },
  changes: { label: "ประวัติการใช้งาน: การแก้ไข", words: "ผู้ดูแลแก้อะไร เมื่อไร", form: ofDays("export-changes", "ประวัติการใช้งาน", {}) },
  looks: { label: "ประวัติการใช้งาน: การเปิดดู", words: "ใครเปิดดูข้อมูลใคร เมื่อไร", form: ofDays("export-looks", "ประวัติการใช้งาน", {}) },
} as const;

export type ExportKind = keyof typeof exportKinds;

/** What the server is asked for; the form's gate has read the answers. */
export function wantedOf(kind: ExportKind, answers: Answers): WantedExport {
  if (kind === "schools" || kind === "people" || kind === "holidays") return { kind };
  const days = { from: String(answers.from), until: String(answers.until) };
  if (kind !== "requests") return { kind, ...days };
  return {
    kind,
    ...days,
    state: answers.state as "all" | "open" | "closed",
    group: answers.group === undefined ? null : Number(answers.group),
    category: (answers.category as keyof typeof categoryLabels | undefined) ?? null,
  };
}
