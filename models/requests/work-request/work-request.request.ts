import type { Understanding } from "#models/conversations/understanding.ts";
import { stripPoliteness } from "#models/fields/thai/polite.ts";
import { defineRequestType } from "#models/requests/define-request-type.ts";
import { categoryOfWork, groupOfWork, processOfWork, workKindIn, workKinds } from "./work-kinds.ts";
import { workRequestForm } from "./work-request.form.ts";
import { workRequestWorkflow } from "./work-request.workflow.ts";

// Shorter words only name the form: "ขอติดตั้ง".
const tellsEnough = 14;

export const workRequest = defineRequestType({
  form: workRequestForm,
  workflow: workRequestWorkflow,
  conversation: {
    startsOn: { intents: [], phrases: ["ขอให้ดำเนินการ", "ขอให้ทำงาน", "ขอติดตั้ง", "ขอย้าย", "ขอเดินสาย", "ขอลงโปรแกรม", "ขออบรม"] },
    opening: "ขอให้ศูนย์ทำงานให้ได้เลยค่ะ",
    steps: [
      { field: "kind" },
      { field: "detail" },
      { field: "program" },
      { field: "licence" },
      { field: "machines" },
      { field: "points" },
      { field: "place" },
      { field: "moveTo" },
      { field: "page" },
      { field: "lesson" },
      { field: "source" },
      { field: "trainingArea" },
      { field: "people" },
      { field: "neededOn" },
      { field: "school" },
    ],
    story: "detail",
    days: { from: "neededOn" },
    prefill({ entities }: Understanding, text: string) {
      const kind = workKindIn(text);
      const detail = stripPoliteness(text);
      return {
        ...(kind ? { kind } : {}),
        ...(kind && detail.length >= tellsEnough ? { detail: detail.slice(0, 2000) } : {}),
        ...(entities.place ? { place: entities.place } : {}),
        ...(entities.phone ? { phone: entities.phone } : {}),
      };
    },
  },
  code: { thai: "ง", ascii: "WRK" },
  name: "ขอให้ดำเนินการ",
  icon: "work",
  about: "ติดตั้ง ย้าย เดินสาย ลงโปรแกรม เว็บไซต์ สื่อ LMS อบรม",
  keywords: [
    "ติดตั้ง",
    "ย้าย",
    "เดินสาย",
    "เพิ่มจุด",
    "ลงโปรแกรม",
    "ลงวินโดวส์",
    "ลง windows",
    "ลง office",
    "อัปเกรด",
    "อัพเกรด",
    "ตั้งค่า",
    "พัฒนาโปรแกรม",
    "เขียนโปรแกรม",
    "ทำเว็บ",
    "ลงข่าว",
    "ประชาสัมพันธ์",
    "ทำสื่อ",
    "ผลิตสื่อ",
    "ตัดต่อ",
    "ถ่ายวิดีโอ",
    "บทเรียน",
    "ขออบรม",
    "จัดอบรม",
    "วิทยากร",
    "ขอใช้ห้อง",
    "ขอพื้นที่",
    "ขอให้",
  ],
  processes: [2],
  // "เดินสายแลนไปห้องสมุด" names its kind already.
  subject: ({ kind, detail = "" }) => [kind && !detail.includes(workKinds[kind]) ? workKinds[kind] : "", detail].filter(Boolean).join(" "),
  category: categoryOfWork,
  process: processOfWork,
  group: groupOfWork,
});
