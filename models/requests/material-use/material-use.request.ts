import type { Understanding } from "#models/conversations/understanding.ts";
import type { Answers, AnswersOf } from "#models/requests/define-form.ts";
import { defineRequestType } from "#models/requests/define-request-type.ts";
import { afterRepair, repairFacts } from "#models/requests/parts/after-repair.ts";
import { carriedFiles } from "#models/requests/parts/carried-files.ts";
import { groupOfDuty, processOfDuty } from "#models/requests/parts/duty-field.ts";
import { listed } from "#models/requests/parts/listed.ts";
import { itemAskedFor } from "#models/requests/parts/typed-items.ts";
import type { purchaseForm } from "#models/requests/purchase/purchase.form.ts";
import { materialProcesses, materialUseForm } from "./material-use.form.ts";
import { materialUseWorkflow } from "./material-use.workflow.ts";

const draws = /(?:ขอ|อยาก|จะ|มา)?\s*(?:เบิก|ขอใช้)\s*(?:ของ|วัสดุ(?:อุปกรณ์)?)?\s*(.+)$/s;

export const materialUse = defineRequestType({
  form: materialUseForm,
  workflow: materialUseWorkflow,
  conversation: {
    startsOn: { intents: [], phrases: ["ขอเบิกวัสดุ", "เบิกวัสดุ", "ขอใช้วัสดุ", "ขอใช้วัสดุอุปกรณ์"] },
    opening: "เบิกวัสดุอุปกรณ์ได้เลยค่ะ",
    steps: [{ field: "items" }, { field: "purpose" }, { field: "neededOn" }, { field: "school" }],
    days: { from: "neededOn" },
    prefill({ entities }: Understanding, text: string) {
      const item = itemAskedFor(text, draws, "หน่วย");
      return {
        ...(item ? { items: [item] } : {}),
        ...(entities.place ? { place: entities.place } : {}),
        ...(entities.phone ? { phone: entities.phone } : {}),
      };
    },
    suggest: (field) => (field === "purpose" ? ["งานธุรการ", "การเรียนการสอน", "จัดอบรม", "ซ่อมบำรุง"] : []),
  },
  code: { thai: "บ", ascii: "MAT" },
  name: "ขอใช้วัสดุ",
  icon: "supplies",
  about: "หมึกพิมพ์ กระดาษ สายแลน อะไหล่ ของใช้จากศูนย์",
  keywords: ["เบิก", "ใบเบิก", "ขอใช้วัสดุ", "ขอวัสดุ", "วัสดุ", "ขอหมึก", "ขอกระดาษ", "ขอสาย", "ขออะไหล่"],
  processes: materialProcesses,
  subject: ({ items }) => `เบิก${listed((items ?? []).map(({ name }) => name))}`,
  process: ({ duty }) => processOfDuty(duty),
  group: ({ duty }) => groupOfDuty(duty, 1),
  continues: [
    {
      from: "repair",
      states: afterRepair,
      prefill(earlier, { number }) {
        const { device, place, school, phone } = repairFacts(earlier);
        return {
          purpose: `ใช้ซ่อม${device ?? "เครื่อง"} ตามใบแจ้งซ่อมเลขที่ ${number}`,
          ...school,
          ...phone,
          ...(place ? { place } : {}),
          ...carriedFiles(earlier, "attachments", ["photos"]),
        };
      },
    },
    {
      from: "purchase",
      states: ["received", "closed"],
      prefill: (earlier, { number }) => fromPurchase(earlier, number),
    },
  ],
});

function fromPurchase(earlier: Answers, number: string): AnswersOf<typeof materialUseForm.fields> {
  const { items, reason, school, phone, duty }: AnswersOf<typeof purchaseForm.fields> = earlier;
  return {
    ...(items ? { items: items.map(({ name = "", quantity = 1, unit = "" }) => ({ name, quantity, unit })) } : {}),
    purpose: `${reason ?? "ใช้ของที่จัดซื้อ"} (จัดซื้อตามเลขที่ ${number})`.slice(0, 500),
    ...(duty ? { duty } : {}),
    ...(school ? { school } : {}),
    ...(phone ? { phone } : {}),
    ...carriedFiles(earlier, "attachments", ["offerFiles", "attachments"]),
  };
}
