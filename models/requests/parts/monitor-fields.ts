import { percentageField } from "#models/fields/kinds/number.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { Earlier } from "#models/requests/define-request-type.ts";
import type { SurveyResults } from "#models/surveys/results.ts";
import { surveyStates } from "#models/workflows/survey.ts";
import {
  attachmentsField,
  type Indicator,
  indicatorsField,
  isBehind,
  periodField,
  picturesField,
  problemsField,
  suggestionsField,
} from "./report-fields.ts";

/** What every monitoring form of the manual asks, whatever is monitored. */
export const monitorFields = () => ({
  period: periodField("รอบที่ติดตาม", "ติดตามผลของช่วงไหนคะ"),
  indicators: indicatorsField(),
  progress: percentageField({ label: "ความก้าวหน้า", question: "ก้าวหน้าไปร้อยละเท่าไรคะ", help: "เทียบกับแผนของทั้งปี เช่น 60" }),
  problems: problemsField(),
  suggestions: suggestionsField(),
  photos: picturesField(),
  attachments: attachmentsField("เช่น ผลทดสอบ ตารางข้อมูล"),
});

/** A result behind its target says why. */
export const behindSaysWhy = {
  at: "problems" as const,
  message: "มีตัวชี้วัดที่ผลต่ำกว่าเป้า ขอปัญหาที่พบด้วยนะคะ เช่น สัญญาณไม่ถึงอาคาร 3",
  holds: ({ indicators, problems }: { indicators?: Indicator[]; problems?: string }) => !isBehind(indicators) || problems !== undefined,
};

/** A survey's means as indicators; what was aimed at is for people to say. */
function indicatorsOf(results: SurveyResults | null): Indicator[] {
  return (results?.questions ?? []).flatMap((question) => {
    if ((question.kind !== "rating" && question.kind !== "score") || question.n === 0) return [];
    const full = question.kind === "score" ? question.full : 5;
    return [{ indicator: question.text.slice(0, 200), result: question.mean, unit: `คะแนนเต็ม ${full}` }];
  });
}

/** Monitoring goes on from a survey that has ended, with its figures. `more`: answers under which indicators are asked at all. */
export function afterSurveys<M extends Answers>(more: M) {
  return ["questionnaire", "assessment"].map((from) => ({
    from,
    states: surveyStates.endedIn,
    prefill: (_earlier: Answers, { results }: Earlier) => {
      const indicators = indicatorsOf(results);
      return { ...more, ...(indicators.length > 0 ? { indicators } : {}) };
    },
  }));
}
