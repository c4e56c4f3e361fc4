import { choiceField } from "#models/fields/kinds/choice.ts";
import { filesField } from "#models/fields/kinds/files.ts";
import { moneyField, numberField } from "#models/fields/kinds/number.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { yesNoField } from "#models/fields/kinds/yes-no.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { committeeFault, committeeField, committeeMessage, sampleCommittee } from "#models/requests/parts/committee-field.ts";
import { requesterFields, sampleRequester } from "#models/requests/parts/requester-fields.ts";

/** One seller's offer, clause by clause. */
function offerField(which: string) {
  return rowsField({
    label: `ข้อเสนอ${which} เทียบรายข้อ`,
    columns: {
      clause: textField({ label: "ข้อ", max: 20 }),
      wanted: textField({ label: "ข้อกำหนด", max: 500 }),
      offered: textField({ label: "ข้อเสนอ", max: 500 }),
      passes: yesNoField({ label: "ผล", yes: "ผ่าน", no: "ไม่ผ่าน" }),
      page: textField({ label: "หน้าเอกสารอ้างอิง", max: 60, optional: true }),
    },
    max: 80,
  });
}

type Offer = { passes?: boolean }[] | undefined;
const passesAll = (offer: Offer) => offer?.every(({ passes }) => passes === true) ?? false;

export const specComparisonForm = defineForm({
  id: "spec_comparison",
  version: 1,
  title: "สรุปเปรียบเทียบคุณสมบัติ",
  manualTitles: ["แบบสรุปเปรียบเทียบคุณสมบัติ"],
  fields: {
    item: textField({ label: "รายการที่เปรียบเทียบ", max: 200, min: 3 }),
    quantity: numberField({ label: "จำนวน", min: 1, max: 100_000, whole: true }),
    unit: textField({ label: "หน่วย", max: 40 }),
    definition: textField({ label: "ตามแบบกำหนดคุณสมบัติเลขที่", max: 60, optional: true }),
    budget: moneyField({ label: "วงเงิน" }),
    sellers: choiceField({ label: "จำนวนผู้เสนอ", choices: { one: "1 ราย", two: "2 ราย", three: "3 ราย" } }),
    seller1: textField({ label: "ผู้เสนอรายที่ 1", max: 200, min: 2 }),
    price1: moneyField({ label: "ราคารวมรายที่ 1" }),
    offer1: offerField("รายที่ 1"),
    seller2: textField({ label: "ผู้เสนอรายที่ 2", max: 200, min: 2 }),
    price2: moneyField({ label: "ราคารวมรายที่ 2" }),
    offer2: offerField("รายที่ 2"),
    seller3: textField({ label: "ผู้เสนอรายที่ 3", max: 200, min: 2 }),
    price3: moneyField({ label: "ราคารวมรายที่ 3" }),
    offer3: offerField("รายที่ 3"),
    result: choiceField({
      label: "ผลการพิจารณา",
      choices: { first: "เห็นควรเลือกรายที่ 1", second: "เห็นควรเลือกรายที่ 2", third: "เห็นควรเลือกรายที่ 3", none: "ไม่มีรายใดผ่าน" },
    }),
    summary: textField({ label: "สรุปเหตุผล", max: 2000, min: 10 }),
    committee: committeeField("คณะทำงานเปรียบเทียบคุณสมบัติ"),
    offerFiles: filesField({ label: "เอกสารข้อเสนอ", help: "ใบเสนอราคาและแคตตาล็อกที่อ้างถึง", optional: true }),
    attachments: filesField({ label: "เอกสารแนบ", help: "เช่น คำสั่งแต่งตั้งคณะทำงาน หรือแบบกำหนดคุณสมบัติ", optional: true }),
    ...requesterFields(),
  },
  shownWhen: {
    seller2: ({ sellers }) => sellers === "two" || sellers === "three",
    price2: ({ sellers }) => sellers === "two" || sellers === "three",
    offer2: ({ sellers }) => sellers === "two" || sellers === "three",
    seller3: ({ sellers }) => sellers === "three",
    price3: ({ sellers }) => sellers === "three",
    offer3: ({ sellers }) => sellers === "three",
  },
  rules: [
    {
      at: "result",
      message: "รายที่เลือกต้องผ่านทุกข้อ เช่น ถ้ารายที่ 1 ไม่ผ่านข้อ 2 ให้เลือกรายอื่น หรือ ไม่มีรายใดผ่าน นะคะ",
      holds: ({ result, offer1, offer2, offer3 }) =>
        result === "none" || passesAll({ first: offer1, second: offer2, third: offer3 }[result ?? "first"]),
    },
    {
      at: "budget",
      message: "ราคาของรายที่เลือกเกินวงเงิน เช่น วงเงิน 110,000 เลือกได้เฉพาะรายที่ราคาไม่เกินนั้นนะคะ",
      holds: ({ result, budget = 0, price1, price2, price3 }) =>
        result === "none" || ({ first: price1, second: price2, third: price3 }[result ?? "first"] ?? 0) <= budget,
    },
    { at: "committee", message: committeeMessage, holds: ({ committee }) => !committeeFault(committee) },
  ],
  sections: [
    { title: "รายการ", fields: ["item", "quantity", "unit", "definition", "budget", "sellers"] },
    { title: "ผู้เสนอรายที่ 1", fields: ["seller1", "price1", "offer1"] },
    { title: "ผู้เสนอรายที่ 2", fields: ["seller2", "price2", "offer2"] },
    { title: "ผู้เสนอรายที่ 3", fields: ["seller3", "price3", "offer3"] },
    { title: "สรุป", fields: ["result", "summary", "committee", "offerFiles", "attachments", "school", "phone"] },
  ],
  examples: [
    {
      item: "เครื่องคอมพิวเตอร์โน้ตบุ๊กสำหรับห้องเรียนคอมพิวเตอร์",
      quantity: 5,
      unit: "เครื่อง",
      definition: "คส-2570-000012",
      budget: 117_500,
      sellers: "three",
      seller1: "ร้านตัวอย่างหนึ่ง",
      price1: 112_500,
      offer1: [
        { clause: "1", wanted: "หน่วยประมวลผลไม่น้อยกว่า 8 แกน", offered: "10 แกน", passes: true, page: "3" },
        { clause: "2", wanted: "หน่วยความจำไม่น้อยกว่า 16 GB", offered: "16 GB", passes: true, page: "3" },
      ],
      seller2: "ร้านตัวอย่างสอง",
      price2: 109_000,
      offer2: [
        { clause: "1", wanted: "หน่วยประมวลผลไม่น้อยกว่า 8 แกน", offered: "8 แกน", passes: true, page: "2" },
        { clause: "2", wanted: "หน่วยความจำไม่น้อยกว่า 16 GB", offered: "8 GB", passes: false, page: "2" },
      ],
      seller3: "ร้านตัวอย่างสาม",
      price3: 119_000,
      offer3: [
        { clause: "1", wanted: "หน่วยประมวลผลไม่น้อยกว่า 8 แกน", offered: "8 แกน", passes: true, page: "5" },
        { clause: "2", wanted: "หน่วยความจำไม่น้อยกว่า 16 GB", offered: "16 GB", passes: true, page: "6" },
      ],
      result: "first",
      summary: "รายที่ 1 ผ่านทุกข้อและเสนอราคาต่ำที่สุดในรายที่ผ่าน อยู่ในวงเงินที่ได้รับจัดสรร",
      committee: sampleCommittee,
      offerFiles: ["sample-file"],
      attachments: ["sample-file"],
      ...sampleRequester,
    },
  ],
});
