import { showNumber } from "#models/fields/thai/numbers.ts";
import { defineRequestType } from "#models/requests/define-request-type.ts";
import { afterRepair, repairFacts } from "#models/requests/parts/after-repair.ts";
import { carriedFiles } from "#models/requests/parts/carried-files.ts";
import { committeeApproval } from "#models/workflows/committee-approval.ts";
import { specDefinitionForm } from "./spec-definition.form.ts";

export const specDefinition = defineRequestType({
  form: specDefinitionForm,
  workflow: committeeApproval("spec_definition", {
    label: "อนุมัติคุณสมบัติแล้ว",
    next: "ใช้เปรียบเทียบข้อเสนอหรือยื่นขอซื้อต่อได้เลย",
    staffNext: "เปรียบเทียบข้อเสนอ หรือยื่นขอซื้อต่อ",
  }),
  conversation: {
    startsOn: { intents: [], phrases: ["กำหนดคุณสมบัติ", "กำหนดสเปก", "ขอกำหนดสเปก", "กำหนดคุณลักษณะ"] },
    opening: "แบบกำหนดคุณสมบัติมีหลายตาราง กรอกในแบบเต็มนะคะ",
    steps: [],
  },
  code: { thai: "คส", ascii: "SPD" },
  name: "กำหนดคุณสมบัติ",
  icon: "spec",
  about: "สเปก ราคากลาง วงเงิน และคณะทำงาน ก่อนจัดซื้อ",
  keywords: ["กำหนดสเปก", "กำหนดสเปค", "สเปก", "สเปค", "คุณลักษณะ", "กำหนดคุณลักษณะ", "ราคากลาง", "TOR"],
  processes: [3],
  openTo: "staff",
  subject: ({ item }) => `กำหนดคุณสมบัติ${item ?? ""}`,
  category: () => "procurement",
  group: () => 1,
  continues: [
    {
      from: "repair",
      states: afterRepair,
      prefill(earlier, { number }) {
        const { device, symptom, assetNumber, school, phone } = repairFacts(earlier);
        return {
          ...(device ? { item: device } : {}),
          quantity: 1,
          unit: "เครื่อง",
          purpose: `ทดแทน${device ?? "เครื่อง"} อาการ ${symptom ?? "ชำรุด"} ตามใบแจ้งซ่อมเลขที่ ${number}`.slice(0, 2000),
          ...(assetNumber ? { replaces: assetNumber } : {}),
          ...school,
          ...phone,
          ...carriedFiles(earlier, "attachments", ["photos"]),
        };
      },
    },
  ],
  memo: {
    about: ({ item }) => `ขออนุมัติกำหนดคุณลักษณะเฉพาะ${item ?? ""}`,
    cause: ({ order, purpose }) => (order ? `ตามคำสั่งที่ ${order} แต่งตั้งคณะทำงานกำหนดคุณสมบัติ เพื่อ${purpose ?? ""} นั้น` : `ด้วย${purpose ?? ""}`),
    purpose: ({ item, quantity, unit, unitPrice, budget }) =>
      `คณะทำงานได้กำหนดคุณลักษณะเฉพาะ${item ?? ""} จำนวน ${showNumber(quantity ?? 0)} ${unit ?? "หน่วย"} ราคากลางหน่วยละ ` +
      `${showNumber(unitPrice ?? 0)} บาท วงเงิน ${showNumber(budget ?? 0)} บาท เรียบร้อยแล้ว รายละเอียดตามแบบที่แนบ`,
    closing: "โปรดพิจารณาอนุมัติ",
  },
});
