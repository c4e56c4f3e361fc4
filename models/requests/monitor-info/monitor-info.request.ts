import { defineRequestType } from "#models/requests/define-request-type.ts";
import { afterSurveys } from "#models/requests/parts/monitor-fields.ts";
import { headAcknowledges } from "#models/workflows/acknowledgement.ts";
import { monitorInfoForm } from "./monitor-info.form.ts";

export const monitorInfo = defineRequestType({
  form: monitorInfoForm,
  workflow: headAcknowledges,
  conversation: {
    startsOn: { intents: [], phrases: ["ติดตามระบบข้อมูลสารสนเทศ", "ประเมินระบบข้อมูลสารสนเทศ", "ติดตามระบบข้อมูล"] },
    opening: "รายงานการติดตามระบบข้อมูลสารสนเทศได้เลยค่ะ แบบนี้กรอกในหน้าแบบฟอร์มสะดวกกว่า",
    steps: [],
  },
  code: { thai: "ตส", ascii: "MIN" },
  name: "ติดตามระบบสารสนเทศ",
  icon: "monitor",
  about: "รายงานความครบถ้วนของข้อมูล ผล และความพึงพอใจต่อระบบ",
  keywords: ["ติดตามสารสนเทศ", "ติดตามระบบข้อมูล", "ประเมินสารสนเทศ", "ประเมินระบบสารสนเทศ", "ประเมินระบบข้อมูล", "คุณภาพข้อมูล", "ติดตามประเมินผล"],
  processes: [12],
  subject: ({ school, progress }) => `ติดตามสารสนเทศ ${school?.name ?? ""} ก้าวหน้าร้อยละ ${progress ?? 0}`,
  category: () => "system",
  continues: afterSurveys({}),
});
