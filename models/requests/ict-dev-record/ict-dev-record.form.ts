import { choiceField } from "#models/fields/kinds/choice.ts";
import { choicesField } from "#models/fields/kinds/choices.ts";
import { percentageField } from "#models/fields/kinds/number.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { yesNoField } from "#models/fields/kinds/yes-no.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { attachmentsField, periodField, picturesField } from "#models/requests/parts/report-fields.ts";

export const ictDevRecordForm = defineForm({
  id: "ict_dev_record",
  version: 1,
  title: "บันทึกพัฒนา ปรับปรุง และประยุกต์ใช้ ICT",
  manualTitles: ["แบบบันทึกพัฒนา ปรับปรุง และประยุกต์ใช้ ICT"],
  fields: {
    work: textField({
      label: "ชื่องานที่พัฒนา",
      question: "พัฒนางานอะไรคะ",
      help: "เช่น ระบบรับสมัครอบรมออนไลน์",
      needsWords: true,
      max: 200,
    }),
    kind: choiceField({
      label: "ลักษณะงาน",
      question: "เป็นงานลักษณะไหนคะ",
      choices: { develop: "พัฒนาขึ้นใหม่", improve: "ปรับปรุงของเดิม", apply: "ประยุกต์ใช้ของที่มี" },
    }),
    period: periodField("ช่วงที่ดำเนินการ", "ดำเนินการตั้งแต่วันไหนถึงวันไหนคะ"),
    before: textField({
      label: "งานเดิมทำอย่างไร",
      question: "เดิมทำงานนี้อย่างไรคะ",
      help: "เช่น โรงเรียนส่งใบสมัครเป็นกระดาษ เจ้าหน้าที่พิมพ์รายชื่อใหม่",
      needsWords: true,
      max: 1000,
    }),
    problem: textField({ label: "ปัญหาของงานเดิม", question: "งานเดิมมีปัญหาอะไรคะ", needsWords: true, max: 1000 }),
    development: textField({
      label: "สิ่งที่พัฒนา",
      question: "พัฒนาอะไรขึ้นบ้างคะ",
      help: "บอกว่าทำอะไรได้ และใครใช้ค่ะ",
      needsWords: true,
      max: 3000,
    }),
    tools: textField({
      label: "เครื่องมือหรือโปรแกรมที่ใช้",
      question: "ใช้เครื่องมือหรือโปรแกรมอะไรคะ",
      help: "โปรแกรมที่มีลิขสิทธิ์ บอกที่มาของสิทธิ์ด้วยค่ะ",
      max: 500,
      optional: true,
    }),
    linked: choicesField({
      label: "ระบบที่เชื่อมด้วย",
      question: "เชื่อมกับระบบของใครบ้างคะ",
      choices: { office: "ระบบของเขตพื้นที่", school: "ระบบของสถานศึกษา", obec: "ระบบของ สพฐ.", none: "ไม่เชื่อมกับระบบใด" },
    }),
    linkedHow: textField({
      label: "เชื่อมข้อมูลอะไร อย่างไร",
      question: "เชื่อมข้อมูลอะไร อย่างไรคะ",
      help: "เช่น ดึงรายชื่อครูจาก AMSS++ วันละครั้ง",
      needsWords: true,
      max: 1000,
    }),
    hasPersonalData: yesNoField({ label: "เก็บข้อมูลส่วนบุคคล", question: "งานนี้เก็บข้อมูลส่วนบุคคลไหมคะ", yes: "เก็บ", no: "ไม่เก็บ" }),
    protection: textField({
      label: "การคุ้มครองข้อมูลส่วนบุคคล",
      question: "ดูแลข้อมูลส่วนบุคคลอย่างไรคะ",
      help: "เช่น เข้าได้เฉพาะผู้มีสิทธิ ลบเมื่อจบโครงการ",
      needsWords: true,
      max: 1000,
    }),
    users: textField({ label: "ผู้ใช้", question: "ใครเป็นผู้ใช้คะ", help: "เช่น ครูผู้ประสานงานโรงเรียนละ 1 คน", needsWords: true, max: 300 }),
    progress: percentageField({ label: "ความก้าวหน้า", question: "ก้าวหน้าไปร้อยละเท่าไรคะ", help: "เช่น 80" }),
    remaining: textField({ label: "งานที่เหลือ", question: "เหลืองานอะไรอีกคะ", needsWords: true, max: 1000 }),
    photos: picturesField(),
    attachments: attachmentsField("เช่น คู่มือ แผนผังระบบ"),
  },
  shownWhen: {
    linkedHow: ({ linked }) => (linked ?? []).some((one) => one !== "none"),
    protection: ({ hasPersonalData }) => hasPersonalData === true,
    remaining: ({ progress }) => progress !== undefined && progress < 100,
  },
  rules: [
    {
      at: "linked",
      message: "เลือก ไม่เชื่อมกับระบบใด แล้ว ขอไม่เลือกข้ออื่นนะคะ เช่น เหลือข้อเดียว",
      holds: ({ linked }) => !linked?.includes("none") || linked.length === 1,
    },
  ],
  sections: [
    { title: "งานที่พัฒนา", fields: ["work", "kind", "period"] },
    { title: "งานเดิมและปัญหา", fields: ["before", "problem"] },
    { title: "สิ่งที่พัฒนา", fields: ["development", "tools", "users"] },
    { title: "การเชื่อมโยงและข้อมูล", fields: ["linked", "linkedHow", "hasPersonalData", "protection"] },
    { title: "ความก้าวหน้า", fields: ["progress", "remaining", "photos", "attachments"] },
  ],
  examples: [
    {
      work: "ระบบรับสมัครอบรมออนไลน์",
      kind: "develop",
      period: { from: "2026-11-02", until: "2026-12-18" },
      before: "โรงเรียนส่งใบสมัครเป็นกระดาษ เจ้าหน้าที่พิมพ์รายชื่อใหม่ทุกครั้ง",
      problem: "รายชื่อพิมพ์ผิด ใช้เวลาสองวันต่อหลักสูตร และโรงเรียนไม่รู้ว่าได้ที่นั่งหรือไม่",
      development: "แบบสมัครบนเว็บที่ตรวจที่นั่งทันที ออกใบตอบรับ และส่งรายชื่อให้วิทยากร",
      tools: "โปรแกรมฐานข้อมูลและเว็บเซิร์ฟเวอร์แบบเปิดที่ใช้ได้โดยไม่มีค่าลิขสิทธิ์",
      linked: ["office", "school"],
      linkedHow: "ดึงรายชื่อครูจากระบบของเขตพื้นที่วันละครั้ง และส่งผลการอบรมกลับโรงเรียน",
      hasPersonalData: true,
      protection: "เข้าได้เฉพาะผู้จัดอบรม ลบข้อมูลเมื่อจบหลักสูตรหนึ่งปี",
      users: "ครูผู้สมัครอบรมและเจ้าหน้าที่กลุ่มพัฒนาครู",
      progress: 80,
      remaining: "ทดสอบกับหลักสูตรจริงสองหลักสูตรและทำคู่มือ",
      photos: ["sample-photo"],
      attachments: ["sample-file"],
    },
    {
      work: "แบบติดตามครุภัณฑ์คอมพิวเตอร์",
      kind: "apply",
      period: { from: "2026-12-01", until: "2026-12-11" },
      before: "จดทะเบียนครุภัณฑ์ในสมุด",
      problem: "ค้นหาเครื่องที่หมดประกันไม่ได้",
      development: "ตารางกลางที่เรียงตามวันหมดประกันและแจ้งเตือนล่วงหน้า",
      linked: ["none"],
      hasPersonalData: false,
      users: "เจ้าหน้าที่พัสดุของเขตพื้นที่",
      progress: 100,
    },
  ],
});
