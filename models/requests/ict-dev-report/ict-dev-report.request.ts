import type { AnswersOf } from "#models/requests/define-form.ts";
import { defineRequestType } from "#models/requests/define-request-type.ts";
import type { ictDevRecordForm } from "#models/requests/ict-dev-record/ict-dev-record.form.ts";
import { carriedFiles } from "#models/requests/parts/carried-files.ts";
import { spanInDocument } from "#models/requests/parts/report-fields.ts";
import { directorAcknowledges } from "#models/workflows/acknowledgement.ts";
import { ictDevReportForm } from "./ict-dev-report.form.ts";

export const ictDevReport = defineRequestType({
  form: ictDevReportForm,
  workflow: directorAcknowledges,
  conversation: {
    startsOn: { intents: [], phrases: ["รายงานผลการพัฒนา ICT", "รายงานพัฒนา ICT", "รายงานผลพัฒนาระบบ"] },
    opening: "รายงานผลการพัฒนา ICT ได้เลยค่ะ แบบนี้กรอกในหน้าแบบฟอร์มสะดวกกว่า",
    steps: [],
  },
  code: { thai: "รพ", ascii: "DVP" },
  name: "รายงานผลพัฒนา ICT",
  icon: "report",
  about: "รายงานผลก่อนและหลังพัฒนา ผู้ใช้ และแผนต่อไป เสนอ ผอ. ทราบ",
  keywords: ["รายงานพัฒนา", "รายงานผลการพัฒนา", "ผลการพัฒนา", "รายงานพัฒนาระบบ", "ก่อนหลังพัฒนา"],
  processes: [9],
  openTo: "staff",
  subject: ({ work }) => `ผลการพัฒนา ${work ?? ""}`,
  category: () => "system",
  continues: [
    {
      from: "ict_dev_record",
      states: ["acknowledged"],
      prefill(earlier, { number }) {
        const { work, development, users }: AnswersOf<typeof ictDevRecordForm.fields> = earlier;
        return {
          recordNumber: number,
          ...(work ? { work } : {}),
          ...(development ? { development } : {}),
          ...(users ? { users } : {}),
          ...carriedFiles(earlier, "photos", ["photos"]),
          ...carriedFiles(earlier, "attachments", ["attachments"]),
        };
      },
    },
  ],
  memo: {
    about: ({ work }) => `รายงานผลการพัฒนา ปรับปรุง และประยุกต์ใช้ ICT ${work ?? ""}`,
    cause: ({ work, period, recordNumber }) =>
      `ตามที่กลุ่มงานได้พัฒนา${work ?? ""} และใช้งาน${spanInDocument(period)}${recordNumber ? ` ตามแบบบันทึกเลขที่ ${recordNumber}` : ""} นั้น`,
    purpose: ({ conclusion, userCount }) => `บัดนี้ มีผู้ใช้จริง ${userCount ?? 0} คน สรุปผลได้ว่า ${conclusion ?? ""}`,
    closing: "โปรดทราบ",
  },
});
