import { percentageField } from "#models/fields/kinds/number.ts";
import {
  attachmentsField,
  type Indicator,
  indicatorsField,
  isBehind,
  periodField,
  picturesField,
  problemsField,
  suggestionsField,
} from "./report-fields.ts";

/** What every monitoring form of the manual asks, whatever is monitored. */
export const monitorFields = () => ({
  period: periodField("รอบที่ติดตาม", "ติดตามผลของช่วงไหนคะ"),
  indicators: indicatorsField(),
  progress: percentageField({ label: "ความก้าวหน้า", question: "ก้าวหน้าไปร้อยละเท่าไรคะ", help: "เทียบกับแผนของทั้งปี เช่น 60" }),
  problems: problemsField(),
  suggestions: suggestionsField(),
  photos: picturesField(),
  attachments: attachmentsField("เช่น ผลทดสอบ ตารางข้อมูล"),
});

/** A result behind its target says why. */
export const behindSaysWhy = {
  at: "problems" as const,
  message: "มีตัวชี้วัดที่ผลต่ำกว่าเป้า ขอปัญหาที่พบด้วยนะคะ เช่น สัญญาณไม่ถึงอาคาร 3",
  holds: ({ indicators, problems }: { indicators?: Indicator[]; problems?: string }) => !isBehind(indicators) || problems !== undefined,
};
