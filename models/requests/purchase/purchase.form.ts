import { choiceField } from "#models/fields/kinds/choice.ts";
import { dateField } from "#models/fields/kinds/date.ts";
import { filesField } from "#models/fields/kinds/files.ts";
import { moneyField, numberField } from "#models/fields/kinds/number.ts";
import { rowsField, totalOf } from "#models/fields/kinds/rows.ts";
import { placeField, textField } from "#models/fields/kinds/text.ts";
import { fiscalYear } from "#models/fields/thai/bangkok.ts";
import { showNumber } from "#models/fields/thai/numbers.ts";
import { type Answers, type AnswersOf, defineForm } from "#models/requests/define-form.ts";
import { dutyField } from "#models/requests/parts/duty-field.ts";
import { fiscalYearField, fundFields, needsProject } from "#models/requests/parts/fund-fields.ts";
import { isNotOver } from "#models/requests/parts/last-day.ts";
import { requesterFields, sampleRequester } from "#models/requests/parts/requester-fields.ts";

/** The processes of the manual that buy: materials and equipment, and media. */
export const purchaseProcesses = [1, 4, 5, 13, 14, 15, 17, 18];

/** From this many baht on the office wants offers of so many sellers. The office's own practice: change it here. */
export const offersWanted = { from: 100_000, sellers: 3 };

const items = rowsField({
  label: "รายการที่ขอซื้อ",
  help: "ไม่ต้องระบุยี่ห้อ บอกคุณลักษณะที่ต้องการก็พอค่ะ เช่น แรม 16 GB ขึ้นไป",
  columns: {
    name: textField({ label: "รายการ", max: 200, min: 2 }),
    spec: textField({ label: "คุณลักษณะ", max: 500, optional: true }),
    quantity: numberField({ label: "จำนวน", min: 1, max: 100_000, whole: true }),
    unit: textField({ label: "หน่วย", max: 40 }),
    unitPrice: moneyField({ label: "ราคา/หน่วย", max: 50_000_000 }),
  },
  computed: { sum: { label: "รวม", kind: "money", of: ({ quantity = 0, unitPrice = 0 }) => Math.round(quantity * unitPrice * 100) / 100 } },
  totals: ["sum"],
  max: 60,
});

/** What everything that is asked for costs, in baht. */
export function purchaseTotal(rows: AnswersOf<{ items: typeof items }>["items"]): number {
  return items.rows ? totalOf(items.rows, "sum", rows ?? []) : 0;
}

/** What was approved of a purchase, from its answers as they are stored. */
export const approvedTotal = (answers: Answers = {}): number => purchaseTotal((answers as AnswersOf<typeof purchaseForm.fields>).items);

