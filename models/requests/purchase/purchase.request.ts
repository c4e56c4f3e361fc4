import { showNumber } from "#models/fields/thai/numbers.ts";
import type { AnswersOf } from "#models/requests/define-form.ts";
import { defineRequestType } from "#models/requests/define-request-type.ts";
import { afterRepair, repairFacts } from "#models/requests/parts/after-repair.ts";
import { carriedFiles } from "#models/requests/parts/carried-files.ts";
import { groupOfDuty, processOfDuty } from "#models/requests/parts/duty-field.ts";
import { listed } from "#models/requests/parts/listed.ts";
import { purchaseForm, purchaseProcesses, purchaseTotal } from "./purchase.form.ts";
import { purchaseWorkflow } from "./purchase.workflow.ts";
import { fromComparison, fromDefinition } from "./purchase-after-specs.ts";

type PurchaseAnswers = AnswersOf<typeof purchaseForm.fields>;

const namesOf = ({ items }: PurchaseAnswers) => listed((items ?? []).map(({ name }) => name));
const kindOf = ({ itemType }: PurchaseAnswers) => (itemType ? purchaseForm.fields.itemType.show(itemType) : "วัสดุอุปกรณ์");
// What teaches goes to the group for media, the rest to the one for computers.
const groupWithoutDuty = ({ itemType }: PurchaseAnswers) => (itemType === "media" || itemType === "document" ? 3 : 1);

export const purchase = defineRequestType({
  form: purchaseForm,
  workflow: purchaseWorkflow,
  conversation: {
    startsOn: { intents: [], phrases: ["ขอซื้อ", "ขอซื้อวัสดุ", "ขอซื้อครุภัณฑ์", "ขอซื้อวัสดุอุปกรณ์", "ขอจัดซื้อ"] },
    opening: "แบบขอซื้อมีรายการ ราคา และใบเสนอราคา กรอกในแบบเต็มนะคะ",
    steps: [],
  },
  code: { thai: "จ", ascii: "PUR" },
  name: "ขอซื้อ",
  icon: "cart",
  about: "ครุภัณฑ์ วัสดุ เอกสาร สื่อ ซอฟต์แวร์ และ License",
  keywords: ["ซื้อ", "จัดซื้อ", "ขอซื้อ", "จัดหา", "ใบเสนอราคา", "ขอเครื่องใหม่"],
  processes: purchaseProcesses,
  subject: (answers) => `ซื้อ${namesOf(answers)}`,
  category: () => "procurement",
  process: ({ duty }) => processOfDuty(duty),
  group: (answers) => groupOfDuty(answers.duty, groupWithoutDuty(answers)),
  // The manual has a title of its own for what teaches and for Software.
  titleOf: ({ itemType }) => purchaseForm.manualTitles[itemType === "equipment" || itemType === "supplies" ? 0 : 1],
  continues: [
    {
      from: "repair",
      states: afterRepair,
      prefill(earlier, { number }) {
        const { device, symptom, place, assetNumber, school, phone } = repairFacts(earlier);
        const asset = assetNumber ? ` หมายเลขครุภัณฑ์ ${assetNumber}` : "";
        return {
          ...(device ? { items: [{ name: device, quantity: 1, unit: "เครื่อง" }] } : {}),
          reason: `ทดแทน${device ?? "เครื่อง"}${asset} อาการ ${symptom ?? "ชำรุด"} ตามใบแจ้งซ่อมเลขที่ ${number}`.slice(0, 2000),
          ...(place ? { place } : {}),
          ...school,
          ...phone,
          ...carriedFiles(earlier, "attachments", ["photos"]),
        };
      },
    },
    { from: "spec_definition", states: ["approved"], prefill: fromDefinition },
    { from: "spec_comparison", states: ["approved"], prefill: fromComparison },
  ],
  memo: {
    about: (answers) => `ขออนุมัติจัดซื้อ ${kindOf(answers)} ${namesOf(answers)}`,
    cause: ({ school, reason }) => `ด้วย ${school?.name ?? "ผู้ขอ"} มีความจำเป็นต้องจัดซื้อ เนื่องจาก${reason ?? ""}`,
    purpose: (answers) =>
      `ขออนุมัติจัดซื้อ ${kindOf(answers)} จำนวน ${answers.items?.length ?? 0} รายการ เป็นเงินรวม ${showNumber(purchaseTotal(answers.items))} บาท ` +
      `จากวงเงิน ${showNumber(answers.budget ?? 0)} บาท ปีงบประมาณ ${answers.fiscalYear ?? ""} รายละเอียดตามแบบที่แนบ`,
    closing: "โปรดพิจารณาอนุมัติ",
  },
});
