import { z } from "zod";
import { question } from "#models/surveys/question.ts";
import { defineContract } from "./contract.ts";
import { id } from "./parts.ts";

const params = z.strictObject({ id });
const day = z.iso.date();

const survey = z.object({
  id,
  title: z.string(),
  introduction: z.string(),
  isAnonymous: z.boolean(),
  until: day,
  isOpen: z.boolean(),
});

export const listSurveys = defineContract({
  method: "get",
  path: "/surveys",
  summary: "The surveys that wait for the viewer's answers, the first to close at the top",
  asks: "person",
  response: z.object({ surveys: z.array(survey.extend({ questions: z.number().int() })) }),
});

export const getSurvey = defineContract({
  method: "get",
  path: "/surveys/:id",
  summary: "A survey to be answered: its questions, and whether the viewer has answered",
  asks: "person",
  params,
  response: survey.extend({ questions: z.array(question), hasAnswered: z.boolean(), mayAnswer: z.boolean(), mayRead: z.boolean() }),
  errors: ["not_found"],
});

const answers = z.record(z.string().max(60), z.unknown()).refine((given) => Object.keys(given).length <= 200, "คำตอบมากเกินไปค่ะ");

export const answerSurvey = defineContract({
  method: "post",
  path: "/surveys/:id/answers",
  summary: "Answer a survey, once; the same again changes nothing",
  asks: "person",
  params,
  body: z.strictObject({ answers }),
  response: z.object({ is: z.enum(["kept", "already"]) }),
  errors: ["not_found", "too_late", "invalid_answers"],
});

const figures = { n: z.number().int(), mean: z.number(), sd: z.number().nullable() };
const about = { key: z.string(), section: z.string(), text: z.string() };

const result = z.discriminatedUnion("kind", [
  z.object({
    ...about,
    ...figures,
    kind: z.literal("rating"),
    level: z.string(),
    counts: z.array(z.object({ level: z.number().int(), n: z.number().int() })),
  }),
  z.object({ ...about, ...figures, kind: z.literal("score"), full: z.number(), percent: z.number() }),
  z.object({
    ...about,
    kind: z.literal("choice"),
    n: z.number().int(),
    counts: z.array(z.object({ option: z.string(), n: z.number().int(), percent: z.number() })),
  }),
  z.object({ ...about, kind: z.literal("open"), n: z.number().int(), texts: z.array(z.string()) }),
]);

export const getSurveyResults = defineContract({
  method: "get",
  path: "/surveys/:id/results",
  summary: "How a survey stands: figures and words for who runs it; under names who answered what, else once ended, from five answers on",
  asks: "person",
  params,
  response: survey.extend({
    hasEnded: z.boolean(),
    answered: z.number().int(),
    results: z
      .object({ n: z.number().int(), questions: z.array(result), overall: z.object({ ...figures, level: z.string() }).nullable() })
      .nullable(),
    /** who answered what, the newest first; nobody where it is anonymous */
    people: z.array(
      z.object({ name: z.string(), school: z.string(), answers: z.array(z.object({ text: z.string(), shown: z.string() })) }),
    ),
  }),
  errors: ["not_found"],
});
