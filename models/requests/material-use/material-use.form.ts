import { dateField } from "#models/fields/kinds/date.ts";
import { filesField } from "#models/fields/kinds/files.ts";
import { numberField } from "#models/fields/kinds/number.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { placeField, textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { dutyField } from "#models/requests/parts/duty-field.ts";
import { requesterFields, sampleRequester } from "#models/requests/parts/requester-fields.ts";
import { typedItems } from "#models/requests/parts/typed-items.ts";

/** The processes of the manual that draw materials. */
export const materialProcesses = [1, 4, 5, 13, 14, 15, 16, 17, 18];

export const materialUseForm = defineForm({
  id: "material_use",
  version: 1,
  title: "ขอใช้วัสดุอุปกรณ์",
  manualTitles: ["แบบบันทึกขอใช้วัสดุอุปกรณ์"],
  fields: {
    items: typedItems(
      rowsField({
        label: "รายการที่ขอเบิก",
        question: "ขอเบิกอะไรบ้างคะ เช่น กระดาษ A4 5 รีม, หมึกพิมพ์ 2 กล่อง",
        help: "หนึ่งแถวต่อหนึ่งอย่าง ถ้าต้องเป็นรุ่นไหนให้ระบุต่อท้ายชื่อค่ะ",
        columns: {
          name: textField({ label: "รายการ", max: 200, min: 2 }),
          quantity: numberField({ label: "จำนวนที่ขอ", min: 1, max: 10_000, whole: true }),
          unit: textField({ label: "หน่วย", max: 40 }),
        },
        max: 60,
      }),
      ({ name, quantity, unit }) => ({ name, quantity, unit }),
    ),
    purpose: textField({ label: "ใช้เพื่ออะไร", question: "ขอเบิกไปใช้ทำอะไรคะ", needsWords: true, max: 500 }),
    neededOn: dateField({ label: "วันที่ต้องใช้", question: "ต้องใช้วันไหนคะ" }),
    place: placeField({
      label: "สถานที่ใช้",
      question: "ใช้ที่ห้องหรืออาคารไหนคะ",
      help: "ขอไว้ลงบัญชีให้ตรงที่นะคะ เช่น ห้องธุรการ อาคาร 2",
      optional: true,
    }),
    duty: dutyField(materialProcesses),
    attachments: filesField({
      label: "เอกสารแนบ",
      question: "มีเอกสารแนบไหมคะ",
      help: "เช่น โครงการหรือหนังสือที่เกี่ยวข้อง",
      optional: true,
      max: 5,
    }),
    ...requesterFields(),
  },
  sections: [
    { title: "ของที่ขอเบิก", fields: ["items", "purpose", "neededOn", "place", "duty", "attachments"] },
    { title: "ผู้เบิก", fields: ["school", "phone"] },
  ],
  examples: [
    {
      items: [
        { name: "หมึกพิมพ์ชนิดผงสีดำ", quantity: 2, unit: "กล่อง" },
        { name: "กระดาษถ่ายเอกสาร A4 80 แกรม", quantity: 5, unit: "รีม" },
        { name: "สายแลน Cat6 ยาว 3 เมตร", quantity: 10, unit: "เส้น" },
      ],
      purpose: "พิมพ์แบบทดสอบและต่อเครื่องคอมพิวเตอร์ห้องอบรม",
      neededOn: "2026-12-08",
      place: "ห้องอบรมคอมพิวเตอร์ อาคาร 2",
      duty: "p5",
      attachments: ["sample-file"],
      ...sampleRequester,
    },
  ],
});
