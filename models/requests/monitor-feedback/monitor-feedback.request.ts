import { defineRequestType } from "#models/requests/define-request-type.ts";
import { afterSurveys } from "#models/requests/parts/monitor-fields.ts";
import { headAcknowledges } from "#models/workflows/acknowledgement.ts";
import { monitorFeedbackForm } from "./monitor-feedback.form.ts";

export const monitorFeedback = defineRequestType({
  form: monitorFeedbackForm,
  workflow: headAcknowledges,
  conversation: {
    startsOn: { intents: [], phrases: ["ให้ข้อเสนอแนะ", "เสนอแนะ", "ประเมินเว็บไซต์", "รับข้อเสนอแนะ"] },
    opening: "ขอบคุณที่ช่วยบอกความเห็นค่ะ แบบนี้กรอกในหน้าแบบฟอร์มสะดวกกว่า",
    steps: [],
  },
  code: { thai: "ตข", ascii: "MFB" },
  name: "ประเมินและเสนอแนะ",
  icon: "monitor",
  about: "ให้ความเห็นเรื่องเว็บไซต์ ข่าว การอบรม และรายงานผลติดตาม",
  keywords: ["เสนอแนะ", "ข้อเสนอแนะ", "ความเห็น", "ประเมินเว็บไซต์", "ประเมินการอบรม", "ติดตามประเมินผล"],
  processes: [11],
  subject: ({ side, services }) =>
    `${side === "user" ? "ข้อเสนอแนะ" : "ติดตามผล"}เรื่อง${services ? monitorFeedbackForm.fields.services.show(services) : ""}`,
  category: () => "website",
  continues: afterSurveys({ side: "monitor" as const }),
});