export const purchaseForm = defineForm({
  id: "purchase",
  version: 1,
  title: "ขอซื้อวัสดุอุปกรณ์ เอกสาร สื่อ Software",
  manualTitles: ["แบบบันทึกขอซื้อวัสดุอุปกรณ์", "แบบบันทึกขอซื้อวัสดุอุปกรณ์/เอกสาร/สื่อ Software"],
  fields: {
    itemType: choiceField({
      label: "ประเภทที่ขอซื้อ",
      choices: { equipment: "ครุภัณฑ์", supplies: "วัสดุ", document: "เอกสาร", media: "สื่อ", software: "Software" },
    }),
    items,
    licences: numberField({ label: "จำนวน license", min: 1, max: 10_000, whole: true, unit: "license" }),
    licenceTerm: choiceField({
      label: "อายุ license",
      choices: { perpetual: "ถาวร", year: "1 ปี", threeYears: "3 ปี", other: "อื่น ๆ ตามคุณลักษณะ" },
    }),
    reason: textField({ label: "เหตุผลความจำเป็น", max: 2000, min: 10 }),
    duty: dutyField(purchaseProcesses),
    neededOn: dateField({ label: "วันที่ต้องใช้" }),
    place: placeField({ label: "สถานที่ใช้หรือส่งมอบ", help: "เช่น ห้องคอมพิวเตอร์ อาคาร 2", optional: true }),
    fiscalYear: fiscalYearField(),
    ...fundFields(),
    offers: rowsField({
      label: "ใบเสนอราคา",
      help: `ตั้งแต่ ${showNumber(offersWanted.from)} บาทขอ ${offersWanted.sellers} รายค่ะ`,
      columns: {
        seller: textField({ label: "ผู้เสนอราคา", max: 200, min: 2 }),
        price: moneyField({ label: "ราคาที่เสนอ" }),
      },
      max: 10,
      optional: true,
    }),
    offerFiles: filesField({
      label: "ไฟล์ใบเสนอราคา",
      help: "รวมหลายรายไว้ในไฟล์เดียวก็ได้ค่ะ",
      optional: true,
      max: 10,
    }),
    attachments: filesField({ label: "เอกสารแนบ", help: "เช่น รูปเครื่องเดิม หรือแบบกำหนดคุณสมบัติ", optional: true, max: 10 }),
    ...requesterFields(),
  },
  shownWhen: {
    licences: ({ itemType }) => itemType === "software",
    licenceTerm: ({ itemType }) => itemType === "software",
    project: needsProject,
  },
  rules: [
    {
      at: "items",
      message: "ยอดรวมเกินวงเงิน ลดจำนวนหรือราคา หรือแก้วงเงินให้พอ เช่น ยอดรวม 12,000 วงเงิน 15,000 บาทนะคะ",
      holds: ({ items: rows, budget }) => purchaseTotal(rows) <= (budget ?? 0),
    },
    {
      at: "neededOn",
      message: "วันที่ต้องใช้อยู่ก่อนปีงบประมาณที่เลือก เช่น ปีงบประมาณ 2570 เริ่ม 1 ต.ค. 69 นะคะ",
      holds: ({ neededOn, fiscalYear: year }) => fiscalYear(neededOn ?? "9999-01-01") >= (year ?? 0),
    },
    {
      at: "neededOn",
      message: "วันที่ต้องใช้ผ่านไปแล้ว ขอวันข้างหน้านะคะ เช่น วันนี้ในเดือนหน้า",
      holds: ({ neededOn }, known) => isNotOver(neededOn, known),
    },
    {
      at: "offers",
      message: `ยอดตั้งแต่ ${showNumber(offersWanted.from)} บาท กรอกใบเสนอราคาให้ครบ ${offersWanted.sellers} ราย เช่น ร้าน ก ร้าน ข ร้าน ค นะคะ`,
      holds: ({ items: rows, offers }) => purchaseTotal(rows) < offersWanted.from || sellersIn(offers) >= offersWanted.sellers,
    },
    {
      at: "offerFiles",
      message: "แนบไฟล์ใบเสนอราคาด้วยนะคะ เช่น ไฟล์ PDF หรือรูปถ่ายใบเสนอราคา",
      holds: ({ items: rows, offerFiles }) => purchaseTotal(rows) < offersWanted.from || offerFiles !== undefined,
    },
  ],
  sections: [
    { title: "ของที่ขอซื้อ", fields: ["itemType", "items", "licences", "licenceTerm", "reason", "duty", "neededOn", "place"] },
    { title: "เงินที่ใช้", fields: ["fiscalYear", "fund", "project", "budget"] },
    { title: "ใบเสนอราคา", fields: ["offers", "offerFiles", "attachments"] },
    { title: "ผู้ขอ", fields: ["school", "phone"] },
  ],
  examples: [
    {
      itemType: "equipment",
      items: [
        {
          name: "เครื่องคอมพิวเตอร์โน้ตบุ๊ก",
          spec: "หน่วยประมวลผลไม่น้อยกว่า 8 แกน แรมไม่น้อยกว่า 16 GB",
          quantity: 5,
          unit: "เครื่อง",
          unitPrice: 22_000,
        },
        { name: "เครื่องพิมพ์เลเซอร์ขาวดำ", spec: "พิมพ์สองหน้าอัตโนมัติ", quantity: 1, unit: "เครื่อง", unitPrice: 8_900 },
      ],
      reason: "ทดแทนเครื่องเดิมที่ชำรุดและซ่อมไม่คุ้มค่า ใช้จัดการเรียนการสอนวิชาคอมพิวเตอร์",
      duty: "p1",
      neededOn: "2026-12-25",
      place: "ห้องคอมพิวเตอร์ อาคาร 2",
      fiscalYear: 2570,
      fund: "project",
      project: "โครงการพัฒนาห้องเรียนดิจิทัล (ตัวอย่าง)",
      budget: 120_000,
      offers: [
        { seller: "ร้านตัวอย่างหนึ่ง", price: 118_900 },
        { seller: "ร้านตัวอย่างสอง", price: 121_500 },
        { seller: "ร้านตัวอย่างสาม", price: 124_000 },
      ],
      offerFiles: ["sample-file"],
      attachments: ["sample-file"],
      ...sampleRequester,
    },
    {
      itemType: "software",
      items: [{ name: "โปรแกรมตัดต่อวิดีโอ", spec: "ใช้ได้บน Windows 11", quantity: 3, unit: "license", unitPrice: 4_500 }],
      licences: 3,
      licenceTerm: "year",
      reason: "ใช้ผลิตสื่อการสอนของศูนย์สื่อ โปรแกรมเดิมหมดอายุการใช้งาน",
      duty: "p13",
      neededOn: "2026-12-15",
      fiscalYear: 2570,
      fund: "office",
      budget: 15_000,
      ...sampleRequester,
    },
  ],
});

/** How many sellers made an offer: the same one twice is one. */
function sellersIn(offers: { seller?: string }[] | undefined): number {
  return new Set((offers ?? []).map(({ seller }) => (seller ?? "").replace(/\s+/g, ""))).size;
}
