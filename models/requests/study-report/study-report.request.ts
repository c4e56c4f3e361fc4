import type { AnswersOf } from "#models/requests/define-form.ts";
import { defineRequestType } from "#models/requests/define-request-type.ts";
import { carriedFiles } from "#models/requests/parts/carried-files.ts";
import { spanInDocument } from "#models/requests/parts/report-fields.ts";
import type { studyRecordForm } from "#models/requests/study-record/study-record.form.ts";
import { directorAcknowledges } from "#models/workflows/acknowledgement.ts";
import { studyReportForm } from "./study-report.form.ts";

export const studyReport = defineRequestType({
  form: studyReportForm,
  workflow: directorAcknowledges,
  conversation: {
    startsOn: { intents: [], phrases: ["รายงานผลการศึกษาวิเคราะห์", "รายงานการศึกษาวิเคราะห์"] },
    opening: "รายงานผลการศึกษาวิเคราะห์ได้เลยค่ะ แบบนี้กรอกในหน้าแบบฟอร์มสะดวกกว่า",
    steps: [],
  },
  code: { thai: "รศ", ascii: "STP" },
  name: "รายงานผลการศึกษา",
  icon: "report",
  about: "สรุปผลการศึกษาวิเคราะห์ ข้อเสนอ และแผนถัดไป เสนอ ผอ. ทราบ",
  keywords: ["รายงานการศึกษา", "ผลการศึกษา", "ผลวิเคราะห์", "รายงานวิเคราะห์", "รายงานผลการศึกษาวิเคราะห์"],
  processes: [8],
  openTo: "staff",
  subject: ({ topic }) => `ผลการศึกษา ${topic ?? ""}`,
  category: () => "data",
  continues: [
    {
      from: "study_record",
      states: ["acknowledged"],
      prefill(earlier, { number }) {
        const { topic, period, findings }: AnswersOf<typeof studyRecordForm.fields> = earlier;
        return {
          recordNumber: number,
          ...(topic ? { topic } : {}),
          ...(period ? { period } : {}),
          ...(findings ? { findings } : {}),
          ...carriedFiles(earlier, "attachments", ["attachments"]),
        };
      },
    },
  ],
  memo: {
    about: ({ topic }) => `รายงานผลการศึกษาวิเคราะห์ เรื่อง ${topic ?? ""}`,
    cause: ({ topic, period, recordNumber }) =>
      `ตามที่กลุ่มงานได้ศึกษาวิเคราะห์ เรื่อง ${topic ?? ""} ${spanInDocument(period)}${recordNumber ? ` ตามแบบบันทึกเลขที่ ${recordNumber}` : ""} นั้น`,
    purpose: ({ conclusion, nextPlan }) => `บัดนี้ การศึกษาแล้วเสร็จ สรุปผลได้ว่า ${conclusion ?? ""} และมีแผนถัดไปคือ ${nextPlan ?? ""}`,
    closing: "โปรดทราบ",
  },
});
