import { choiceField } from "#models/fields/kinds/choice.ts";
import { filesField } from "#models/fields/kinds/files.ts";
import { moneyField, numberField } from "#models/fields/kinds/number.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { assetField, textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { committeeFault, committeeField, committeeMessage, sampleCommittee } from "#models/requests/parts/committee-field.ts";
import { fiscalYearField, fundFields, needsProject } from "#models/requests/parts/fund-fields.ts";
import { requesterFields, sampleRequester } from "#models/requests/parts/requester-fields.ts";
import { yearField } from "#models/requests/parts/year-field.ts";

export const specDefinitionForm = defineForm({
  id: "spec_definition",
  version: 1,
  title: "กำหนดคุณสมบัติ",
  manualTitles: ["แบบการกำหนดคุณสมบัติ"],
  fields: {
    item: textField({ label: "รายการที่กำหนดคุณสมบัติ", max: 200, min: 3 }),
    quantity: numberField({ label: "จำนวน", min: 1, max: 100_000, whole: true }),
    unit: textField({ label: "หน่วย", help: "เช่น เครื่อง ชุด ระบบ", max: 40 }),
    purpose: textField({ label: "เหตุผลและวัตถุประสงค์", max: 2000, min: 10 }),
    replaces: assetField({ label: "ทดแทนครุภัณฑ์หมายเลข", help: "เว้นไว้ได้ถ้าเป็นของใหม่", optional: true }),
    features: rowsField({
      label: "คุณลักษณะเฉพาะ",
      help: "ไม่ระบุยี่ห้อหรือรุ่น และไม่เจาะจงจนเหลือรายเดียวนะคะ",
      columns: {
        name: textField({ label: "คุณลักษณะ", max: 300, min: 2 }),
        minimum: textField({ label: "ค่าขั้นต่ำ", max: 200 }),
        unit: textField({ label: "หน่วย", max: 40, optional: true }),
      },
      max: 80,
    }),
    warrantyMonths: numberField({ label: "รับประกันไม่น้อยกว่า", min: 0, max: 120, whole: true, unit: "เดือน" }),
    deliveryDays: numberField({ label: "ส่งมอบภายใน", min: 1, max: 720, whole: true, unit: "วัน" }),
    priceFrom: choiceField({
      label: "ที่มาของราคากลาง",
      choices: {
        standard: "เกณฑ์ราคากลางของกระทรวงดิจิทัลฯ (ดศ.)",
        market: "สืบราคาจากท้องตลาด",
        last: "ราคาที่เคยซื้อหรือจ้างครั้งหลังสุด",
      },
    }),
    standardYear: yearField({ label: "เกณฑ์ราคากลางฉบับปี พ.ศ.", help: "เช่น 2568" }),
    standardItem: textField({ label: "ข้อในเกณฑ์", help: "เช่น ข้อ 8 เครื่องคอมพิวเตอร์โน้ตบุ๊กสำหรับงานประมวลผล", max: 300 }),
    standardPrice: moneyField({ label: "ราคาตามเกณฑ์ต่อหน่วย" }),
    unitPrice: moneyField({ label: "ราคากลางต่อหน่วย" }),
    whyAbove: textField({ label: "เหตุผลที่สูงกว่าเกณฑ์", max: 1000, min: 10 }),
    sources: rowsField({
      label: "แหล่งที่สืบราคา",
      columns: {
        source: textField({ label: "แหล่งที่มา", max: 200, min: 2 }),
        price: moneyField({ label: "ราคาต่อหน่วย" }),
      },
      max: 10,
    }),
    fiscalYear: fiscalYearField(),
    ...fundFields(),
    order: textField({ label: "คำสั่งแต่งตั้งที่", help: "เช่น 12/2570 เว้นไว้ได้ถ้ายังไม่มีคำสั่ง", max: 60, optional: true }),
    committee: committeeField("คณะทำงานกำหนดคุณสมบัติ"),
    attachments: filesField({ label: "เอกสารแนบ", help: "เช่น เกณฑ์ราคากลาง ผลการสืบราคา", optional: true }),
    ...requesterFields(),
  },
  shownWhen: {
    standardYear: ({ priceFrom }) => priceFrom === "standard",
    standardItem: ({ priceFrom }) => priceFrom === "standard",
    standardPrice: ({ priceFrom }) => priceFrom === "standard",
    whyAbove: ({ priceFrom, standardPrice, unitPrice }) =>
      priceFrom === "standard" && standardPrice !== undefined && unitPrice !== undefined && unitPrice > standardPrice,
    sources: ({ priceFrom }) => priceFrom === "market",
    project: needsProject,
  },
  rules: [
    {
      at: "budget",
      message: "ราคากลางรวมเกินวงเงิน เช่น 5 เครื่อง เครื่องละ 22,000 ต้องมีวงเงิน 110,000 บาทนะคะ",
      holds: ({ quantity = 0, unitPrice = 0, budget = 0 }) => Math.round(quantity * unitPrice * 100) <= Math.round(budget * 100),
    },
    {
      at: "sources",
      message: "สืบราคาอย่างน้อย 3 แหล่งนะคะ เช่น ร้าน ก ร้าน ข และเว็บไซต์ ค",
      holds: ({ priceFrom, sources }) => priceFrom !== "market" || (sources?.length ?? 0) >= 3,
    },
    { at: "committee", message: committeeMessage, holds: ({ committee }) => !committeeFault(committee) },
  ],
  sections: [
    { title: "รายการ", fields: ["item", "quantity", "unit", "purpose", "replaces"] },
    { title: "คุณสมบัติ", fields: ["features", "warrantyMonths", "deliveryDays"] },
    {
      title: "ราคากลางและวงเงิน",
      fields: [
        "priceFrom",
        "standardYear",
        "standardItem",
        "standardPrice",
        "unitPrice",
        "whyAbove",
        "sources",
        "fiscalYear",
        "fund",
        "project",
        "budget",
      ],
    },
    { title: "คณะทำงาน", fields: ["order", "committee", "attachments", "school", "phone"] },
  ],
  examples: [
    {
      item: "เครื่องคอมพิวเตอร์โน้ตบุ๊กสำหรับห้องเรียนคอมพิวเตอร์",
      quantity: 5,
      unit: "เครื่อง",
      purpose: "ทดแทนเครื่องเดิมที่ชำรุดและซ่อมไม่คุ้มค่า ให้เพียงพอกับจำนวนนักเรียน",
      replaces: "7440-001-0001/65",
      features: [
        { name: "หน่วยประมวลผลกลาง จำนวนแกนหลักไม่น้อยกว่า", minimum: "8", unit: "แกน" },
        { name: "หน่วยความจำหลักชนิด DDR4 หรือดีกว่า ขนาดไม่น้อยกว่า", minimum: "16", unit: "GB" },
        { name: "หน่วยจัดเก็บข้อมูลชนิด SSD ความจุไม่น้อยกว่า", minimum: "500", unit: "GB" },
        { name: "เชื่อมต่อเครือข่ายไร้สายมาตรฐาน", minimum: "Wi-Fi 6 หรือดีกว่า" },
      ],
      warrantyMonths: 36,
      deliveryDays: 60,
      priceFrom: "standard",
      standardYear: 2568,
      standardItem: "เครื่องคอมพิวเตอร์โน้ตบุ๊กสำหรับงานประมวลผล",
      standardPrice: 22_000,
      unitPrice: 23_500,
      whyAbove: "ต้องการหน่วยความจำมากกว่าเกณฑ์เพื่อใช้โปรแกรมตัดต่อสื่อการสอน",
      fiscalYear: 2570,
      fund: "project",
      project: "โครงการพัฒนาห้องเรียนดิจิทัล (ตัวอย่าง)",
      budget: 117_500,
      order: "12/2570",
      committee: sampleCommittee,
      attachments: ["sample-file"],
      ...sampleRequester,
    },
    {
      item: "จอแสดงภาพขนาด 75 นิ้ว",
      quantity: 1,
      unit: "เครื่อง",
      purpose: "ใช้ในห้องประชุมและอบรมของสำนักงานเขต แทนเครื่องฉายเดิม",
      features: [{ name: "ความละเอียดไม่น้อยกว่า", minimum: "3840 x 2160", unit: "จุดภาพ" }],
      warrantyMonths: 24,
      deliveryDays: 30,
      priceFrom: "market",
      unitPrice: 38_000,
      sources: [
        { source: "ร้านตัวอย่างหนึ่ง", price: 39_900 },
        { source: "ร้านตัวอย่างสอง", price: 38_000 },
        { source: "เว็บไซต์ตัวอย่าง", price: 41_000 },
      ],
      fiscalYear: 2570,
      fund: "office",
      budget: 40_000,
      committee: sampleCommittee.slice(0, 1),
      ...sampleRequester,
    },
  ],
});
