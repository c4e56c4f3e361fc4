import { defineRequestType } from "#models/requests/define-request-type.ts";
import { writtenOnPage } from "#models/requests/parts/survey-fields.ts";
import type { Question } from "#models/surveys/question.ts";
import { surveyStates, surveyWorkflow } from "#models/workflows/survey.ts";
import { assessmentForm, type IndicatorRow } from "./assessment.form.ts";

/** A row of the list as a question. Its place is its key: an assessment that has begun is not rewritten. */
function questionOf({ section = "", text = "", kind, full = 1 }: IndicatorRow, at: number): Question {
  const about = { key: `q${at + 1}`, section, text };
  return kind === "score" ? { ...about, kind, full } : { ...about, kind: "rating" };
}

export const assessment = defineRequestType({
  form: assessmentForm,
  workflow: surveyWorkflow,
  conversation: { startsOn: { intents: [], phrases: ["ทำแบบประเมิน", "สร้างแบบประเมิน"] }, opening: writtenOnPage, steps: [] },
  code: { thai: "ปม", ascii: "ASM" },
  name: "แบบประเมิน",
  icon: "survey",
  about: "ตั้งตัวชี้วัดให้ผู้ใช้ให้คะแนน ระบุชื่อผู้ประเมิน สรุปผลให้เอง",
  keywords: ["แบบประเมิน", "ประเมินโปรแกรม", "ให้คะแนน", "ตัวชี้วัด", "ผู้ประเมิน"],
  processes: [10],
  openTo: "staff",
  subject: ({ title }) => title ?? "",
  category: () => "software",
  group: () => 2,
  collects: {
    ...surveyStates,
    survey: ({ title = "", introduction = "", audience = "everyone", until = "", indicators = [] }) => ({
      title,
      introduction,
      audience,
      until,
      isAnonymous: false,
      questions: indicators.map(questionOf),
    }),
  },
});
