import { dateField } from "#models/fields/kinds/date.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { attachmentsField, periodField, recordNumberField } from "#models/requests/parts/report-fields.ts";

export const studyReportForm = defineForm({
  id: "study_report",
  version: 1,
  title: "รายงานผลการศึกษาวิเคราะห์",
  manualTitles: ["แบบรายงานผลการศึกษาวิเคราะห์"],
  fields: {
    topic: textField({ label: "เรื่องที่ศึกษา", question: "รายงานผลการศึกษาเรื่องอะไรคะ", needsWords: true, max: 200 }),
    recordNumber: recordNumberField("ศว-2570-000004"),
    period: periodField("ช่วงที่ศึกษา", "ศึกษาตั้งแต่วันไหนถึงวันไหนคะ"),
    findings: textField({ label: "ข้อค้นพบ", question: "พบอะไรบ้างคะ", needsWords: true, max: 3000 }),
    conclusion: textField({
      label: "สรุปผลการศึกษา",
      question: "สรุปได้ว่าอย่างไรคะ",
      help: "ตอบประเด็นที่ตั้งไว้ให้ครบค่ะ",
      needsWords: true,
      max: 3000,
    }),
    proposals: rowsField({
      label: "ข้อเสนอ",
      question: "เสนอให้ทำอะไรบ้างคะ",
      help: "หนึ่งแถวต่อหนึ่งข้อ บอกผู้รับผิดชอบด้วยค่ะ",
      columns: {
        proposal: textField({ label: "ข้อเสนอ", max: 300, min: 2 }),
        responsible: textField({ label: "ผู้รับผิดชอบ", max: 120 }),
        by: dateField({ label: "ภายในวันที่", optional: true }),
      },
      max: 20,
    }),
    nextPlan: textField({
      label: "แผนถัดไป",
      question: "จะทำอะไรต่อคะ",
      help: "เช่น ทดลองแบบเก็บข้อมูลใหม่กับห้าโรงเรียนในภาคเรียนหน้า",
      needsWords: true,
      max: 2000,
    }),
    attachments: attachmentsField("เช่น รายงานฉบับเต็ม ตารางสรุป"),
  },
  sections: [
    { title: "เรื่องที่ศึกษา", fields: ["topic", "recordNumber", "period"] },
    { title: "ผลการศึกษา", fields: ["findings", "conclusion"] },
    { title: "ข้อเสนอและแผน", fields: ["proposals", "nextPlan", "attachments"] },
  ],
  examples: [
    {
      topic: "ความครบถ้วนของข้อมูลนักเรียนในระบบ DMC",
      recordNumber: "ศว-2570-000004",
      period: { from: "2026-11-16", until: "2026-12-11" },
      findings: "ช่องที่ขาดบ่อยคือเบอร์โทรผู้ปกครองและพิกัดบ้าน",
      conclusion: "ข้อมูลขาดเพราะแบบเก็บข้อมูลของโรงเรียนไม่ตรงกับระบบ แก้ได้ด้วยแบบกลางของเขตพื้นที่",
      proposals: [
        { proposal: "จัดทำแบบเก็บข้อมูลกลางที่เรียงตามระบบ", responsible: "กลุ่มงานบริการเทคโนโลยีสารสนเทศ", by: "2026-12-31" },
        { proposal: "อบรมครูผู้รับผิดชอบระบบ", responsible: "ศูนย์ ICT" },
      ],
      nextPlan: "ทดลองแบบเก็บข้อมูลกับโรงเรียนห้าแห่ง แล้ววัดความครบถ้วนซ้ำในรอบถัดไป",
      attachments: ["sample-file"],
    },
  ],
});
