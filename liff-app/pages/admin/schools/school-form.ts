import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";

const fields = {
  name: textField({ label: "ชื่อโรงเรียน", max: 120, min: 2, needsWords: true }),
  district: textField({ label: "อำเภอ", max: 80, optional: true }),
  zone: textField({ label: "โซน", help: "ใช้แบ่งงานเจ้าหน้าที่ เช่น A", max: 40, optional: true }),
  phone: textField({ label: "เบอร์โทร", max: 60, optional: true }),
};

/** What the directory says of a school. */
export const schoolForm = defineForm({ id: "school", version: 1, title: "โรงเรียน", fields });

/** A new one: its code stands for it from then on. */
export const newSchoolForm = defineForm({
  id: "new-school",
  version: 1,
  title: "เพิ่มโรงเรียน",
  fields: { code: textField({ label: "รหัสโรงเรียน", help: "ตัวเลขหรืออักษรอังกฤษ ไม่เกิน 20 ตัว เปลี่ยนภายหลังไม่ได้", max: 20 }), ...fields },
});

type SchoolWords = { name: string; district: string; zone: string; phone: string };

/** A form's answers as the server takes them: what was left out is empty. */
export function schoolWords(answers: { [K in keyof SchoolWords]?: unknown }): SchoolWords {
  const of = (value: unknown) => (typeof value === "string" ? value : "");
  return { name: of(answers.name), district: of(answers.district), zone: of(answers.zone), phone: of(answers.phone) };
}
