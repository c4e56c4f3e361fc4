import { defineRequestType } from "#models/requests/define-request-type.ts";
import { spanInDocument } from "#models/requests/parts/report-fields.ts";
import { levelOf } from "#models/surveys/levels.ts";
import { directorAcknowledges } from "#models/workflows/acknowledgement.ts";
import { surveyStates } from "#models/workflows/survey.ts";
import { evaluationReportForm } from "./evaluation-report.form.ts";
import { fromMonitoring, fromSurvey } from "./evaluation-report.prefill.ts";

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
    { from: "monitor_network", states: ["acknowledged"], prefill: fromMonitoring("network") },
    { from: "monitor_info", states: ["acknowledged"], prefill: fromMonitoring("info") },
    { from: "monitor_feedback", states: ["acknowledged"], prefill: fromMonitoring("info") },
    { from: "questionnaire", states: surveyStates.endedIn, prefill: fromSurvey },
    { from: "assessment", states: surveyStates.endedIn, prefill: fromSurvey },
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
