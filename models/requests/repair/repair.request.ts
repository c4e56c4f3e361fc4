import { defineRequestType } from "#models/requests/define-request-type.ts";
import { processOf } from "#models/requests/routing.ts";
import { reportRepair } from "./repair.conversation.ts";
import { repairForm } from "./repair.form.ts";
import { repairWorkflow } from "./repair.workflow.ts";

const names = (words: string | undefined, device: string): boolean => (words ?? "").toLowerCase().includes(device.toLowerCase());

export const repair = defineRequestType({
  form: repairForm,
  workflow: repairWorkflow,
  conversation: reportRepair,
  code: { thai: "ซ", ascii: "REP" },
  name: "แจ้งซ่อม",
  icon: "repair",
  about: "คอม ปริ้นเตอร์ อินเทอร์เน็ต โปรเจคเตอร์ ระบบงาน ใช้ไม่ได้",
  keywords: ["ซ่อม", "แจ้งซ่อม", "ใบแจ้งซ่อม", "เสีย", "ใช้ไม่ได้", "พัง", "ชำรุด"],
  processes: [1, 2, 4, 5],
  // "เข้าระบบ DMC ไม่ได้" names its device already.
  subject: ({ device, symptom }) => [...(device && names(symptom, device) ? [] : [device]), symptom].filter(Boolean).join(" "),
  category: ({ category }) => category ?? "other",
  urgency: ({ urgency }) => urgency ?? "normal",
  process: ({ category }) => processOf(category ?? "other"),
});
