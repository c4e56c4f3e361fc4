import { defineRequestType } from "#models/requests/define-request-type.ts";
import { spanInDocument } from "#models/requests/parts/report-fields.ts";
import { directorAcknowledges } from "#models/workflows/acknowledgement.ts";
import { studyRecordForm } from "./study-record.form.ts";

export const studyRecord = defineRequestType({
  form: studyRecordForm,
  workflow: directorAcknowledges,
  conversation: {
    startsOn: { intents: [], phrases: ["บันทึกการศึกษาวิเคราะห์", "บันทึกศึกษาวิเคราะห์"] },
    opening: "บันทึกการศึกษาวิเคราะห์ได้เลยค่ะ แบบนี้กรอกในหน้าแบบฟอร์มสะดวกกว่า",
    steps: [],
  },
  code: { thai: "ศว", ascii: "STR" },
  name: "บันทึกการศึกษาวิเคราะห์",
  icon: "study",
  about: "บันทึกประเด็น วิธี แหล่งข้อมูล ข้อค้นพบ ของระบบสารสนเทศ",
  keywords: ["ศึกษาวิเคราะห์", "บันทึกการศึกษา", "วิเคราะห์ข้อมูล", "วิเคราะห์ระบบ", "ศึกษาระบบ", "ข้อค้นพบ"],
  processes: [8],
  openTo: "staff",
  subject: ({ topic }) => `ศึกษา ${topic ?? ""}`,
  category: () => "data",
  memo: {
    about: ({ topic }) => `บันทึกการศึกษาวิเคราะห์ เรื่อง ${topic ?? ""}`,
    cause: ({ topic, period }) => `ด้วยกลุ่มงานได้ศึกษาวิเคราะห์ เรื่อง ${topic ?? ""} ${spanInDocument(period)} เพื่อตอบประเด็นตามแบบที่แนบ`,
    purpose: ({ findings }) => `ในการนี้ พบว่า ${findings ?? ""}`,
    closing: "โปรดทราบ",
  },
});
