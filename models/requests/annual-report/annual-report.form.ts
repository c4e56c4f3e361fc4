import { moneyField, numberField } from "#models/fields/kinds/number.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { attachmentsField, picturesField, problemsField, suggestionsField } from "#models/requests/parts/report-fields.ts";
import { yearField } from "#models/requests/parts/year-field.ts";

type Spent = { given?: number | undefined; used?: number | undefined };

const sum = (rows: readonly Spent[] | undefined, key: keyof Spent): number =>
  Math.round((rows ?? []).reduce((total, row) => total + (row[key] ?? 0), 0) * 100) / 100;

export const annualReportForm = defineForm({
  id: "annual_report",
  version: 1,
  title: "รายงานสรุปผลการดำเนินงานในรอบปี",
  manualTitles: ["แบบรายงานสรุปผลการดำเนินงานในรอบปี"],
  fields: {
    fiscalYear: yearField({ label: "รายงานของปี", question: "รายงานของปีงบประมาณไหนคะ" }),
    summary: textField({
      label: "สรุปผลทั้งปี",
      question: "สรุปผลทั้งปีว่าอย่างไรคะ",
      help: "งานสำคัญและผลที่เกิดกับโรงเรียนและผู้รับบริการค่ะ",
      needsWords: true,
      max: 5000,
    }),
    statistics: rowsField({
      label: "สถิติการดำเนินงาน",
      question: "สถิติทั้งปีมีอะไรบ้างคะ",
      help: "หนึ่งแถวต่อหนึ่งเรื่อง เช่น งานซ่อม 412 งาน",
      columns: {
        item: textField({ label: "เรื่อง", max: 200, min: 2 }),
        lastYear: numberField({ label: "ปีก่อน", max: 100_000_000, optional: true }),
        thisYear: numberField({ label: "ปีนี้", max: 100_000_000 }),
        unit: textField({ label: "หน่วย", max: 40 }),
      },
      max: 60,
    }),
    budgetGiven: moneyField({ label: "งบที่ได้รับทั้งปี", question: "ทั้งปีได้รับงบเท่าไรคะ", help: "ไม่ได้รับงบใส่ 0 ค่ะ" }),
    budget: rowsField({
      label: "การใช้งบประมาณ",
      question: "ใช้งบกับอะไรบ้างคะ",
      help: "รวมช่อง ได้รับ ต้องเท่ากับงบที่ได้รับทั้งปี คงเหลือคิดให้เอง",
      columns: {
        item: textField({ label: "งาน/โครงการ", max: 200, min: 2 }),
        given: moneyField({ label: "ได้รับ" }),
        used: moneyField({ label: "ใช้จริง" }),
      },
      computed: { left: { label: "คงเหลือ", kind: "money", of: ({ given = 0, used = 0 }) => given - used } },
      totals: ["given", "used", "left"],
      max: 40,
    }),
    problems: problemsField(),
    suggestions: suggestionsField(),
    plan: rowsField({
      label: "แผนปีต่อไป",
      question: "ปีต่อไปจะทำอะไรบ้างคะ",
      help: "หนึ่งแถวต่อหนึ่งงาน ยังไม่รู้งบก็เว้นไว้ค่ะ",
      columns: {
        work: textField({ label: "งาน/โครงการ", max: 200, min: 2 }),
        when: textField({ label: "ช่วงเวลา", max: 80 }),
        budget: moneyField({ label: "งบที่ขอ", optional: true }),
      },
      totals: ["budget"],
      max: 40,
    }),
    photos: picturesField(),
    attachments: attachmentsField("เช่น รายงานฉบับเต็ม ตารางสถิติ"),
  },
  shownWhen: { budget: ({ budgetGiven }) => (budgetGiven ?? 0) > 0 },
  rules: [
    {
      at: "budget",
      message: "รวมช่อง ได้รับ ไม่เท่ากับงบที่ได้รับทั้งปี ขอแก้ให้ตรงกันนะคะ เช่น 80,000 + 40,000 = 120,000",
      holds: ({ budget, budgetGiven }) => budget === undefined || sum(budget, "given") === budgetGiven,
    },
    {
      at: "budget",
      message: "รวมที่ใช้จริงเกินงบที่ได้รับ ขอแก้ตัวเลขนะคะ เช่น ได้รับ 120,000 ใช้ 118,500",
      holds: ({ budget }) => sum(budget, "used") <= sum(budget, "given"),
    },
  ],
  sections: [
    { title: "ผลการดำเนินงาน", fields: ["fiscalYear", "summary", "statistics"] },
    { title: "งบประมาณ", fields: ["budgetGiven", "budget"] },
    { title: "ปัญหาและแผน", fields: ["problems", "suggestions", "plan"] },
    { title: "เอกสารประกอบ", fields: ["photos", "attachments"] },
  ],
  examples: [
    {
      fiscalYear: 2570,
      summary: "เว็บไซต์ของเขตเผยแพร่ข่าวครบทุกกลุ่มงาน และอบรมครูได้ครบทุกโรงเรียน",
      statistics: [
        { item: "ข่าวที่เผยแพร่", lastYear: 310, thisYear: 402, unit: "ข่าว" },
        { item: "ครูที่ผ่านการอบรม", lastYear: 180, thisYear: 226, unit: "คน" },
        { item: "ความพึงพอใจต่อเว็บไซต์", thisYear: 4.32, unit: "คะแนนเต็ม 5" },
      ],
      budgetGiven: 120000,
      budget: [
        { item: "อบรมครูผู้ดูแลเว็บไซต์", given: 80000, used: 79250 },
        { item: "ค่าเช่าพื้นที่เว็บไซต์", given: 40000, used: 38500.5 },
      ],
      problems: "ครูผู้ดูแลเว็บไซต์ย้ายโรงเรียนบ่อย ต้องอบรมซ้ำ",
      suggestions: "จัดทำคู่มือและคลิปสั้นให้ครูคนใหม่เรียนเอง",
      plan: [
        { work: "อบรมครูผู้ดูแลเว็บไซต์รุ่นใหม่", when: "ไตรมาสที่ 1", budget: 60000 },
        { work: "ปรับหน้าเว็บไซต์ให้คนพิการใช้ได้", when: "ไตรมาสที่ 2" },
      ],
      photos: ["sample-photo"],
      attachments: ["sample-file"],
    },
  ],
});
