import { fiscalYear } from "#models/fields/thai/bangkok.ts";
import type { Answers, AnswersOf } from "#models/requests/define-form.ts";
import { defineRequestType } from "#models/requests/define-request-type.ts";
import type { evaluationReportForm } from "#models/requests/evaluation-report/evaluation-report.form.ts";
import type { operationSummaryForm } from "#models/requests/operation-summary/operation-summary.form.ts";
import { carriedFiles } from "#models/requests/parts/carried-files.ts";
import { directorAcknowledges } from "#models/workflows/acknowledgement.ts";
import { annualReportForm } from "./annual-report.form.ts";

type AnnualAnswers = AnswersOf<typeof annualReportForm.fields>;

export const annualReport = defineRequestType({
  form: annualReportForm,
  workflow: directorAcknowledges,
  conversation: {
    startsOn: { intents: [], phrases: ["รายงานประจำปี", "รายงานสรุปผลการดำเนินงานในรอบปี", "สรุปผลทั้งปี"] },
    opening: "รายงานสรุปผลในรอบปีได้เลยค่ะ แบบนี้กรอกในหน้าแบบฟอร์มสะดวกกว่า",
    steps: [],
  },
  code: { thai: "รย", ascii: "ANR" },
  name: "รายงานผลรอบปี",
  icon: "report",
  about: "สรุปผล สถิติ งบประมาณทั้งปี และแผนปีต่อไป เสนอ ผอ. ทราบ",
  keywords: ["รายงานประจำปี", "ประจำปี", "รอบปี", "ทั้งปี", "ปีงบประมาณ", "แผนปีหน้า", "สถิติทั้งปี"],
  processes: [11],
  openTo: "staff",
  subject: (answers) => `รายงานปีงบประมาณ ${answers.fiscalYear ?? ""}`,
  category: () => "website",
  continues: [
    { from: "evaluation_report", states: ["acknowledged"], prefill: fromEvaluation },
    { from: "operation_summary", states: ["acknowledged"], prefill: fromOperation },
  ],
  memo: {
    about: (answers) => `รายงานสรุปผลการดำเนินงาน ประจำปีงบประมาณ ${answers.fiscalYear ?? ""}`,
    cause: (answers) => `ตามที่ศูนย์ ICT ได้ดำเนินงานตามแผนประจำปีงบประมาณ ${answers.fiscalYear ?? ""} นั้น`,
    purpose: ({ summary }) => `บัดนี้ สิ้นรอบปีแล้ว ขอสรุปผลว่า ${summary ?? ""} รายละเอียดสถิติ งบประมาณ และแผนปีต่อไปตามแบบที่แนบ`,
    closing: "โปรดทราบ",
  },
});

function fromEvaluation(earlier: Answers): AnnualAnswers {
  const { title, period, overallMean, conclusion, problems, suggestions }: AnswersOf<typeof evaluationReportForm.fields> = earlier;
  return {
    ...(period ? { fiscalYear: fiscalYear(period.until) } : {}),
    ...(conclusion ? { summary: conclusion } : {}),
    ...(title && overallMean !== undefined
      ? { statistics: [{ item: `ค่าเฉลี่ย ${title}`.slice(0, 200), thisYear: overallMean, unit: "คะแนนเต็ม 5" }] }
      : {}),
    ...(problems ? { problems } : {}),
    ...(suggestions ? { suggestions } : {}),
    ...carriedFiles(earlier, "attachments", ["attachments"]),
  };
}

function fromOperation(earlier: Answers): AnnualAnswers {
  const { work, period, outcome, results, budgetGiven, budgetUsed, problems, suggestions }: AnswersOf<typeof operationSummaryForm.fields> =
    earlier;
  const statistics = (results ?? []).flatMap(({ indicator, result, unit }) =>
    indicator && unit && result !== undefined ? [{ item: indicator, thisYear: result, unit }] : [],
  );
  return {
    ...(period ? { fiscalYear: fiscalYear(period.until) } : {}),
    ...(outcome ? { summary: outcome } : {}),
    ...(statistics.length > 0 ? { statistics } : {}),
    ...(budgetGiven && work ? { budgetGiven, budget: [{ item: work, given: budgetGiven, used: budgetUsed ?? 0 }] } : {}),
    ...(problems ? { problems } : {}),
    ...(suggestions ? { suggestions } : {}),
    ...carriedFiles(earlier, "photos", ["photos"]),
    ...carriedFiles(earlier, "attachments", ["attachments"]),
  };
}
