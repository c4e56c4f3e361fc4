import type { Understanding } from "#models/conversations/understanding.ts";
import { showDateInDocument } from "#models/fields/thai/dates.ts";
import type { AnswersOf } from "#models/requests/define-form.ts";
import { defineRequestType } from "#models/requests/define-request-type.ts";
import { systemIn, systemTitle } from "#models/requests/parts/systems.ts";
import { accessRequestForm } from "./access-request.form.ts";
import { accessRequestWorkflow } from "./access-request.workflow.ts";

type AccessAnswers = AnswersOf<typeof accessRequestForm.fields>;

const reads = /ขอดู|ขออ่าน|อ่านอย่างเดียว/;

export const accessRequest = defineRequestType({
  form: accessRequestForm,
  workflow: accessRequestWorkflow,
  conversation: {
    startsOn: { intents: [], phrases: ["ขอเข้าถึงระบบ", "ขอเข้าถึงข้อมูล", "ขอสิทธิ์เข้าระบบ", "ขอสิทธิเข้าระบบ", "ขอใช้ข้อมูล"] },
    opening: "ขอเข้าถึงระบบข้อมูลได้เลยค่ะ แบบนี้กรอกในหน้าแบบฟอร์มสะดวกกว่า",
    steps: [],
    prefill({ entities }: Understanding, text: string) {
      const system = systemIn(text);
      return {
        ...(system ? { system } : {}),
        ...(reads.test(text) ? { access: "read" as const } : {}),
        ...(entities.phone ? { phone: entities.phone } : {}),
      };
    },
  },
  code: { thai: "ขส", ascii: "ACC" },
  name: "ขอเข้าถึงระบบข้อมูล",
  icon: "key",
  about: "ขอสิทธิ์ดูหรือแก้ไขข้อมูลใน DMC SchoolMIS และระบบของเขต",
  keywords: ["สิทธิ์", "ขอสิทธิ์", "สิทธิ์เข้า", "เพิ่มสิทธิ์", "เปิดสิทธิ์", "เข้าถึง", "ขอเข้าถึง", "ขอข้อมูล", "PDPA"],
  processes: [8],
  subject: (answers) => `ขอ${answers.access === "write" ? "อ่านและแก้ไข" : "อ่าน"} ${titleOf(answers)}: ${answers.dataSet ?? ""}`,
  category: () => "data",
  system: ({ system }) => system ?? null,
  continues: [
    {
      from: "access_request",
      states: ["granted", "ended"],
      prefill(earlier, { number }) {
        const { period: _over, promise: _given, reference, ...same }: AccessAnswers = earlier;
        return { ...same, reference: reference ?? `ต่อจากคำร้องเลขที่ ${number}` };
      },
    },
  ],
  memo: {
    about: (answers) => `ขอเข้าถึงระบบข้อมูลสารสนเทศ ${titleOf(answers)}`,
    cause: (answers) =>
      `ด้วย${answers.school?.name ?? "ผู้ขอ"} มีความจำเป็นต้องใช้ข้อมูล ${answers.dataSet ?? ""} จากระบบ ${titleOf(answers)} ` +
      `เพื่อ${(answers.purpose ?? "").replace(/^เพื่อ/, "")}${answers.reference ? ` ตาม${answers.reference}` : ""}`,
    purpose: ({ access, period, hasPersonalData }) =>
      `ในการนี้ จึงขอสิทธิ${access === "write" ? "อ่านและแก้ไขข้อมูล" : "อ่านข้อมูล"}` +
      `${period ? ` ตั้งแต่วันที่ ${showDateInDocument(period.from)} ถึงวันที่ ${showDateInDocument(period.until)}` : ""}` +
      `${hasPersonalData ? " โดยมีมาตรการคุ้มครองข้อมูลส่วนบุคคลตามแบบที่แนบ" : ""}`,
    closing: "โปรดพิจารณาอนุมัติ",
  },
});

function titleOf({ system, otherSystem }: AccessAnswers): string {
  return systemTitle(system, otherSystem);
}
