import type { Understanding } from "#models/conversations/understanding.ts";
import { defineRequestType } from "#models/requests/define-request-type.ts";
import { afterRepair, repairFacts } from "#models/requests/parts/after-repair.ts";
import { carriedFiles } from "#models/requests/parts/carried-files.ts";
import { listed } from "#models/requests/parts/listed.ts";
import { itemAskedFor } from "#models/requests/parts/typed-items.ts";
import { borrowForm } from "./borrow.form.ts";
import { borrowWorkflow } from "./borrow.workflow.ts";

// Who brings something back, or wants it longer, has it already.
const hasItAlready = /^(?!.*ขอยืม).*(?:คืน|ขยายเวลา|ต่อเวลา|ยืมต่อ)/s;
const borrows = /ยืม\s*(?:ของ|อุปกรณ์)?\s*(.+)$/s;

export const borrow = defineRequestType({
  form: borrowForm,
  workflow: borrowWorkflow,
  conversation: {
    startsOn: { intents: [], phrases: ["ขอยืม", "ยืมของ", "ขอยืมของ", "ขอยืมอุปกรณ์", "ยืมอุปกรณ์"] },
    opening: "ยืมของจากศูนย์ได้เลยค่ะ",
    steps: [
      { field: "items" },
      { field: "purpose" },
      { field: "from" },
      { field: "until" },
      { field: "kind" },
      { field: "offSite" },
      { field: "terms" },
      { field: "school" },
    ],
    days: { from: "from", until: "until" },
    prefill({ entities }: Understanding, text: string) {
      if (hasItAlready.test(text)) return {};
      const item = itemAskedFor(text, borrows, entities.device ? "เครื่อง" : "หน่วย");
      const named = item ?? (entities.device ? { name: entities.device, quantity: 1, unit: "เครื่อง" } : null);
      return {
        // A device is given back as it is: the other kind of loan is chosen on the summary.
        ...(named ? { items: [named], ...(entities.device ? { kind: "keeps" as const } : {}) } : {}),
        ...(entities.place ? { place: entities.place } : {}),
        ...(entities.phone ? { phone: entities.phone } : {}),
      };
    },
    suggest: (field) => (field === "purpose" ? ["จัดการเรียนการสอน", "ประชุม", "อบรม", "กิจกรรมนักเรียน"] : []),
  },
  code: { thai: "ย", ascii: "BOR" },
  name: "ขอยืม",
  icon: "borrow",
  about: "โปรเจคเตอร์ กล้อง โน้ตบุ๊ก ไมค์ แท็บเล็ต สื่อ ของศูนย์",
  keywords: ["ยืม", "ขอยืม", "ใบยืม", "ให้ยืม", "ยืมต่อ", "จะคืน", "มาคืน", "ขอคืน", "ส่งคืน", "คืนของ", "ขยายเวลา"],
  processes: [16],
  subject: ({ items }) => `ยืม${listed((items ?? []).map(({ name }) => name))}`,
  category: () => "media",
  group: () => 3,
  continues: [
    {
      from: "repair",
      states: afterRepair,
      prefill(earlier, { number }) {
        const { device, place, school, phone } = repairFacts(earlier);
        return {
          ...(device ? { items: [{ name: device, quantity: 1, unit: "เครื่อง" }] } : {}),
          kind: "keeps" as const,
          purpose: `ใช้แทนเครื่องที่แจ้งซ่อมเลขที่ ${number}`,
          offSite: false,
          ...(place ? { place } : {}),
          ...school,
          ...phone,
          ...carriedFiles(earlier, "attachments", ["photos"]),
        };
      },
    },
  ],
});
