import { choiceField } from "#models/fields/kinds/choice.ts";
import { moneyField } from "#models/fields/kinds/number.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { yearField } from "./year-field.ts";

const funds = {
  office: "งบประมาณของเขตพื้นที่",
  project: "งบตามโครงการ",
  school: "เงินอุดหนุนหรือรายได้สถานศึกษา",
  other: "แหล่งเงินอื่น",
} as const;

/** ปีงบประมาณ in พ.ศ. */
export function fiscalYearField() {
  return yearField({ label: "ปีงบประมาณ", help: "เริ่ม 1 ตุลาคม เช่น 1 ต.ค. 69 ถึง 30 ก.ย. 70 คือปี 2570" });
}

/** Where the money comes from, and how much of it there is. */
export function fundFields() {
  return {
    fund: choiceField({ label: "แหล่งเงิน", choices: funds }),
    project: textField({ label: "โครงการ/กิจกรรม", max: 300, min: 3 }),
    budget: moneyField({ label: "วงเงินที่ใช้ได้", help: "ตามที่ได้รับจัดสรรสำหรับเรื่องนี้" }),
  };
}

/** A project is named where the money is one's, or nobody else would know whose it is. */
export const needsProject = ({ fund }: { fund?: keyof typeof funds }): boolean => fund === "project" || fund === "other";
