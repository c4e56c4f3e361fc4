import type { Understanding } from "#models/conversations/understanding.ts";
import { systemIn } from "#models/requests/parts/systems.ts";

export const askForIdCard = {
  startsOn: { intents: [], phrases: ["ขอบัตรประจำตัว", "ขอบัตรผู้ใช้งาน", "ขอมีบัตร", "ขอบัตรประจำตัวผู้ใช้งาน", "ขอบัญชีผู้ใช้"] },
  opening: "ขอบัตรประจำตัวผู้ใช้งานระบบได้เลยค่ะ",
  steps: [
    { field: "systems" as const },
    { field: "otherSystem" as const },
    { field: "level" as const },
    { field: "duty" as const },
    { field: "period" as const },
    { field: "personKind" as const },
    { field: "school" as const },
    { field: "acceptsRules" as const },
    { field: "acceptsPrivacy" as const },
  ],
  prefill({ entities }: Understanding, text: string) {
    const system = systemIn(text);
    return { ...(system ? { systems: [system] } : {}), ...(entities.phone ? { phone: entities.phone } : {}) };
  },
  suggest: (field: string) => (field === "duty" ? ["บันทึกข้อมูลนักเรียน", "บันทึกผลการเรียน", "รับส่งหนังสือราชการ"] : []),
};
