import type { Field } from "#models/fields/field.ts";
import { type DateRangeValue, dateRangeField } from "#models/fields/kinds/date-range.ts";
import { filesField } from "#models/fields/kinds/files.ts";
import { numberField } from "#models/fields/kinds/number.ts";
import { photosField } from "#models/fields/kinds/photos.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { showDateInDocument } from "#models/fields/thai/dates.ts";

/** What was measured against what was aimed at. */
export type Indicator = { indicator?: string; target?: number; result?: number; unit?: string };

const percentOf = ({ target, result }: Indicator): number => (target && result !== undefined ? (result / target) * 100 : 0);

/** Indicators with target and result; how much of the target was reached is worked out. */
export function indicatorsField({ label = "ตัวชี้วัด", what = "ตัวชี้วัด" }: { label?: string; what?: string } = {}): Field<Indicator[]> {
  return rowsField({
    label,
    question: "ผลเทียบกับเป้าเป็นอย่างไรบ้างคะ",
    help: "หนึ่งแถวต่อหนึ่งเรื่อง ร้อยละคิดให้เองจากผลเทียบกับเป้า",
    columns: {
      indicator: textField({ label: what, max: 200, min: 2 }),
      target: numberField({ label: "เป้า", min: 0.01, max: 100_000_000 }),
      result: numberField({ label: "ผล", max: 100_000_000 }),
      unit: textField({ label: "หน่วย", max: 40 }),
    },
    computed: { percent: { label: "ร้อยละ", kind: "number", of: percentOf } },
    max: 40,
  }) as Field<Indicator[]>;
}

/** Whether a result stays behind its target. */
export const isBehind = (indicators: readonly Indicator[] | undefined): boolean =>
  (indicators ?? []).some(({ target = 0, result = 0 }) => result < target);

/** From which day until which something was done. */
export const periodField = (label: string, question: string): Field<DateRangeValue> =>
  dateRangeField({ label, question, help: "เช่น 1 ต.ค. 69 ถึง 31 มี.ค. 70" });

export const problemsField = (): Field<string> =>
  textField({
    label: "ปัญหาและอุปสรรค",
    question: "มีปัญหาหรืออุปสรรคอะไรบ้างคะ",
    help: "ไม่มีก็เว้นไว้ค่ะ",
    max: 2000,
    optional: true,
  });

export const suggestionsField = (): Field<string> =>
  textField({ label: "ข้อเสนอแนะ", question: "มีข้อเสนอแนะอะไรบ้างคะ", max: 2000, optional: true });

export const picturesField = (): Field<string[]> =>
  photosField({ label: "ภาพประกอบ", question: "มีภาพประกอบไหมคะ", optional: true, max: 10 });

export const attachmentsField = (help: string): Field<string[]> =>
  filesField({ label: "เอกสารแนบ", question: "มีเอกสารแนบไหมคะ", help, optional: true, max: 10 });

/** The number of the record that a report goes on from, typed or carried over. */
export const recordNumberField = (example: string): Field<string> =>
  textField({
    label: "ต่อจากบันทึกเลขที่",
    question: "ต่อจากแบบบันทึกเลขที่เท่าไรคะ",
    help: `เช่น ${example} ไม่มีก็เว้นไว้ค่ะ`,
    max: 40,
    optional: true,
  });

/** A span of days within a sentence of a document. */
export function spanInDocument(period: DateRangeValue | undefined): string {
  if (!period) return "";
  const { from, until } = period;
  return from === until ? `เมื่อวันที่ ${showDateInDocument(from)}` : `ระหว่างวันที่ ${showDateInDocument(from)} ถึงวันที่ ${showDateInDocument(until)}`;
}
