import { choiceField } from "#models/fields/kinds/choice.ts";
import { choicesField } from "#models/fields/kinds/choices.ts";
import { gridField } from "#models/fields/kinds/grid.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { behindSaysWhy, monitorFields } from "#models/requests/parts/monitor-fields.ts";
import { requesterFields, sampleRequester } from "#models/requests/parts/requester-fields.ts";

const { period, indicators, progress, problems, photos, attachments } = monitorFields();

export const monitorFeedbackForm = defineForm({
  id: "monitor_feedback",
  version: 1,
  title: "ติดตาม ประเมินผลและรับข้อเสนอแนะ",
  manualTitles: ["แบบติดตาม ประเมินผลและรับข้อเสนอแนะจากผู้เกี่ยวข้อง"],
  fields: {
    ...requesterFields(),
    side: choiceField({
      label: "ตอบในฐานะ",
      question: "ตอบในฐานะอะไรคะ",
      choices: { user: "ผู้ใช้บริการ", school: "ผู้รายงานของโรงเรียน", monitor: "ผู้ติดตามของเขต" },
    }),
    services: choicesField({
      label: "เรื่องที่ให้ความเห็น",
      question: "ให้ความเห็นเรื่องไหนบ้างคะ",
      choices: {
        website: "เว็บไซต์ของเขต",
        news: "ข่าวและประชาสัมพันธ์",
        training: "การอบรม",
        learning: "แหล่งเรียนรู้ออนไลน์",
        other: "เรื่องอื่น",
      },
    }),
    otherService: textField({ label: "เรื่องอื่น", question: "เรื่องอื่นคือเรื่องอะไรคะ", needsWords: true, max: 120 }),
    period,
    satisfaction: gridField({
      label: "ความพึงพอใจ",
      question: "พอใจเรื่องต่อไปนี้ระดับไหนคะ",
      items: {
        found: "หาข้อมูลที่ต้องการพบ",
        current: "ข้อมูลถูกต้องเป็นปัจจุบัน",
        pleasant: "ใช้งานหรือเข้าร่วมสะดวก",
        useful: "นำไปใช้ประโยชน์ได้",
        service: "การให้บริการของเจ้าหน้าที่",
      },
    }),
    good: textField({ label: "สิ่งที่ดีอยู่แล้ว", question: "ชอบเรื่องไหนบ้างคะ", max: 1000, optional: true }),
    problems,
    suggestions: textField({
      label: "ข้อเสนอแนะ",
      question: "อยากให้ปรับปรุงอะไรคะ",
      help: "เช่น อยากให้ดาวน์โหลดแบบฟอร์มได้จากหน้าแรก",
      needsWords: true,
      max: 2000,
    }),
    indicators,
    progress,
    photos,
    attachments,
  },
  shownWhen: {
    otherService: ({ services }) => services?.includes("other") ?? false,
    // Those who only use what is offered have no indicators to report.
    indicators: ({ side }) => side === "school" || side === "monitor",
    progress: ({ side }) => side === "school" || side === "monitor",
  },
  rules: [{ ...behindSaysWhy, message: "มีตัวชี้วัดที่ผลต่ำกว่าเป้า ขอปัญหาที่พบด้วยนะคะ เช่น ข่าวส่งมาไม่ครบทุกกลุ่ม" }],
  sections: [
    { title: "ผู้ให้ความเห็น", fields: ["school", "phone", "side"] },
    { title: "เรื่องที่ให้ความเห็น", fields: ["services", "otherService", "period"] },
    { title: "ผลตามตัวชี้วัด", fields: ["indicators", "progress"] },
    { title: "ความพึงพอใจและข้อเสนอแนะ", fields: ["satisfaction", "good", "problems", "suggestions"] },
    { title: "เอกสารประกอบ", fields: ["photos", "attachments"] },
  ],
  examples: [
    {
      ...sampleRequester,
      side: "monitor",
      services: ["website", "news", "other"],
      otherService: "ปฏิทินกิจกรรมของเขตพื้นที่",
      period: { from: "2026-10-01", until: "2026-12-31" },
      satisfaction: { found: 4, current: 4, pleasant: 5, useful: 4, service: 5 },
      good: "ข่าวขึ้นเร็ว อ่านบนมือถือได้",
      problems: "หน่วยงานส่งข่าวมาไม่ครบทุกกลุ่ม",
      suggestions: "ทำหน้ารวมแบบฟอร์มให้ดาวน์โหลดได้จากหน้าแรก",
      indicators: [{ indicator: "ข่าวที่เผยแพร่", target: 90, result: 84, unit: "ข่าว" }],
      progress: 70,
      photos: ["sample-photo"],
      attachments: ["sample-file"],
    },
    {
      ...sampleRequester,
      side: "user",
      services: ["training"],
      period: { from: "2026-12-14", until: "2026-12-15" },
      satisfaction: { found: 5, current: 5, pleasant: 4, useful: 5, service: 5 },
      suggestions: "อยากให้มีคลิปย้อนหลังให้ทบทวน",
    },
  ],
});
