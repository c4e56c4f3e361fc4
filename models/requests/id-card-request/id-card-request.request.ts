import { showDate } from "#models/fields/thai/dates.ts";
import type { AnswersOf } from "#models/requests/define-form.ts";
import { defineRequestType } from "#models/requests/define-request-type.ts";
import { carriedFiles } from "#models/requests/parts/carried-files.ts";
import { type SystemName, systemTitle } from "#models/requests/parts/systems.ts";
import { askForIdCard } from "./id-card-request.conversation.ts";
import { idCardRequestForm, personKinds, rightLevels } from "./id-card-request.form.ts";
import { idCardRequestWorkflow } from "./id-card-request.workflow.ts";

const systemWords = (systems: SystemName[] | undefined, other: string | undefined) =>
  (systems ?? []).map((one) => systemTitle(one, other)).join(", ");

export const idCardRequest = defineRequestType({
  form: idCardRequestForm,
  workflow: idCardRequestWorkflow,
  conversation: askForIdCard,
  code: { thai: "บช", ascii: "IDC" },
  name: "ขอบัตรผู้ใช้งานระบบ",
  icon: "card",
  about: "ขอมีบัตรและบัญชีผู้ใช้ DMC SchoolMIS AMSS++ หรือต่ออายุ",
  keywords: [
    "บัตร",
    "บัตรผู้ใช้",
    "บัตรประจำตัว",
    "ทำบัตร",
    "ต่ออายุบัตร",
    "บัญชี",
    "บัญชีผู้ใช้",
    "ขอ user",
    "สมัคร user",
    "ยูสเซอร์",
    "ขออีเมล",
    "สมัครใช้",
    "ขอรหัส",
    "รหัสเข้า",
    "ผู้ใช้ใหม่",
    "ครูใหม่",
    "ครูบรรจุใหม่",
  ],
  processes: [6],
  subject: ({ systems, otherSystem, occasion }) => `${occasion === "renew" ? "ต่ออายุบัตร" : "บัตรผู้ใช้"} ${systemWords(systems, otherSystem)}`,
  category: () => "account",
  continues: [
    {
      from: "id_card_request",
      states: ["issued", "expired"],
      prefill(earlier, { number }) {
        const { personKind, systems, otherSystem, level, duty, school, phone }: AnswersOf<typeof idCardRequestForm.fields> = earlier;
        return {
          occasion: "renew" as const,
          formerNumber: number,
          ...(personKind ? { personKind } : {}),
          ...(systems ? { systems } : {}),
          ...(otherSystem ? { otherSystem } : {}),
          ...(level ? { level } : {}),
          ...(duty ? { duty } : {}),
          ...(school ? { school } : {}),
          ...(phone ? { phone } : {}),
          ...carriedFiles(earlier, "attachments", ["attachments"]),
        };
      },
    },
  ],
  card: {
    manualTitles: ["แบบบัตรประจำตัวผู้ใช้งานในระบบ"],
    name: "บัตรประจำตัวผู้ใช้งานในระบบ",
    validIn: ["issued"],
    rows: ({ personKind, school, systems, otherSystem, level, period }) => [
      { label: "ประเภทบุคลากร", value: personKind ? personKinds[personKind] : "" },
      { label: "สังกัด", value: school?.name ?? "" },
      { label: "ระบบ", value: systemWords(systems, otherSystem) },
      { label: "ระดับสิทธิ", value: level ? rightLevels[level] : "" },
      { label: "ใช้ได้ตั้งแต่", value: period ? showDate(period.from) : "" },
    ],
    from: ({ period }) => period?.from ?? null,
    until: ({ period }) => period?.until ?? null,
  },
});
