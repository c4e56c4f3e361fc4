import { showNumber } from "#models/fields/thai/numbers.ts";
import type { Answers, AnswersOf } from "#models/requests/define-form.ts";
import { defineRequestType } from "#models/requests/define-request-type.ts";
import { carriedFiles } from "#models/requests/parts/carried-files.ts";
import type { specDefinitionForm } from "#models/requests/spec-definition/spec-definition.form.ts";
import { committeeApproval } from "#models/workflows/committee-approval.ts";
import { chosenOffer } from "./chosen-offer.ts";
import { specComparisonForm } from "./spec-comparison.form.ts";

export const specComparison = defineRequestType({
  form: specComparisonForm,
  workflow: committeeApproval("spec_comparison", {
    label: "อนุมัติผลเปรียบเทียบแล้ว",
    next: "ยื่นขอซื้อต่อได้เลย",
    staffNext: "ยื่นขอซื้อต่อ",
  }),
  conversation: {
    startsOn: { intents: [], phrases: ["เปรียบเทียบคุณสมบัติ", "เปรียบเทียบสเปก", "สรุปเปรียบเทียบคุณสมบัติ"] },
    opening: "แบบสรุปเปรียบเทียบมีตารางรายข้อ กรอกในแบบเต็มนะคะ",
    steps: [],
  },
  code: { thai: "ปค", ascii: "SPC" },
  name: "เปรียบเทียบคุณสมบัติ",
  icon: "compare",
  about: "เทียบข้อเสนอผู้ขายรายข้อ ผ่านหรือไม่ผ่าน แล้วสรุปเลือก",
  keywords: ["เปรียบเทียบ", "เทียบสเปก", "เทียบสเปค", "ข้อเสนอผู้ขาย", "ผู้เสนอราคา"],
  processes: [3],
  openTo: "staff",
  subject: ({ item }) => `เปรียบเทียบคุณสมบัติ${item ?? ""}`,
  category: () => "procurement",
  group: () => 1,
  continues: [{ from: "spec_definition", states: ["approved"], prefill: (earlier, { number }) => fromDefinition(earlier, number) }],
  memo: {
    about: ({ item }) => `รายงานผลการเปรียบเทียบคุณสมบัติ${item ?? ""}`,
    cause: ({ item, definition }) =>
      definition ? `ตามที่ได้กำหนดคุณสมบัติ${item ?? ""} ตามแบบเลขที่ ${definition} นั้น` : `ด้วยมีการจัดหา${item ?? ""}`,
    purpose(answers) {
      const { seller, price } = chosenOffer(answers);
      const chosen = seller ? `เห็นควรเลือก${seller} ราคารวม ${showNumber(price ?? 0)} บาท` : "ไม่มีผู้เสนอรายใดผ่านทุกข้อ";
      return `คณะทำงานได้เปรียบเทียบข้อเสนอแล้ว ${chosen} เนื่องจาก${answers.summary ?? ""}`;
    },
    closing: "โปรดพิจารณาอนุมัติ",
  },
});

/** The clauses of the definition, in the words of each offer's first two columns. */
function fromDefinition(earlier: Answers, number: string): AnswersOf<typeof specComparisonForm.fields> {
  const { item, quantity, unit, budget, features, committee, school, phone }: AnswersOf<typeof specDefinitionForm.fields> = earlier;
  const clauses = (features ?? []).map(({ name, minimum, unit: of }, at) => ({
    clause: String(at + 1),
    wanted: [name, minimum, of].filter(Boolean).join(" "),
  }));
  return {
    definition: number,
    ...(item ? { item } : {}),
    ...(quantity ? { quantity } : {}),
    ...(unit ? { unit } : {}),
    ...(budget ? { budget } : {}),
    ...(committee ? { committee } : {}),
    ...(school ? { school } : {}),
    ...(phone ? { phone } : {}),
    ...carriedFiles(earlier, "attachments", ["attachments"]),
    ...(clauses.length > 0 ? { sellers: "three", offer1: clauses, offer2: clauses, offer3: clauses } : {}),
  };
}
