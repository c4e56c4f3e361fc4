import { gridField } from "#models/fields/kinds/grid.ts";
import { numberField } from "#models/fields/kinds/number.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";
import {
  attachmentsField,
  periodField,
  picturesField,
  problemsField,
  recordNumberField,
  suggestionsField,
} from "#models/requests/parts/report-fields.ts";

const figure = (label: string) => numberField({ label, min: -100_000_000, max: 100_000_000 });

export const ictDevReportForm = defineForm({
  id: "ict_dev_report",
  version: 1,
  title: "รายงานผลการพัฒนา ปรับปรุง และประยุกต์ใช้ ICT",
  manualTitles: ["แบบรายงานผลการพัฒนา ปรับปรุง และประยุกต์ใช้ ICT"],
  fields: {
    work: textField({ label: "ชื่องานที่พัฒนา", question: "รายงานผลงานที่พัฒนาเรื่องอะไรคะ", needsWords: true, max: 200 }),
    recordNumber: recordNumberField("พป-2570-000003"),
    period: periodField("ช่วงที่ใช้งาน", "ใช้งานตั้งแต่วันไหนถึงวันไหนคะ"),
    development: textField({ label: "สิ่งที่พัฒนา", question: "พัฒนาอะไรขึ้นบ้างคะ", needsWords: true, max: 3000 }),
    users: textField({ label: "ผู้ใช้", question: "ใครเป็นผู้ใช้คะ", needsWords: true, max: 300 }),
    userCount: numberField({ label: "จำนวนผู้ใช้จริง", question: "มีผู้ใช้จริงกี่คนคะ", whole: true, max: 100_000, unit: "คน" }),
    effects: rowsField({
      label: "ผลก่อน–หลัง",
      question: "ก่อนและหลังพัฒนาต่างกันอย่างไรคะ",
      help: "วัดเรื่องเดียวกันทั้งสองครั้ง เช่น เวลาทำรายชื่อ 2 วัน เหลือ 1 ชั่วโมง",
      columns: {
        measure: textField({ label: "เรื่องที่วัด", max: 200, min: 2 }),
        before: figure("ก่อน"),
        after: figure("หลัง"),
        unit: textField({ label: "หน่วย", max: 40 }),
      },
      computed: { change: { label: "เปลี่ยนไป", kind: "number", of: ({ before = 0, after = 0 }) => after - before } },
      max: 20,
    }),
    satisfaction: gridField({
      label: "ความพึงพอใจของผู้ใช้",
      question: "ผู้ใช้พอใจเรื่องต่อไปนี้ระดับไหนคะ",
      help: "ให้ระดับตามที่ผู้ใช้ส่วนใหญ่ตอบ ยังไม่ได้ถามก็เว้นไว้ค่ะ",
      items: { easy: "ใช้งานง่าย", fast: "ช่วยให้งานเร็วขึ้น", right: "ข้อมูลถูกต้อง", help: "มีคนช่วยเมื่อติดขัด" },
      optional: true,
    }),
    conclusion: textField({ label: "สรุปผล", question: "สรุปผลได้ว่าอย่างไรคะ", needsWords: true, max: 3000 }),
    problems: problemsField(),
    suggestions: suggestionsField(),
    nextPlan: textField({ label: "แผนพัฒนาต่อ", question: "จะพัฒนาอะไรต่อคะ", max: 2000, optional: true }),
    photos: picturesField(),
    attachments: attachmentsField("เช่น คู่มือ ผลแบบสอบถาม"),
  },
  rules: [
    {
      at: "effects",
      message: "ขอผลอย่างน้อยหนึ่งเรื่องที่ก่อนและหลังต่างกันนะคะ เช่น เวลาทำรายชื่อ ก่อน 16 หลัง 1 ชั่วโมง",
      holds: ({ effects, problems }) => problems !== undefined || (effects ?? []).some(({ before, after }) => before !== after),
    },
  ],
  sections: [
    { title: "งานที่พัฒนา", fields: ["work", "recordNumber", "period", "development"] },
    { title: "ผู้ใช้และผล", fields: ["users", "userCount", "effects", "satisfaction"] },
    { title: "สรุปและแผน", fields: ["conclusion", "problems", "suggestions", "nextPlan"] },
    { title: "เอกสารประกอบ", fields: ["photos", "attachments"] },
  ],
  examples: [
    {
      work: "ระบบรับสมัครอบรมออนไลน์",
      recordNumber: "พป-2570-000003",
      period: { from: "2026-12-01", until: "2026-12-25" },
      development: "แบบสมัครบนเว็บที่ตรวจที่นั่งทันที ออกใบตอบรับ และส่งรายชื่อให้วิทยากร",
      users: "ครูผู้สมัครอบรมและเจ้าหน้าที่กลุ่มพัฒนาครู",
      userCount: 214,
      effects: [
        { measure: "เวลาทำรายชื่อผู้เข้าอบรมต่อหลักสูตร", before: 16, after: 1, unit: "ชั่วโมง" },
        { measure: "รายชื่อที่พิมพ์ผิดต่อหลักสูตร", before: 9, after: 0, unit: "รายชื่อ" },
      ],
      satisfaction: { easy: 4, fast: 5, right: 5, help: 4 },
      conclusion: "ลดงานพิมพ์ซ้ำ ครูรู้ผลการสมัครทันที ใช้กับทุกหลักสูตรได้",
      problems: "ครูบางคนไม่มีอีเมลที่ใช้อยู่ จึงรับใบตอบรับช้า",
      suggestions: "ส่งใบตอบรับทางไลน์เพิ่มอีกทาง",
      nextPlan: "เพิ่มการออกวุฒิบัตรอิเล็กทรอนิกส์",
      photos: ["sample-photo"],
      attachments: ["sample-file"],
    },
  ],
});
