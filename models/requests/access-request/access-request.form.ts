import { choiceField } from "#models/fields/kinds/choice.ts";
import { choicesField } from "#models/fields/kinds/choices.ts";
import { consentField } from "#models/fields/kinds/consent.ts";
import { dateRangeField } from "#models/fields/kinds/date-range.ts";
import { filesField } from "#models/fields/kinds/files.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { yesNoField } from "#models/fields/kinds/yes-no.ts";
import { daysBetween } from "#models/fields/thai/bangkok.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { isNotOver } from "#models/requests/parts/last-day.ts";
import { requesterFields, sampleRequester } from "#models/requests/parts/requester-fields.ts";
import { systemLabels } from "#models/requests/parts/systems.ts";

/** Longer needs are asked for anew, so that somebody looks at them again. */
const mostDays = 366;

export const accessRequestForm = defineForm({
  id: "access_request",
  version: 1,
  title: "ขอเข้าถึงระบบข้อมูลสารสนเทศ",
  manualTitles: ["แบบคำร้องขอเข้าถึงระบบข้อมูลสารสนเทศ"],
  fields: {
    system: choiceField({ label: "ระบบที่ขอเข้าถึง", question: "ขอเข้าถึงระบบไหนคะ", choices: systemLabels }),
    otherSystem: textField({ label: "ชื่อระบบอื่น", question: "ระบบอื่นชื่ออะไรคะ", needsWords: true, max: 120 }),
    dataSet: textField({
      label: "ชุดข้อมูลที่ขอ",
      question: "ขอข้อมูลชุดไหนคะ",
      help: "บอกให้แคบที่สุดเท่าที่ใช้ เช่น จำนวนนักเรียนรายชั้น ปีการศึกษา 2569",
      needsWords: true,
      max: 500,
    }),
    purpose: textField({
      label: "วัตถุประสงค์",
      question: "ขอข้อมูลไปใช้ทำอะไรคะ",
      help: "เช่น วางแผนจัดสรรครูปีการศึกษา 2570",
      needsWords: true,
      max: 500,
    }),
    access: choiceField({
      label: "สิทธิที่ขอ",
      question: "ขออ่านอย่างเดียวหรือแก้ไขด้วยคะ",
      choices: { read: "อ่านอย่างเดียว", write: "อ่านและแก้ไข" },
    }),
    writeReason: textField({
      label: "เหตุที่ต้องแก้ไขข้อมูล",
      question: "ต้องแก้ไขข้อมูลอะไร เพราะอะไรคะ",
      help: "เช่น เป็นผู้บันทึกผลการเรียนของโรงเรียนตามคำสั่ง",
      needsWords: true,
      max: 500,
    }),
    period: dateRangeField({
      label: "ระยะเวลาที่ขอใช้",
      question: "ขอใช้ตั้งแต่วันไหนถึงวันไหนคะ",
      help: "ครั้งละไม่เกิน 1 ปี สิทธิปิดเองเมื่อพ้นวันสุดท้ายค่ะ",
    }),
    legalBasis: choiceField({
      label: "ฐานอำนาจ",
      question: "ขอข้อมูลโดยอาศัยฐานไหนคะ",
      help: "งานตามหน้าที่ส่วนใหญ่คือ หน้าที่ตามกฎหมาย หรือ ภารกิจของรัฐค่ะ",
      choices: {
        duty: "หน้าที่ตามกฎหมาย",
        public: "ภารกิจของรัฐ",
        order: "คำสั่งหรือหนังสือสั่งการ",
        research: "วิจัยหรือสถิติ",
        consent: "ความยินยอมของเจ้าของข้อมูล",
      },
    }),
    reference: textField({
      label: "อ้างถึง",
      question: "อ้างถึงกฎหมาย คำสั่ง หรือหนังสือฉบับไหนคะ",
      help: "เช่น คำสั่งแต่งตั้งคณะทำงาน ที่ 12/2569",
      max: 300,
      optional: true,
    }),
    hasPersonalData: yesNoField({
      label: "มีข้อมูลส่วนบุคคล",
      question: "ในข้อมูลที่ขอ มีข้อมูลที่บอกได้ว่าเป็นใครไหมคะ",
      help: "เช่น ชื่อ เลขประจำตัว ที่อยู่ ผลการเรียนรายคน รูปถ่าย",
      yes: "มี",
      no: "ไม่มี",
    }),
    personalData: textField({
      label: "ข้อมูลส่วนบุคคลที่มี",
      question: "มีข้อมูลส่วนบุคคลอะไรบ้าง ของใครคะ",
      help: "เช่น ชื่อและผลการเรียนของนักเรียนชั้น ป.6",
      needsWords: true,
      max: 500,
    }),
    safeguards: choicesField({
      label: "มาตรการคุ้มครอง",
      question: "จะดูแลข้อมูลอย่างไรบ้างคะ",
      help: "เลือกทุกข้อที่จะทำจริงค่ะ",
      choices: {
        named: "ใช้เฉพาะผู้มีรายชื่อ",
        masked: "ตัดชื่อออกก่อนใช้",
        locked: "เก็บแบบเข้ารหัส",
        kept: "ไม่ส่งต่อให้ผู้อื่น",
        erased: "ลบเมื่อหมดระยะเวลา",
      },
    }),
    users: rowsField({
      label: "ผู้ที่จะใช้ข้อมูลร่วมด้วย",
      question: "ใครใช้ข้อมูลนี้ด้วยบ้างคะ",
      help: "หนึ่งแถวต่อหนึ่งคน ใช้คนเดียวก็เว้นไว้ค่ะ",
      columns: { name: textField({ label: "ชื่อ-นามสกุล", max: 120, min: 2 }), position: textField({ label: "ตำแหน่ง", max: 120 }) },
      optional: true,
      max: 20,
    }),
    promise: consentField({
      label: "คำรับรอง",
      question: "รับรองตามข้อความนี้ได้ไหมคะ",
      statement:
        "ข้าพเจ้าจะใช้ข้อมูลเฉพาะตามวัตถุประสงค์ที่แจ้ง ไม่ส่งต่อ และทำตามมาตรการที่เลือกไว้\n" +
        "เมื่อหมดระยะเวลาจะเลิกใช้และลบข้อมูลที่คัดลอกไว้ หากข้อมูลรั่วไหลจะแจ้งศูนย์ ICT ทันที",
    }),
    attachments: filesField({
      label: "เอกสารแนบ",
      question: "มีเอกสารแนบไหมคะ",
      help: "เช่น คำสั่ง โครงการวิจัย หนังสือยินยอม",
      optional: true,
      max: 5,
    }),
    ...requesterFields(),
  },
  shownWhen: {
    otherSystem: ({ system }) => system === "other",
    writeReason: ({ access }) => access === "write",
    personalData: ({ hasPersonalData }) => hasPersonalData === true,
    safeguards: ({ hasPersonalData }) => hasPersonalData === true,
  },
  rules: [
    {
      at: "period",
      message: "ขอได้ครั้งละไม่เกิน 1 ปี ขอวันสุดท้ายให้เร็วขึ้นนะคะ เช่น 1 ธ.ค. 69 ถึง 30 พ.ย. 70",
      holds: ({ period }) => !period || daysBetween(period.from, period.until) < mostDays,
    },
    {
      at: "period",
      message: "วันสุดท้ายผ่านไปแล้ว ขอช่วงที่ยังมาไม่ถึงนะคะ เช่น พรุ่งนี้ถึงสิ้นเดือนหน้า",
      holds: ({ period }, known) => isNotOver(period?.until, known),
    },
    {
      at: "legalBasis",
      message: "ฐานความยินยอมใช้กับข้อมูลส่วนบุคคลเท่านั้น ขอเลือกฐานอื่นนะคะ เช่น หน้าที่ตามกฎหมาย",
      holds: ({ legalBasis, hasPersonalData }) => legalBasis !== "consent" || hasPersonalData !== false,
    },
    {
      at: "reference",
      message: "อ้างคำสั่งหรือหนังสือ ขอเลขที่ด้วยนะคะ เช่น คำสั่งที่ 12/2569",
      holds: ({ legalBasis, reference }) => legalBasis !== "order" || reference !== undefined,
    },
    {
      at: "attachments",
      message: "ใช้ฐานความยินยอม ขอแนบหนังสือยินยอมด้วยนะคะ เช่น ไฟล์ PDF ของหนังสือยินยอม",
      holds: ({ legalBasis, attachments }) => legalBasis !== "consent" || attachments !== undefined,
    },
    {
      at: "safeguards",
      message: "งานวิจัยหรือสถิติที่มีข้อมูลส่วนบุคคล ขอเลือก ตัดชื่อออกก่อนใช้ ด้วยนะคะ",
      holds: ({ legalBasis, safeguards }) => legalBasis !== "research" || !safeguards || safeguards.includes("masked"),
    },
  ],
  sections: [
    { title: "ผู้ขอ", fields: ["school", "phone"] },
    { title: "ข้อมูลที่ขอ", fields: ["system", "otherSystem", "dataSet", "purpose", "access", "writeReason", "period"] },
    { title: "ฐานอำนาจและการคุ้มครองข้อมูล", fields: ["legalBasis", "reference", "hasPersonalData", "personalData", "safeguards", "users"] },
    { title: "คำรับรองและเอกสาร", fields: ["promise", "attachments"] },
  ],
  examples: [
    {
      system: "other",
      otherSystem: "คลังข้อมูลผลการทดสอบของเขตพื้นที่",
      dataSet: "ผลการทดสอบชั้น ป.6 รายคน ปีการศึกษา 2568",
      purpose: "วิเคราะห์จุดที่ควรพัฒนาเพื่อจัดสอนเสริม",
      access: "write",
      writeReason: "บันทึกผลการสอบซ่อมตามคำสั่งโรงเรียน",
      period: { from: "2026-12-01", until: "2027-03-31" },
      legalBasis: "order",
      reference: "คำสั่งแต่งตั้งคณะทำงาน ที่ 12/2569",
      hasPersonalData: true,
      personalData: "ชื่อและคะแนนสอบของนักเรียนชั้น ป.6",
      safeguards: ["named", "kept", "erased"],
      users: [{ name: "นายสมมุติ ตัวอย่าง", position: "ครูวิชาการ" }],
      promise: true,
      attachments: ["sample-file"],
      ...sampleRequester,
    },
    {
      system: "dmc",
      dataSet: "จำนวนนักเรียนรายชั้น ปีการศึกษา 2569",
      purpose: "วางแผนจัดห้องเรียนปีการศึกษา 2570",
      access: "read",
      period: { from: "2026-12-15", until: "2027-01-31" },
      legalBasis: "public",
      hasPersonalData: false,
      promise: true,
      ...sampleRequester,
    },
  ],
});
