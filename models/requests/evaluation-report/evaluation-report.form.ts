import type { Field } from "#models/fields/field.ts";
import { choiceField } from "#models/fields/kinds/choice.ts";
import { numberField } from "#models/fields/kinds/number.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { attachmentsField, periodField, problemsField, suggestionsField } from "#models/requests/parts/report-fields.ts";
import { levelOf } from "#models/surveys/levels.ts";

/** The most that marks from 1 to 5 can deviate: of two of them, 1 and 5. */
const mostDeviation = 2.83;

const twoDecimals = (field: Field<number>): Field<number> => ({ ...field, show: (value) => value.toFixed(2) });
const withLevel = (field: Field<number>): Field<number> => ({ ...field, show: (value) => `${value.toFixed(2)} (ระดับ${levelOf(value)})` });

export const evaluationReportForm = defineForm({
  id: "evaluation_report",
  version: 1,
  title: "รายงานสรุปผลการประเมิน",
  manualTitles: ["แบบรายงานสรุปผลการประเมิน"],
  fields: {
    title: textField({
      label: "เรื่องที่ประเมิน",
      question: "ประเมินเรื่องอะไรคะ",
      help: "เช่น ความพึงพอใจต่อระบบเครือข่ายคอมพิวเตอร์ ภาคเรียนที่ 2",
      needsWords: true,
      max: 200,
    }),
    subjectKind: choiceField({
      label: "ระบบที่ประเมิน",
      question: "ประเมินระบบด้านไหนคะ",
      choices: { network: "ระบบเครือข่ายและการสื่อสาร", info: "ระบบข้อมูลสารสนเทศ" },
    }),
    sourceNumber: textField({
      label: "อ้างถึงแบบเลขที่",
      question: "ใช้ข้อมูลจากแบบเลขที่เท่าไรคะ",
      help: "เช่น ตค-2570-000008 ไม่มีก็เว้นไว้ค่ะ",
      max: 80,
      optional: true,
    }),
    period: periodField("ช่วงที่ประเมิน", "ประเมินช่วงไหนคะ"),
    population: numberField({
      label: "ผู้เกี่ยวข้องทั้งหมด",
      question: "ผู้เกี่ยวข้องทั้งหมดกี่คนคะ",
      whole: true,
      min: 1,
      max: 100_000,
      unit: "คน",
      optional: true,
    }),
    respondents: numberField({
      label: "ผู้ตอบ (n)",
      question: "มีผู้ตอบกี่คนคะ",
      whole: true,
      min: 1,
      max: 100_000,
      unit: "คน",
    }),
    results: rowsField({
      label: "ผลการประเมินรายข้อ",
      question: "ผลการประเมินแต่ละข้อเป็นอย่างไรคะ",
      help: "ระดับคิดให้เองจากค่าเฉลี่ย ตามเกณฑ์ห้าช่วง",
      columns: {
        item: textField({ label: "ข้อ", max: 300, min: 2 }),
        n: numberField({ label: "n", whole: true, min: 1, max: 100_000 }),
        mean: twoDecimals(numberField({ label: "x̄", min: 1, max: 5 })),
        sd: twoDecimals(numberField({ label: "S.D.", max: mostDeviation })),
      },
      computed: { level: { label: "ระดับ", kind: "text", of: (row) => (row.mean === undefined ? "" : levelOf(row.mean)) } },
      max: 60,
    }),
    overallMean: withLevel(
      numberField({ label: "ค่าเฉลี่ยรวม (x̄)", question: "ค่าเฉลี่ยรวมเท่าไรคะ", help: "จาก 1.00 ถึง 5.00 เช่น 4.32", min: 1, max: 5 }),
    ),
    overallSd: twoDecimals(
      numberField({
        label: "S.D. รวม",
        question: "ส่วนเบี่ยงเบนมาตรฐานรวมเท่าไรคะ",
        help: "เช่น 0.61",
        max: mostDeviation,
      }),
    ),
    strengths: textField({ label: "จุดเด่น", question: "จุดเด่นคืออะไรคะ", max: 1000, optional: true }),
    conclusion: textField({
      label: "แปลผลและสรุป",
      question: "สรุปผลได้ว่าอย่างไรคะ",
      help: "บอกข้อที่สูงสุด ต่ำสุด และควรทำอะไรต่อค่ะ",
      needsWords: true,
      max: 3000,
    }),
    problems: problemsField(),
    suggestions: suggestionsField(),
    attachments: attachmentsField("เช่น แบบสอบถาม ตารางวิเคราะห์"),
  },
  rules: [
    {
      at: "respondents",
      message: "ผู้ตอบมากกว่าผู้เกี่ยวข้องทั้งหมด ขอแก้ตัวเลขนะคะ เช่น ทั้งหมด 120 คน ตอบ 98 คน",
      holds: ({ population, respondents }) => population === undefined || (respondents ?? 0) <= population,
    },
    {
      at: "results",
      message: "มีข้อที่ n มากกว่าจำนวนผู้ตอบ ขอแก้ตัวเลขนะคะ เช่น ผู้ตอบ 98 คน n ไม่เกิน 98",
      holds: ({ respondents, results }) => (results ?? []).every(({ n = 0 }) => n <= (respondents ?? 0)),
    },
    {
      at: "overallMean",
      message: "ค่าเฉลี่ยรวมต้องอยู่ระหว่างข้อต่ำสุดกับข้อสูงสุดนะคะ เช่น รายข้อ 3.90 ถึง 4.60 ค่ารวม 4.32",
      holds: ({ overallMean = 0, results = [] }) => {
        const means = results.map((row) => row.mean ?? 0);
        return overallMean >= Math.min(...means) - 0.005 && overallMean <= Math.max(...means) + 0.005;
      },
    },
  ],
  sections: [
    { title: "การประเมิน", fields: ["title", "subjectKind", "sourceNumber", "period", "population", "respondents"] },
    { title: "ผลการประเมิน", fields: ["results", "overallMean", "overallSd"] },
    { title: "สรุปและข้อเสนอแนะ", fields: ["strengths", "conclusion", "problems", "suggestions", "attachments"] },
  ],
  examples: [
    {
      title: "ความพึงพอใจต่อระบบเครือข่ายคอมพิวเตอร์ ภาคเรียนที่ 2",
      subjectKind: "network",
      sourceNumber: "ตค-2570-000008",
      period: { from: "2026-12-01", until: "2026-12-18" },
      population: 120,
      respondents: 98,
      results: [
        { item: "ความเร็วของอินเทอร์เน็ต", n: 98, mean: 4.12, sd: 0.74 },
        { item: "สัญญาณครอบคลุมพื้นที่ที่ใช้", n: 97, mean: 3.46, sd: 0.98 },
        { item: "การช่วยเหลือเมื่อมีปัญหา", n: 98, mean: 4.67, sd: 0.51 },
      ],
      overallMean: 4.08,
      overallSd: 0.76,
      strengths: "ผู้ตอบพอใจการช่วยเหลือของเจ้าหน้าที่มากที่สุด",
      conclusion: "ภาพรวมอยู่ในระดับมาก ข้อที่ควรพัฒนาคือสัญญาณให้ครอบคลุมห้องเรียน",
      problems: "ผู้ตอบบางส่วนไม่ตอบข้อสัญญาณ เพราะใช้เครื่องต่อสาย",
      suggestions: "สำรวจจุดอับสัญญาณก่อนตั้งงบประมาณปีหน้า",
      attachments: ["sample-file"],
    },
  ],
});
