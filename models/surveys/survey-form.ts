import type { Field } from "#models/fields/field.ts";
import { choiceField } from "#models/fields/kinds/choice.ts";
import { gridField } from "#models/fields/kinds/grid.ts";
import { numberField } from "#models/fields/kinds/number.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { type Answers, defineForm, type Form } from "#models/requests/define-form.ts";
import type { Question, SurveyAnswers } from "./question.ts";

type Part = { section: string; key: string; field: Field };

/** The form on which a survey is answered: its ratings that follow each other as one grid, every other question as a field. */
export function surveyForm(survey: { id: string; title: string; questions: readonly Question[] }): Form {
  const parts = partsOf(survey.questions);
  const titles = [...new Set(parts.map(({ section }) => section))];
  return defineForm({
    id: `survey-${survey.id}`,
    version: 1,
    title: survey.title,
    fields: Object.fromEntries(parts.map(({ key, field }) => [key, field])),
    sections: titles.map((title) => ({
      title: title === "" ? "ข้อคำถาม" : title,
      fields: parts.filter(({ section }) => section === title).map(({ key }) => key),
    })),
  });
}

/** A filled form's answers by question: a grid's rows are questions of their own, an option is kept as it is written. */
export function surveyAnswers(questions: readonly Question[], answers: Answers): SurveyAnswers {
  const rated = Object.assign({}, ...Object.values(answers).filter((value) => typeof value === "object" && value !== null)) as Answers;
  return Object.fromEntries(
    questions.flatMap((question) => {
      const given = question.kind === "rating" ? rated[question.key] : answers[question.key];
      const value = question.kind === "choice" ? question.options[Number(String(given).slice(1)) - 1] : given;
      return typeof value === "number" || (typeof value === "string" && value !== "") ? [[question.key, value]] : [];
    }),
  );
}

function partsOf(questions: readonly Question[]): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < questions.length; at += 1) {
    const question = questions[at];
    if (!question) break;
    if (question.kind !== "rating") {
      parts.push({ section: question.section, key: question.key, field: fieldOf(question) });
      continue;
    }
    const run = questions.slice(at).findIndex(({ kind, section }) => kind !== "rating" || section !== question.section);
    const rated = questions.slice(at, run === -1 ? undefined : at + run);
    parts.push({ section: question.section, key: `grid-${question.key}`, field: gridOf(rated, question.section) });
    at += rated.length - 1;
  }
  return parts;
}

function gridOf(rated: readonly Question[], section: string): Field {
  const items = Object.fromEntries(rated.map(({ key, text }) => [key, text]));
  // A page says the section over it; a chat, which has no headings, in the question.
  return gridField({ label: "ระดับความคิดเห็น", ...(section === "" ? {} : { question: `${section} ให้ระดับไหนคะ` }), items }) as Field;
}

function fieldOf(question: Exclude<Question, { kind: "rating" }>): Field {
  const { text } = question;
  const words = { label: text, question: text };
  switch (question.kind) {
    case "score":
      return numberField({ ...words, help: `คะแนนเต็ม ${question.full}`, min: 0, max: question.full }) as Field;
    case "choice":
      return choiceField({ ...words, choices: Object.fromEntries(question.options.map((option, at) => [`o${at + 1}`, option])) }) as Field;
    case "open":
      return textField({ ...words, max: 1_000, optional: true }) as Field;
  }
}
