import type { ValueOf } from "#models/fields/field.ts";
import { choiceField } from "#models/fields/kinds/choice.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { yesNoField } from "#models/fields/kinds/yes-no.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { optionsIn, sectionColumn, surveyFields, takesAnswersYet } from "#models/requests/parts/survey-fields.ts";

const { title, introduction, audience, until } = surveyFields();

const questions = rowsField({
  label: "ข้อคำถาม",
  question: "ถามอะไรบ้างคะ",
  help: "หนึ่งแถวต่อหนึ่งข้อ ข้อที่ให้ผู้ตอบเลือก ใส่ตัวเลือกคั่นด้วยจุลภาค",
  columns: {
    section: sectionColumn(),
    text: textField({ label: "ข้อความ", max: 250, min: 3 }),
    kind: choiceField({ label: "ตอบแบบ", choices: { rating: "ห้าระดับ", choice: "เลือกหนึ่งข้อ", open: "พิมพ์ตอบเอง" } }),
    options: textField({ label: "ตัวเลือก", max: 500, optional: true, help: "เช่น คอมพิวเตอร์, แท็บเล็ต, โทรศัพท์" }),
  },
  max: 60,
});
export type QuestionRow = ValueOf<typeof questions>[number];

export const questionnaireForm = defineForm({
  id: "questionnaire",
  version: 1,
  title: "แบบสอบถาม",
  manualTitles: ["แบบสอบถาม"],
  fields: {
    title,
    introduction,
    audience,
    anonymous: yesNoField({
      label: "การระบุชื่อผู้ตอบ",
      question: "ให้ตอบแบบไม่ระบุชื่อไหมคะ",
      help: "ไม่ระบุชื่อ: ระบบไม่เก็บว่าใครตอบอะไร และแสดงผลเมื่อปิดรับแล้ว มีผู้ตอบตั้งแต่ 5 คน",
      yes: "ไม่ระบุชื่อ",
      no: "ระบุชื่อ",
    }),
    until,
    questions,
  },
  rules: [
    takesAnswersYet,
    {
      at: "questions",
      message: "ข้อที่ให้เลือกหนึ่งข้อ ใส่ตัวเลือกอย่างน้อยสองตัวคั่นด้วยจุลภาคนะคะ เช่น ใช่, ไม่ใช่",
      holds: ({ questions: rows }) => (rows ?? []).every(({ kind, options }) => kind !== "choice" || optionsIn(options).length > 1),
    },
    {
      at: "questions",
      message: "ช่องตัวเลือกมีไว้สำหรับข้อที่ให้เลือกหนึ่งข้อนะคะ ข้ออื่นเว้นว่างได้เลยค่ะ",
      holds: ({ questions: rows }) => (rows ?? []).every(({ kind, options }) => kind === "choice" || options === undefined),
    },
  ],
  sections: [
    { title: "เรื่องที่สอบถาม", fields: ["title", "introduction", "audience", "anonymous", "until"] },
    { title: "ข้อคำถาม", fields: ["questions"] },
  ],
  examples: [
    {
      title: "ความพึงพอใจต่อการอบรมใช้งาน LMS",
      introduction: "ใช้ปรับปรุงการอบรมรุ่นต่อไป ใช้เวลาตอบประมาณสองนาที",
      audience: "schools",
      anonymous: true,
      until: "2026-12-25",
      questions: [
        { section: "การอบรม", text: "เนื้อหาตรงกับงานที่ทำ", kind: "rating" },
        { section: "การอบรม", text: "วิทยากรอธิบายเข้าใจง่าย", kind: "rating" },
        { section: "การอบรม", text: "ระยะเวลาเหมาะสม", kind: "rating" },
        { section: "การนำไปใช้", text: "ใช้อุปกรณ์ใดสอนบ่อยที่สุด", kind: "choice", options: "คอมพิวเตอร์, แท็บเล็ต, โทรศัพท์" },
        { section: "การนำไปใช้", text: "อยากให้อบรมเรื่องใดต่อไป", kind: "open" },
      ],
    },
  ],
});
