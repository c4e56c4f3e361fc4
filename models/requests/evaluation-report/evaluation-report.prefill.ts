import type { Answers, AnswersOf } from "#models/requests/define-form.ts";
import type { Earlier } from "#models/requests/define-request-type.ts";
import { carriedFiles } from "#models/requests/parts/carried-files.ts";
import type { monitorFields } from "#models/requests/parts/monitor-fields.ts";
import type { questionnaireForm } from "#models/requests/questionnaire/questionnaire.form.ts";
import type { evaluationReportForm } from "./evaluation-report.form.ts";

type EvaluationAnswers = AnswersOf<typeof evaluationReportForm.fields>;

/** What a monitoring form tells the evaluation that follows. */
export function fromMonitoring(subjectKind: "network" | "info"): (earlier: Answers, of: Earlier) => EvaluationAnswers {
  return (earlier, { number, subject }) => {
    const { period, problems, suggestions }: AnswersOf<ReturnType<typeof monitorFields>> = earlier;
    return {
      ...(subject ? { title: subject.slice(0, 200) } : {}),
      subjectKind,
      sourceNumber: number,
      ...(period ? { period } : {}),
      ...(problems ? { problems } : {}),
      ...(suggestions ? { suggestions } : {}),
      ...carriedFiles(earlier, "attachments", ["attachments", "photos"]),
    };
  };
}

/** A survey's figures: how many answered, its ratings one by one and together. One answer alone has no deviation, which people then fill. */
export function fromSurvey(earlier: Answers, { number, results }: Earlier): EvaluationAnswers {
  const { title }: AnswersOf<typeof questionnaireForm.fields> = earlier;
  const rated = (results?.questions ?? []).flatMap((question) => (question.kind === "rating" && question.n > 0 ? [question] : []));
  const rows = rated.map(({ text, n, mean, sd }) => ({ item: text, n, mean, ...(sd === null ? {} : { sd }) }));
  const overall = results?.overall;
  return {
    ...(title ? { title } : {}),
    sourceNumber: number,
    ...(results && results.n > 0 ? { respondents: results.n } : {}),
    ...(rows.length > 0 ? { results: rows } : {}),
    ...(overall ? { overallMean: overall.mean } : {}),
    ...(overall && overall.sd !== null ? { overallSd: overall.sd } : {}),
  };
}
