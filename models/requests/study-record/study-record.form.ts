import { choiceField } from "#models/fields/kinds/choice.ts";
import { choicesField } from "#models/fields/kinds/choices.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { attachmentsField, periodField } from "#models/requests/parts/report-fields.ts";

export const studyRecordForm = defineForm({
  id: "study_record",
  version: 1,
  title: "บันทึกการศึกษาวิเคราะห์",
  manualTitles: ["แบบบันทึกการศึกษาวิเคราะห์"],
  fields: {
    topic: textField({
      label: "เรื่องที่ศึกษา",
      question: "ศึกษาวิเคราะห์เรื่องอะไรคะ",
      help: "เช่น ความครบถ้วนของข้อมูลนักเรียนในระบบ DMC",
      needsWords: true,
      max: 200,
    }),
    issue: textField({
      label: "ประเด็นที่ต้องการคำตอบ",
      question: "อยากรู้คำตอบเรื่องอะไรคะ",
      help: "เช่น ข้อมูลช่องไหนผิดบ่อย เพราะอะไร",
      needsWords: true,
      max: 1000,
    }),
    period: periodField("ช่วงที่ศึกษา", "ศึกษาตั้งแต่วันไหนถึงวันไหนคะ"),
    methods: choicesField({
      label: "วิธีศึกษา",
      question: "ศึกษาด้วยวิธีไหนบ้างคะ",
      choices: {
        documents: "ศึกษาเอกสาร",
        data: "วิเคราะห์ข้อมูลในระบบ",
        interview: "สัมภาษณ์ผู้ใช้",
        survey: "แบบสอบถาม",
        visit: "ลงพื้นที่สังเกต",
        trial: "ทดลองใช้",
        other: "วิธีอื่น",
      },
    }),
    otherMethod: textField({ label: "วิธีอื่น", question: "วิธีอื่นคืออะไรคะ", needsWords: true, max: 200 }),
    sources: rowsField({
      label: "แหล่งข้อมูล",
      question: "ใช้ข้อมูลจากไหนบ้างคะ",
      help: "หนึ่งแถวต่อหนึ่งแหล่ง เช่น ระบบ DMC · ข้อมูลนักเรียน ณ 10 พ.ย. 69",
      columns: {
        kind: choiceField({
          label: "ประเภท",
          choices: { system: "ระบบสารสนเทศ", document: "เอกสาร", people: "บุคคล", place: "สถานที่", web: "เว็บไซต์" },
        }),
        source: textField({ label: "แหล่งข้อมูล", max: 200, min: 2 }),
        detail: textField({ label: "รายละเอียด", max: 200, optional: true }),
      },
      max: 30,
    }),
    findings: textField({ label: "ข้อค้นพบ", question: "พบอะไรบ้างคะ", needsWords: true, max: 3000 }),
    limits: textField({
      label: "ข้อจำกัดของการศึกษา",
      question: "มีข้อจำกัดอะไรบ้างคะ",
      help: "เช่น ได้คำตอบจากบางโรงเรียนเท่านั้น",
      max: 1000,
      optional: true,
    }),
    attachments: attachmentsField("เช่น ตารางวิเคราะห์ แบบสัมภาษณ์"),
  },
  shownWhen: { otherMethod: ({ methods }) => methods?.includes("other") ?? false },
  rules: [
    {
      at: "sources",
      message: "เลือกสัมภาษณ์ไว้ ขอแหล่งข้อมูลประเภทบุคคลด้วยนะคะ เช่น ครูผู้รับผิดชอบระบบ 5 คน",
      holds: ({ methods, sources }) => !methods?.includes("interview") || (sources ?? []).some(({ kind }) => kind === "people"),
    },
  ],
  sections: [
    { title: "เรื่องที่ศึกษา", fields: ["topic", "issue", "period"] },
    { title: "วิธีและแหล่งข้อมูล", fields: ["methods", "otherMethod", "sources"] },
    { title: "ผลการศึกษา", fields: ["findings", "limits", "attachments"] },
  ],
  examples: [
    {
      topic: "ความครบถ้วนของข้อมูลนักเรียนในระบบ DMC",
      issue: "ข้อมูลช่องไหนผิดหรือขาดบ่อย และแก้ที่ต้นทางได้อย่างไร",
      period: { from: "2026-11-16", until: "2026-12-11" },
      methods: ["data", "interview", "other"],
      otherMethod: "เทียบข้อมูลกับทะเบียนนักเรียนของโรงเรียน",
      sources: [
        { kind: "system", source: "ระบบ DMC", detail: "ข้อมูลนักเรียน ณ วันที่ 10 พฤศจิกายน 2569" },
        { kind: "people", source: "ครูผู้รับผิดชอบระบบ 12 คน" },
      ],
      findings: "ช่องที่ขาดบ่อยคือเบอร์โทรผู้ปกครองและพิกัดบ้าน เพราะครูไม่มีแบบเก็บข้อมูลที่ตรงกับระบบ",
      limits: "สัมภาษณ์เฉพาะโรงเรียนขนาดเล็กและขนาดกลาง",
      attachments: ["sample-file"],
    },
  ],
});
