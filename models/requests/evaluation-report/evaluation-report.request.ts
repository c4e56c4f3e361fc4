import type { Answers, AnswersOf } from "#models/requests/define-form.ts";
import { defineRequestType } from "#models/requests/define-request-type.ts";
import type { monitorFields } from "#models/requests/monitor-fields.ts";
import { spanInDocument } from "#models/requests/report-fields.ts";
import { levelOf } from "#models/surveys/levels.ts";
import { directorAcknowledges } from "#models/workflows/acknowledgement.ts";
import { evaluationReportForm } from "./evaluation-report.form.ts";

type EvaluationAnswers = AnswersOf<typeof evaluationReportForm.fields>;

const processes = { network: 7, info: 12 };

export const evaluationReport = defineRequestType({
  form: evaluationReportForm,
  workflow: directorAcknowledges,
  conversation: {
    startsOn: { intents: [], phrases: ["รายงานสรุปผลการประเมิน", "รายงานผลการประเมิน", "สรุปผลการประเมิน"] },
    opening: "รายงานสรุปผลการประเมินได้เลยค่ะ แบบนี้กรอกในหน้าแบบฟอร์มสะดวกกว่า",
    steps: [],
  },
  code: { thai: "รป", ascii: "EVR" },
  name: "รายงานผลการประเมิน",
  icon: "report",
  about: "สรุป n ค่าเฉลี่ย S.D. และแปลผลรายข้อ เสนอ ผอ. ทราบ",
  keywords: ["ผลการประเมิน", "ผลประเมิน", "รายงานประเมิน", "รายงานผลประเมิน", "ค่าเฉลี่ย", "S.D.", "แปลผล", "สรุปแบบสอบถาม"],
  processes: [7, 12],
  openTo: "staff",
  subject: ({ title, overallMean }) => `ผลประเมิน ${title ?? ""}${overallMean === undefined ? "" : ` ระดับ${levelOf(overallMean)}`}`,
  category: ({ subjectKind }) => (subjectKind === "network" ? "network" : "system"),
  process: ({ subjectKind }) => (subjectKind ? processes[subjectKind] : null),
  continues: [
    { from: "monitor_network", states: ["acknowledged"], prefill: (earlier, of) => fromMonitoring(earlier, of, "network") },
    { from: "monitor_info", states: ["acknowledged"], prefill: (earlier, of) => fromMonitoring(earlier, of, "info") },
    { from: "monitor_feedback", states: ["acknowledged"], prefill: (earlier, of) => fromMonitoring(earlier, of, "info") },
  ],
  memo: {
    about: ({ title }) => `รายงานสรุปผลการประเมิน เรื่อง ${title ?? ""}`,
    cause: ({ title, period, respondents }) =>
      `ตามที่ศูนย์ ICT ได้ประเมิน เรื่อง ${title ?? ""} ${spanInDocument(period)} โดยมีผู้ตอบ ${respondents ?? 0} คน นั้น`,
    purpose: ({ overallMean, overallSd, conclusion }) =>
      "บัดนี้ การประเมินแล้วเสร็จ" +
      (overallMean === undefined ? "" : ` ค่าเฉลี่ยรวม ${overallMean.toFixed(2)} อยู่ในระดับ${levelOf(overallMean)}`) +
      (overallSd === undefined ? "" : ` (S.D. ${overallSd.toFixed(2)})`) +
      ` สรุปได้ว่า ${conclusion ?? ""}`,
    closing: "โปรดทราบ",
  },
});

function fromMonitoring(
  earlier: Answers,
  { number, subject }: { number: string; subject: string },
  subjectKind: keyof typeof processes,
): EvaluationAnswers {
  const { period, problems, suggestions }: AnswersOf<ReturnType<typeof monitorFields>> = earlier;
  return {
    title: subject.slice(0, 200),
    subjectKind,
    sourceNumber: number,
    ...(period ? { period } : {}),
    ...(problems ? { problems } : {}),
    ...(suggestions ? { suggestions } : {}),
  };
}
