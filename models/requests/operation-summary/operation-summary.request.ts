import { defineRequestType } from "#models/requests/define-request-type.ts";
import { spanInDocument } from "#models/requests/parts/report-fields.ts";
import { directorAcknowledges } from "#models/workflows/acknowledgement.ts";
import { operationSummaryForm } from "./operation-summary.form.ts";

export const operationSummary = defineRequestType({
  form: operationSummaryForm,
  workflow: directorAcknowledges,
  conversation: {
    startsOn: { intents: [], phrases: ["สรุปผลการดำเนินงาน", "รายงานผลการดำเนินงาน", "สรุปผลงาน"] },
    opening: "สรุปผลการดำเนินงานได้เลยค่ะ แบบนี้กรอกในหน้าแบบฟอร์มสะดวกกว่า",
    steps: [],
  },
  code: { thai: "สร", ascii: "OPS" },
  name: "สรุปผลการดำเนินงาน",
  icon: "summary",
  about: "สรุปเป้าหมาย กิจกรรม ผล งบที่ใช้ เสนอ ผอ. ทราบ",
  keywords: ["สรุปผล", "สรุปงาน", "สรุปโครงการ", "สรุปผลโครงการ", "ผลการดำเนินงาน"],
  processes: [6],
  openTo: "staff",
  subject: ({ work }) => `สรุปผล ${work ?? ""}`,
  memo: {
    about: ({ work }) => `รายงานสรุปผลการดำเนินงาน ${work ?? ""}`,
    cause: ({ work, period }) => `ตามที่ศูนย์ ICT ได้ดำเนินการ${work ?? ""} ${spanInDocument(period)} นั้น`,
    purpose: ({ outcome, problems }) =>
      `บัดนี้ การดำเนินงานเสร็จเรียบร้อยแล้ว ผลโดยสรุปคือ ${outcome ?? ""}` + `${problems ? " ทั้งนี้พบปัญหาและอุปสรรคตามรายละเอียดในแบบสรุปที่แนบ" : ""}`,
    closing: "โปรดทราบ",
  },
});
