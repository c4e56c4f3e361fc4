import { choiceField } from "#models/fields/kinds/choice.ts";
import { choicesField } from "#models/fields/kinds/choices.ts";
import { consentField } from "#models/fields/kinds/consent.ts";
import { dateRangeField } from "#models/fields/kinds/date-range.ts";
import { filesField } from "#models/fields/kinds/files.ts";
import { signatureField } from "#models/fields/kinds/signature.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { daysBetween } from "#models/fields/thai/bangkok.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { isNotOver } from "#models/requests/parts/last-day.ts";
import { requesterFields, sampleRequester } from "#models/requests/parts/requester-fields.ts";
import { systemLabels } from "#models/requests/parts/systems.ts";

export const personKinds = {
  civil: "ข้าราชการครู",
  support: "บุคลากรทางการศึกษา",
  executive: "ผู้บริหารสถานศึกษา",
  employee: "พนักงานราชการ",
  hired: "ลูกจ้าง/อัตราจ้าง",
};

export const rightLevels = { view: "ดูข้อมูล", enter: "บันทึกข้อมูล", manage: "ดูแลระบบของโรงเรียน" };

/** A card is renewed after so long at the latest; the manual sets no time. */
const mostDays = 4 * 366;

export const idCardRequestForm = defineForm({
  id: "id_card_request",
  version: 1,
  title: "ขอบัตรประจำตัวผู้ใช้งานระบบ",
  manualTitles: ["แบบคำขอมีบัตรประจำตัวในการใช้งาน"],
  fields: {
    occasion: choiceField({
      label: "ขอเนื่องจาก",
      question: "ขอบัตรเพราะอะไรคะ",
      choices: { first: "ขอมีบัตรครั้งแรก", renew: "บัตรหมดอายุ", change: "เปลี่ยนสิทธิหรือหน้าที่" },
      optional: true,
    }),
    formerNumber: textField({
      label: "เลขที่บัตรเดิม",
      question: "บัตรเดิมเลขที่เท่าไรคะ",
      help: "เช่น บช-2570-000012 ไม่ทราบก็เว้นไว้ได้ค่ะ",
      max: 40,
      optional: true,
    }),
    personKind: choiceField({ label: "ประเภทบุคลากร", question: "เป็นบุคลากรประเภทไหนคะ", choices: personKinds }),
    systems: choicesField({
      label: "ระบบที่ขอใช้",
      question: "ขอใช้ระบบไหนบ้างคะ",
      help: "เลือกได้หลายระบบค่ะ",
      choices: systemLabels,
    }),
    otherSystem: textField({ label: "ชื่อระบบอื่น", question: "ระบบอื่นชื่ออะไรคะ", needsWords: true, max: 120 }),
    level: choiceField({ label: "ระดับสิทธิ", question: "ขอใช้งานระดับไหนคะ", choices: rightLevels }),
    duty: textField({
      label: "หน้าที่ที่ใช้ระบบ",
      question: "ใช้ระบบทำงานอะไรคะ",
      help: "เช่น บันทึกข้อมูลนักเรียนรายบุคคลของโรงเรียน",
      needsWords: true,
      max: 300,
    }),
    period: dateRangeField({
      label: "ช่วงที่ขอใช้",
      question: "ขอใช้ตั้งแต่วันไหนถึงวันไหนคะ",
      help: "บัตรหมดอายุเองเมื่อพ้นวันสุดท้าย ต่ออายุได้ค่ะ",
    }),
    acceptsRules: consentField({
      label: "ระเบียบการใช้",
      question: "ปฏิบัติตามระเบียบการใช้ระบบนี้ได้ไหมคะ",
      statement: "ข้าพเจ้าจะใช้บัญชีด้วยตนเอง ไม่ให้ผู้อื่นใช้หรือรู้รหัสผ่าน และใช้เฉพาะงานราชการ\n" + "หากพ้นหน้าที่ หรือพบการใช้ที่ผิดปกติ จะแจ้งศูนย์ ICT ทันที",
    }),
    acceptsPrivacy: consentField({
      label: "ข้อมูลส่วนบุคคล",
      question: "ให้ใช้ข้อมูลตามนี้เพื่อออกบัตรได้ไหมคะ",
      statement: "ข้าพเจ้าทราบว่าศูนย์ ICT ใช้ชื่อ ตำแหน่ง สังกัด และเบอร์โทรเพื่อออกบัตรและตรวจสอบสิทธิเท่านั้น\n" + "และขอดู ขอแก้ไข หรือขอลบข้อมูลได้ที่ศูนย์ ICT",
    }),
    signature: signatureField({ label: "ลายมือชื่อผู้ขอ", question: "ลงลายมือชื่อไหมคะ", optional: true }),
    attachments: filesField({
      label: "เอกสารแนบ",
      question: "มีคำสั่งมอบหมายงานแนบไหมคะ",
      help: "เช่น คำสั่งแต่งตั้งผู้รับผิดชอบระบบ ไม่ต้องแนบสำเนาบัตรประชาชนค่ะ",
      optional: true,
      max: 3,
    }),
    ...requesterFields(),
  },
  shownWhen: {
    formerNumber: ({ occasion }) => occasion === "renew" || occasion === "change",
    otherSystem: ({ systems }) => systems?.includes("other") ?? false,
  },
  rules: [
    {
      at: "period",
      message: "บัตรหนึ่งใบใช้ได้ไม่เกิน 4 ปี ขอวันสุดท้ายให้เร็วขึ้นนะคะ เช่น 1 ธ.ค. 69 ถึง 30 ก.ย. 70",
      holds: ({ period }) => !period || daysBetween(period.from, period.until) <= mostDays,
    },
    {
      at: "period",
      message: "วันสุดท้ายผ่านไปแล้ว ขอช่วงที่ยังมาไม่ถึงนะคะ เช่น พรุ่งนี้ถึงสิ้นเดือนหน้า",
      holds: ({ period }, known) => isNotOver(period?.until, known),
    },
  ],
  sections: [
    { title: "ผู้ขอ", fields: ["occasion", "formerNumber", "personKind", "school", "phone"] },
    { title: "สิทธิที่ขอ", fields: ["systems", "otherSystem", "level", "duty", "period", "attachments"] },
    { title: "คำรับรอง", fields: ["acceptsRules", "acceptsPrivacy", "signature"] },
  ],
  examples: [
    {
      occasion: "renew",
      formerNumber: "บช-2569-000031",
      personKind: "civil",
      systems: ["dmc", "schoolmis", "other"],
      otherSystem: "ระบบคลังข้อสอบของเขตพื้นที่",
      level: "enter",
      duty: "บันทึกข้อมูลนักเรียนรายบุคคลและผลการเรียนของโรงเรียน",
      period: { from: "2026-12-01", until: "2027-09-30" },
      acceptsRules: true,
      acceptsPrivacy: true,
      signature: [[120, 180, 200, 90, 280, 190, 360, 110, 520, 160]],
      attachments: ["sample-file"],
      ...sampleRequester,
    },
    {
      personKind: "support",
      systems: ["amss"],
      level: "view",
      duty: "รับหนังสือราชการของโรงเรียน",
      period: { from: "2026-12-15", until: "2027-12-14" },
      acceptsRules: true,
      acceptsPrivacy: true,
      ...sampleRequester,
    },
  ],
});
