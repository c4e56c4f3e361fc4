import type { ValueOf } from "#models/fields/field.ts";
import { choiceField } from "#models/fields/kinds/choice.ts";
import { numberField } from "#models/fields/kinds/number.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { sectionColumn, surveyFields, takesAnswersYet } from "#models/requests/parts/survey-fields.ts";

const { title, introduction, audience, until } = surveyFields();

const indicators = rowsField({
  label: "ตัวชี้วัด",
  question: "ประเมินตัวชี้วัดอะไรบ้างคะ",
  help: "หนึ่งแถวต่อหนึ่งตัวชี้วัด ให้คะแนนห้าระดับ หรือเป็นคะแนนเต็มที่กำหนดเอง",
  columns: {
    section: sectionColumn(),
    text: textField({ label: "ตัวชี้วัด", max: 250, min: 3 }),
    kind: choiceField({ label: "ให้คะแนนแบบ", choices: { rating: "ห้าระดับ", score: "คะแนน" } }),
    full: numberField({ label: "คะแนนเต็ม", min: 1, max: 1_000, optional: true }),
  },
  max: 60,
});
export type IndicatorRow = ValueOf<typeof indicators>[number];

export const assessmentForm = defineForm({
  id: "assessment",
  version: 1,
  title: "แบบประเมิน",
  manualTitles: ["แบบประเมิน"],
  fields: { title, introduction, audience, until, indicators },
  rules: [
    takesAnswersYet,
    {
      at: "indicators",
      message: "ตัวชี้วัดที่ให้เป็นคะแนน ใส่คะแนนเต็มด้วยนะคะ เช่น 10",
      holds: ({ indicators: rows }) => (rows ?? []).every(({ kind, full }) => kind !== "score" || full !== undefined),
    },
  ],
  sections: [
    { title: "เรื่องที่ประเมิน", fields: ["title", "introduction", "audience", "until"] },
    { title: "ตัวชี้วัดและคะแนน", fields: ["indicators"] },
  ],
  examples: [
    {
      title: "ประเมินโปรแกรมยืมคืนอุปกรณ์",
      introduction: "ให้คะแนนตามที่ใช้จริงในภาคเรียนนี้ ผลใช้ตัดสินใจพัฒนาต่อ",
      audience: "schools",
      until: "2026-12-25",
      indicators: [
        { section: "การใช้งาน", text: "หน้าจอใช้ง่าย", kind: "rating" },
        { section: "การใช้งาน", text: "ทำงานได้เร็ว", kind: "rating" },
        { section: "ผลที่ได้", text: "ลดเวลาค้นหาอุปกรณ์", kind: "score", full: 10 },
      ],
    },
  ],
});
