import { moneyField, numberField } from "#models/fields/kinds/number.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { yesNoField } from "#models/fields/kinds/yes-no.ts";
import { defineForm } from "#models/requests/define-form.ts";
import {
  attachmentsField,
  indicatorsField,
  isBehind,
  periodField,
  picturesField,
  problemsField,
  suggestionsField,
} from "#models/requests/parts/report-fields.ts";

export const operationSummaryForm = defineForm({
  id: "operation_summary",
  version: 1,
  title: "สรุปผลการดำเนินงาน",
  manualTitles: ["แบบสรุปผลการดำเนินงาน"],
  fields: {
    work: textField({
      label: "งาน/กิจกรรม",
      question: "สรุปผลงานหรือกิจกรรมอะไรคะ",
      help: "เช่น ให้คำปรึกษาและแก้ไขปัญหาระบบคอมพิวเตอร์ของสถานศึกษา",
      needsWords: true,
      max: 200,
    }),
    period: periodField("ช่วงที่ดำเนินการ", "ดำเนินการตั้งแต่วันไหนถึงวันไหนคะ"),
    goal: textField({ label: "เป้าหมาย", question: "ตั้งเป้าหมายไว้อย่างไรคะ", needsWords: true, max: 1000 }),
    participants: numberField({
      label: "ผู้เข้าร่วม/ผู้รับบริการ",
      question: "มีผู้เข้าร่วมหรือผู้รับบริการกี่คนคะ",
      whole: true,
      max: 100_000,
      unit: "คน",
      optional: true,
    }),
    results: indicatorsField({ label: "กิจกรรมและผล", what: "กิจกรรม" }),
    outcome: textField({
      label: "สรุปผล",
      question: "สรุปผลได้ว่าอย่างไรคะ",
      help: "สิ่งที่เกิดขึ้นกับผู้รับบริการหรือโรงเรียน ไม่ใช่แค่จำนวนครั้งค่ะ",
      needsWords: true,
      max: 3000,
    }),
    hasBudget: yesNoField({ label: "ใช้งบประมาณ", question: "งานนี้ใช้งบประมาณไหมคะ", yes: "ใช้", no: "ไม่ใช้" }),
    budgetGiven: moneyField({ label: "งบที่ได้รับ", question: "ได้รับงบเท่าไรคะ" }),
    budgetUsed: moneyField({ label: "งบที่ใช้จริง", question: "ใช้จริงเท่าไรคะ" }),
    overspentBecause: textField({ label: "เหตุที่ใช้เกินงบ", question: "ใช้เกินงบเพราะอะไรคะ", needsWords: true, max: 500 }),
    problems: problemsField(),
    suggestions: suggestionsField(),
    photos: picturesField(),
    attachments: attachmentsField("เช่น คำสั่ง รายชื่อผู้เข้าร่วม เอกสารประกอบ"),
  },
  shownWhen: {
    budgetGiven: ({ hasBudget }) => hasBudget === true,
    budgetUsed: ({ hasBudget }) => hasBudget === true,
    overspentBecause: ({ hasBudget, budgetGiven, budgetUsed }) => hasBudget === true && (budgetUsed ?? 0) > (budgetGiven ?? 0),
  },
  rules: [
    {
      at: "problems",
      message: "มีกิจกรรมที่ผลต่ำกว่าเป้า ขอปัญหาที่พบด้วยนะคะ เช่น โรงเรียนติดสอบจึงเข้าร่วมไม่ครบ",
      holds: ({ results, problems }) => !isBehind(results) || problems !== undefined,
    },
  ],
  sections: [
    { title: "งานที่ทำ", fields: ["work", "period", "goal", "participants"] },
    { title: "ผลการดำเนินงาน", fields: ["results", "outcome"] },
    { title: "งบประมาณ", fields: ["hasBudget", "budgetGiven", "budgetUsed", "overspentBecause"] },
    { title: "ปัญหาและข้อเสนอแนะ", fields: ["problems", "suggestions"] },
    { title: "เอกสารประกอบ", fields: ["photos", "attachments"] },
  ],
  examples: [
    {
      work: "ให้คำปรึกษาและแก้ไขปัญหาระบบคอมพิวเตอร์ของสถานศึกษา",
      period: { from: "2026-10-01", until: "2026-12-15" },
      goal: "สถานศึกษาทุกแห่งที่แจ้งปัญหาได้รับการแก้ไขภายในห้าวันทำการ",
      participants: 86,
      results: [
        { indicator: "ให้คำปรึกษาทางโทรศัพท์และไลน์", target: 120, result: 134, unit: "ครั้ง" },
        { indicator: "ออกแก้ไขปัญหาที่สถานศึกษา", target: 40, result: 36, unit: "แห่ง" },
      ],
      outcome: "สถานศึกษาใช้งานเครื่องและเครือข่ายได้ต่อเนื่อง ครูแก้ปัญหาเบื้องต้นได้เองมากขึ้น",
      hasBudget: true,
      budgetGiven: 15000,
      budgetUsed: 15840.5,
      overspentBecause: "ค่าเดินทางไปสถานศึกษาบนเกาะเพิ่มหนึ่งเที่ยว",
      problems: "สถานศึกษาสี่แห่งปิดเรียนเพราะน้ำท่วม จึงออกไปไม่ได้ตามแผน",
      suggestions: "จัดอบรมครูแกนนำโรงเรียนละหนึ่งคนก่อนเปิดภาคเรียน",
      photos: ["sample-photo"],
      attachments: ["sample-file"],
    },
    {
      work: "คลินิกคอมพิวเตอร์วันศุกร์",
      period: { from: "2026-12-04", until: "2026-12-04" },
      goal: "รับปรึกษาอย่างน้อยสิบราย",
      results: [{ indicator: "ให้คำปรึกษา", target: 10, result: 12, unit: "ราย" }],
      outcome: "ผู้รับบริการทุกรายกลับไปใช้งานได้",
      hasBudget: false,
    },
  ],
});
