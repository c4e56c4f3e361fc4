import { choicesField } from "#models/fields/kinds/choices.ts";
import { gridField } from "#models/fields/kinds/grid.ts";
import { percentageField } from "#models/fields/kinds/number.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { yesNoField } from "#models/fields/kinds/yes-no.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { behindSaysWhy, monitorFields } from "#models/requests/parts/monitor-fields.ts";
import { requesterFields, sampleRequester } from "#models/requests/parts/requester-fields.ts";
import { systemLabels } from "#models/requests/parts/systems.ts";

const { period, indicators, progress, problems, suggestions, photos, attachments } = monitorFields();

export const monitorInfoForm = defineForm({
  id: "monitor_info",
  version: 1,
  title: "ติดตาม การประเมินผลระบบข้อมูลสารสนเทศ",
  manualTitles: ["แบบติดตาม การประเมินผลระบบข้อมูลสารสนเทศเพื่อการบริหารและการจัดการเรียนรู้"],
  fields: {
    ...requesterFields(),
    period,
    systems: choicesField({ label: "ระบบที่ติดตาม", question: "ติดตามระบบไหนบ้างคะ", choices: systemLabels }),
    otherSystem: textField({ label: "ชื่อระบบอื่น", question: "ระบบอื่นชื่ออะไรคะ", needsWords: true, max: 120 }),
    usedFor: choicesField({
      label: "นำข้อมูลไปใช้ด้าน",
      question: "นำข้อมูลไปใช้ด้านไหนบ้างคะ",
      choices: { administration: "การบริหาร", learning: "การจัดการเรียนรู้", budget: "งบประมาณ", people: "บุคลากร" },
    }),
    completeness: percentageField({
      label: "ข้อมูลครบถ้วน",
      question: "ข้อมูลครบถ้วนร้อยละเท่าไรคะ",
      help: "รายการที่กรอกครบเทียบกับทั้งหมด เช่น 96.5",
    }),
    onTime: yesNoField({ label: "ส่งข้อมูลทันกำหนด", question: "ส่งข้อมูลทันกำหนดไหมคะ", yes: "ทัน", no: "ไม่ทัน" }),
    lateBecause: textField({ label: "เหตุที่ส่งไม่ทัน", question: "ส่งไม่ทันเพราะอะไรคะ", needsWords: true, max: 500 }),
    indicators,
    progress,
    satisfaction: gridField({
      label: "ความพึงพอใจต่อระบบ",
      question: "พอใจเรื่องต่อไปนี้ระดับไหนคะ",
      items: {
        easy: "ใช้งานง่าย",
        correct: "ข้อมูลถูกต้องเป็นปัจจุบัน",
        useful: "นำไปใช้ตัดสินใจได้จริง",
        less: "ลดงานกรอกซ้ำ",
        support: "การช่วยเหลือเมื่อมีปัญหา",
      },
    }),
    problems,
    suggestions,
    photos,
    attachments,
  },
  shownWhen: {
    otherSystem: ({ systems }) => systems?.includes("other") ?? false,
    lateBecause: ({ onTime }) => onTime === false,
  },
  rules: [behindSaysWhy],
  sections: [
    { title: "ผู้รายงาน", fields: ["school", "phone", "period"] },
    { title: "ระบบและคุณภาพข้อมูล", fields: ["systems", "otherSystem", "usedFor", "completeness", "onTime", "lateBecause"] },
    { title: "ผลตามตัวชี้วัด", fields: ["indicators", "progress"] },
    { title: "ความพึงพอใจและข้อเสนอแนะ", fields: ["satisfaction", "problems", "suggestions"] },
    { title: "เอกสารประกอบ", fields: ["photos", "attachments"] },
  ],
  examples: [
    {
      ...sampleRequester,
      period: { from: "2026-10-01", until: "2026-12-31" },
      systems: ["dmc", "schoolmis", "other"],
      otherSystem: "ระบบเยี่ยมบ้านของโรงเรียน",
      usedFor: ["administration", "learning"],
      completeness: 96.5,
      onTime: false,
      lateBecause: "นักเรียนย้ายเข้าวันสุดท้ายสามคน เอกสารยังไม่ครบ",
      indicators: [
        { indicator: "นักเรียนที่ข้อมูลครบทุกช่อง", target: 320, result: 309, unit: "คน" },
        { indicator: "รายวิชาที่บันทึกผลการเรียนแล้ว", target: 48, result: 48, unit: "วิชา" },
      ],
      progress: 88,
      satisfaction: { easy: 3, correct: 4, useful: 4, less: 2, support: 5 },
      problems: "ต้องกรอกข้อมูลชุดเดียวกันในสองระบบ",
      suggestions: "ขอให้เชื่อมทะเบียนนักเรียนกับระบบวัดผลโดยตรง",
      photos: ["sample-photo"],
      attachments: ["sample-file"],
    },
  ],
});
