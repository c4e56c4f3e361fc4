import { levelOf } from "./levels.ts";
import type { Question, SurveyAnswers } from "./question.ts";

/** Figures of a question with numbers for answers. `sd`: of a sample (n − 1), null below two answers. Two decimals, as reports have them. */
export type Figures = { n: number; mean: number; sd: number | null };

export type QuestionResult = { key: string; section: string; text: string } & (
  | ({ kind: "rating"; level: string; counts: { level: number; n: number }[] } & Figures)
  | ({ kind: "score"; full: number; percent: number } & Figures)
  | { kind: "choice"; n: number; counts: { option: string; n: number; percent: number }[] }
  | { kind: "open"; n: number; texts: string[] }
);

export type SurveyResults = {
  /** how many people answered */
  n: number;
  questions: QuestionResult[];
  /** of all ratings together; null where nothing was rated */
  overall: (Figures & { level: string }) | null;
};

/** The results of a survey. A question that nobody answered counts 0, with mean 0 and no level. */
export function surveyResults(questions: readonly Question[], sheets: readonly SurveyAnswers[]): SurveyResults {
  const rated = questions.filter(({ kind }) => kind === "rating").flatMap(({ key }) => numbersOf(sheets, key));
  const overall = figuresOf(rated);
  return {
    n: sheets.length,
    questions: questions.map((question) => resultOf(question, sheets)),
    overall: rated.length > 0 ? { ...overall, level: levelOf(overall.mean) } : null,
  };
}

const twoDecimals = (value: number) => Math.round(value * 100) / 100;

/** Number of values, mean and sample standard deviation. */
export function figuresOf(values: readonly number[]): Figures {
  const n = values.length;
  if (n === 0) return { n, mean: 0, sd: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean: twoDecimals(mean), sd: n < 2 ? null : twoDecimals(Math.sqrt(squares / (n - 1))) };
}

function numbersOf(sheets: readonly SurveyAnswers[], key: string): number[] {
  return sheets.map((sheet) => sheet[key]).filter((value) => typeof value === "number");
}

function textsOf(sheets: readonly SurveyAnswers[], key: string): string[] {
  return sheets.map((sheet) => sheet[key]).filter((value) => typeof value === "string");
}

function resultOf(question: Question, sheets: readonly SurveyAnswers[]): QuestionResult {
  const { key, section, text } = question;
  const about = { key, section, text };
  switch (question.kind) {
    case "rating": {
      const values = numbersOf(sheets, key);
      const figures = figuresOf(values);
      const counts = [5, 4, 3, 2, 1].map((level) => ({ level, n: values.filter((value) => value === level).length }));
      return { ...about, kind: "rating", ...figures, level: figures.n === 0 ? "" : levelOf(figures.mean), counts };
    }
    case "score": {
      const figures = figuresOf(numbersOf(sheets, key));
      return { ...about, kind: "score", full: question.full, ...figures, percent: twoDecimals((figures.mean / question.full) * 100) };
    }
    case "choice": {
      const chosen = textsOf(sheets, key);
      const counts = question.options.map((option) => {
        const n = chosen.filter((value) => value === option).length;
        return { option, n, percent: chosen.length === 0 ? 0 : twoDecimals((n / chosen.length) * 100) };
      });
      return { ...about, kind: "choice", n: chosen.length, counts };
    }
    case "open": {
      const texts = textsOf(sheets, key);
      return { ...about, kind: "open", n: texts.length, texts };
    }
  }
}
