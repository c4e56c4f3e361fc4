import type { Question } from "./question.ts";

export type { SurveyResults } from "./results.ts";

/** everyone: who is registered · schools: who is of a school · staff: who works for the centre */
export type Audience = "everyone" | "schools" | "staff";

/** What is asked of many: made of the answers of the request that holds it. */
export type Survey = {
  title: string;
  introduction: string;
  questions: Question[];
  /** nobody can tell who answered what */
  isAnonymous: boolean;
  audience: Audience;
  /** the last day on which answers are taken, YYYY-MM-DD */
  until: string;
};

/** Below so many answers an anonymous survey that has ended shows no results: a few could be told apart. */
export const leastAnonymousAnswers = 5;
