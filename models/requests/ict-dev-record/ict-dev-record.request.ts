import { defineRequestType } from "#models/requests/define-request-type.ts";
import { spanInDocument } from "#models/requests/parts/report-fields.ts";
import { directorAcknowledges } from "#models/workflows/acknowledgement.ts";
import { ictDevRecordForm } from "./ict-dev-record.form.ts";

export const ictDevRecord = defineRequestType({
  form: ictDevRecordForm,
  workflow: directorAcknowledges,
  conversation: {
    startsOn: { intents: [], phrases: ["บันทึกพัฒนา ICT", "บันทึกการพัฒนา ICT", "บันทึกพัฒนาระบบ"] },
    opening: "บันทึกการพัฒนา ICT ได้เลยค่ะ แบบนี้กรอกในหน้าแบบฟอร์มสะดวกกว่า",
    steps: [],
  },
  code: { thai: "พป", ascii: "DVR" },
  name: "บันทึกพัฒนา ICT",
  icon: "develop",
  about: "บันทึกงานเดิม ปัญหา สิ่งที่พัฒนา และระบบที่เชื่อม",
  keywords: ["บันทึกพัฒนา", "พัฒนาระบบ", "ปรับปรุงระบบ", "ประยุกต์ใช้ ICT", "พัฒนา ICT", "เชื่อมระบบ"],
  processes: [9],
  openTo: "staff",
  subject: ({ work }) => `พัฒนา ${work ?? ""}`,
  category: () => "system",
  memo: {
    about: ({ work }) => `บันทึกการพัฒนา ปรับปรุง และประยุกต์ใช้ ICT ${work ?? ""}`,
    cause: ({ work, problem, period }) => `ด้วยกลุ่มงานได้ดำเนินการพัฒนา${work ?? ""} ${spanInDocument(period)} เนื่องจาก${problem ?? ""}`,
    purpose: ({ development, progress }) => `ในการนี้ ได้จัดทำ${development ?? ""} มีความก้าวหน้าร้อยละ ${progress ?? 0}`,
    closing: "โปรดทราบ",
  },
});
