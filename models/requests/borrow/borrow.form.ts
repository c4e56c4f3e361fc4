import { choiceField } from "#models/fields/kinds/choice.ts";
import { consentField } from "#models/fields/kinds/consent.ts";
import { dateField } from "#models/fields/kinds/date.ts";
import { filesField } from "#models/fields/kinds/files.ts";
import { numberField } from "#models/fields/kinds/number.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { assetField, placeField, textField } from "#models/fields/kinds/text.ts";
import { yesNoField } from "#models/fields/kinds/yes-no.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { isNotOver } from "#models/requests/parts/last-day.ts";
import { requesterFields, sampleRequester } from "#models/requests/parts/requester-fields.ts";
import { typedItems } from "#models/requests/parts/typed-items.ts";

export const borrowForm = defineForm({
  id: "borrow",
  version: 1,
  title: "ขอยืมวัสดุอุปกรณ์ เอกสาร สื่อ Software",
  manualTitles: ["แบบบันทึกขอยืมวัสดุอุปกรณ์/เอกสาร/สื่อ Software"],
  fields: {
    items: typedItems(
      rowsField({
        label: "ของที่ขอยืม",
        question: "ขอยืมอะไรบ้างคะ เช่น โปรเจคเตอร์ 1 เครื่อง, ไมโครโฟน 2 ตัว",
        columns: {
          name: textField({ label: "รายการ", max: 200, min: 2 }),
          assetNumber: assetField({ label: "หมายเลขพัสดุ", help: "ไม่ทราบก็เว้นไว้ได้ค่ะ เจ้าหน้าที่จะกรอกตอนส่งมอบ", optional: true }),
          quantity: numberField({ label: "จำนวน", min: 1, max: 1_000, whole: true }),
          unit: textField({ label: "หน่วย", max: 40 }),
        },
        max: 40,
      }),
      ({ name, quantity, unit }) => ({ name, quantity, unit }),
    ),
    kind: choiceField({
      label: "ประเภทการยืม",
      question: "ยืมแบบไหนคะ",
      help: "ใช้คงรูปคืนชิ้นเดิม เช่น กล้อง สิ้นเปลืองคืนของประเภทเดียวกัน เช่น แผ่นซีดี",
      choices: { keeps: "ใช้คงรูป", usesUp: "ใช้สิ้นเปลือง" },
    }),
    purpose: textField({ label: "ใช้ในกิจการ", question: "ยืมไปใช้ในงานอะไรคะ", needsWords: true, max: 500 }),
    from: dateField({ label: "ยืมตั้งแต่วันที่", question: "ยืมตั้งแต่วันไหนคะ" }),
    until: dateField({ label: "กำหนดคืนวันที่", question: "จะคืนวันไหนคะ" }),
    place: placeField({
      label: "สถานที่ใช้",
      question: "ใช้ที่ไหนคะ",
      help: "เช่น หอประชุมโรงเรียน หรือ ชื่อสถานที่จัดงาน",
      optional: true,
    }),
    offSite: yesNoField({
      label: "นำออกนอกสถานที่",
      question: "นำไปใช้นอกโรงเรียนหรือสำนักงานไหมคะ",
      help: "ถ้านำออกนอกสถานที่ ผู้อำนวยการเขตเป็นผู้อนุมัติอีกขั้นค่ะ",
      yes: "นำออก",
      no: "ไม่นำออก",
    }),
    terms: consentField({
      label: "เงื่อนไขการยืม",
      question: "ยอมรับเงื่อนไขการยืมไหมคะ",
      statement:
        "ข้าพเจ้าจะดูแลรักษาและส่งคืนในสภาพเรียบร้อยภายในกำหนด " +
        "หากชำรุดหรือใช้การไม่ได้จะซ่อมให้คงสภาพเดิม " +
        "หากสูญหายจะชดใช้เป็นพัสดุประเภท ชนิด ขนาด ลักษณะและคุณภาพอย่างเดียวกัน " +
        "หรือชดใช้เป็นเงินตามราคาที่เป็นอยู่ในขณะยืม",
    }),
    attachments: filesField({ label: "เอกสารแนบ", help: "เช่น หนังสือขอยืมจากโรงเรียน", optional: true, max: 5 }),
    ...requesterFields(),
  },
  rules: [
    {
      at: "until",
      message: "วันคืนต้องไม่ก่อนวันยืม เช่น ยืม 8 ธ.ค. 69 คืน 10 ธ.ค. 69 นะคะ",
      holds: ({ from, until }) => (from ?? "") <= (until ?? ""),
    },
    {
      at: "until",
      message: "วันคืนผ่านไปแล้ว ขอวันนี้หรือวันข้างหน้านะคะ เช่น พรุ่งนี้",
      holds: ({ until }, known) => isNotOver(until, known),
    },
  ],
  sections: [
    { title: "ของที่ยืม", fields: ["items", "kind", "purpose", "from", "until", "place", "offSite"] },
    { title: "ผู้ยืม", fields: ["school", "phone", "attachments", "terms"] },
  ],
  examples: [
    {
      items: [
        { name: "เครื่องฉายภาพ (โปรเจคเตอร์)", assetNumber: "6730-001-0002/66", quantity: 1, unit: "เครื่อง" },
        { name: "ไมโครโฟนไร้สาย", quantity: 2, unit: "ตัว" },
      ],
      kind: "keeps",
      purpose: "ประชุมผู้ปกครองนักเรียน ภาคเรียนที่ 2",
      from: "2026-12-08",
      until: "2026-12-10",
      place: "หอประชุมโรงเรียนบ้านตัวอย่าง",
      offSite: false,
      terms: true,
      attachments: ["sample-file"],
      ...sampleRequester,
    },
    {
      items: [{ name: "กล้องถ่ายภาพ", quantity: 1, unit: "ตัว" }],
      kind: "keeps",
      purpose: "ถ่ายภาพงานแสดงผลงานนักเรียน",
      from: "2026-12-14",
      until: "2026-12-16",
      place: "ศาลาประชาคมตัวอย่าง",
      offSite: true,
      terms: true,
      ...sampleRequester,
    },
  ],
});
