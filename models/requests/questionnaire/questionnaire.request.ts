import { defineRequestType } from "#models/requests/define-request-type.ts";
import { optionsIn, writtenOnPage } from "#models/requests/parts/survey-fields.ts";
import type { Question } from "#models/surveys/question.ts";
import { surveyStates, surveyWorkflow } from "#models/workflows/survey.ts";
import { type QuestionRow, questionnaireForm } from "./questionnaire.form.ts";

/** A row of the list as a question. Its place is its key: a survey that has begun is not rewritten. */
function questionOf({ section = "", text = "", kind = "open", options }: QuestionRow, at: number): Question {
  const about = { key: `q${at + 1}`, section, text };
  return kind === "choice" ? { ...about, kind, options: optionsIn(options) } : { ...about, kind };
}

export const questionnaire = defineRequestType({
  form: questionnaireForm,
  workflow: surveyWorkflow,
  conversation: { startsOn: { intents: [], phrases: ["ทำแบบสอบถาม", "สร้างแบบสอบถาม"] }, opening: writtenOnPage, steps: [] },
  code: { thai: "สถ", ascii: "QST" },
  name: "แบบสอบถาม",
  icon: "survey",
  about: "ทำแบบสอบถามส่งให้ครูตอบใน LINE ได้ผลเป็น n, x̄, S.D. และคำแปลผล",
  keywords: ["แบบสอบถาม", "แบบสำรวจ", "สำรวจความพึงพอใจ", "สำรวจความต้องการ", "สอบถามความคิดเห็น"],
  processes: [10],
  openTo: "staff",
  subject: ({ title }) => title ?? "",
  category: () => "software",
  group: () => 2,
  collects: {
    ...surveyStates,
    survey: ({ title = "", introduction = "", audience = "everyone", anonymous = true, until = "", questions = [] }) => ({
      title,
      introduction,
      audience,
      until,
      isAnonymous: anonymous,
      questions: questions.map(questionOf),
    }),
  },
});
