import mongoose from "mongoose";
import { beforeAll, expect, it } from "vitest";
import { actorOf } from "#bot/services/people/person-view.ts";
import { answerSurvey } from "#bot/services/surveys/answer-survey.ts";
import { readSurvey } from "#bot/services/surveys/read-survey.ts";
import { readSurveyResults } from "#bot/services/surveys/survey-results.ts";
import { surveysFor } from "#bot/services/surveys/surveys-for.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { SurveyAnswerModel } from "#models/documents/survey-answer.document.ts";
import { SurveySheetsModel } from "#models/documents/survey-sheets.document.ts";
import { SurveyTurnoutModel } from "#models/documents/survey-turnout.document.ts";
import { questionnaire } from "#models/requests/questionnaire/questionnaire.request.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { repairOf, useServices } from "#test/support/services.ts";
import { sheetOf } from "#test/support/surveys.ts";

const ctx = useServices();
const collecting = 4;
/** of each survey */
const answers = 60;

/** One operation as mongod saw it, by its profiler. */
type Operation = { ns: string; planSummary?: string; keysExamined?: number; docsExamined?: number };

let teacher: Actor;
let staff: Actor;

beforeAll(async () => {
  const asker = await ctx.person("ครูต้นแบบ");
  teacher = actorOf(asker, ctx.at);
  const maker = await ctx.person("มานะ ทำแบบสอบถาม", { roles: [{ role: "staff", scope: { kind: "group", group: 2, zones: [] } }] });
  staff = actorOf(maker, ctx.at);
  const { form } = questionnaire;
  const filed = {
    do: "submit" as const,
    formId: form.id,
    formVersion: form.version,
    draftId: ctx.newId(),
    answers: form.examples[0] ?? {},
  };
  const samples = [(await ctx.run(repairOf(ctx), ctx.who(asker))).request, (await ctx.run(filed, ctx.who(maker))).request];
  const [repair, survey] = await Promise.all(samples.map(({ id }) => RequestModel.findById(id).lean<RequestDocument>()));
  if (!repair || !survey) throw new Error("no request");
  // Open ones too: an index of what is open would not tell them apart.
  const repairs = Array.from({ length: 1_000 }, (_, at) => ({
    ...repair,
    _id: `r${at}`,
    draftId: `dr${at}`,
    tail: at + 10,
    isOpen: at % 2 === 0,
  }));
  const surveys = Array.from({ length: 100 }, (_, at) => {
    const state = at < collecting ? "collecting" : "closed";
    return { ...survey, _id: `s${at}`, draftId: `ds${at}`, tail: at + 10, state, isOpen: state === "collecting" };
  });
  await RequestModel.insertMany([...repairs, ...surveys], { lean: true });
  const ids = surveys.slice(0, 20).flatMap(({ _id }) => Array.from({ length: answers }, (_, at) => [_id, `p${at}`] as const));
  await SurveyTurnoutModel.insertMany(ids.map(([surveyId, personId]) => ({ _id: `${surveyId}:${personId}`, surveyId, personId })));
  const person = { id: "p1", name: "ครู", school: "" };
  await SurveyAnswerModel.insertMany(
    ids.map(([surveyId, id]) => ({ _id: `${surveyId}:${id}`, surveyId, person, answers: { q1: 5 }, at: ctx.at })),
  );
  await SurveySheetsModel.insertMany(
    surveys
      .slice(0, 20)
      .flatMap(({ _id }) => Array.from({ length: 16 }, (_, bag) => ({ _id: `${_id}:${bag}`, surveyId: _id, sheets: [{ q1: 5 }] }))),
  );
});

/** What mongod looked through for some work: the queries as they are run, not copies of them. */
async function operationsOf(work: () => Promise<unknown>): Promise<Operation[]> {
  const { db } = mongoose.connection;
  if (!db) throw new Error("not connected");
  await db.command({ profile: 0 });
  await db.collection("system.profile").drop();
  await db.command({ profile: 2 });
  await work();
  await db.command({ profile: 0 });
  return db
    .collection<Operation>("system.profile")
    .find({ ns: { $in: ["requests", "survey_turnouts", "survey_answers", "survey_sheets"].map((name) => `${db.databaseName}.${name}`) } })
    .toArray();
}

const named = { ...questionnaire.form.examples[0], anonymous: false };
const cases: [string, () => Promise<unknown>, number][] = [
  ["those that wait for somebody", () => surveysFor(ctx, teacher), collecting],
  ["one to answer", () => readSurvey(ctx, "s0", teacher), 1],
  ["an answer's place", () => answerSurvey(ctx, { surveyId: "s1", answers: sheetOf([5, 5, 5], "o1", "") }, teacher), 1],
  [
    "results without names",
    async () => {
      await RequestModel.updateOne({ _id: "s2" }, { state: "closed" });
      expect((await readSurveyResults(ctx, "s2", staff)).held.hasEnded).toBe(true);
    },
    16,
  ],
  [
    "results under names",
    async () => {
      await RequestModel.updateOne({ _id: "s3" }, { answers: named });
      await readSurveyResults(ctx, "s3", staff);
    },
    answers,
  ],
];

it.each(cases)("finds %s by an index, and reads no more than that", async (_name, work, most) => {
  const operations = await operationsOf(work);
  expect(operations.length).toBeGreaterThan(0);
  for (const { ns, planSummary, docsExamined = 0 } of operations) {
    const about = `${ns} ${planSummary}`;
    expect(planSummary ?? "", about).not.toContain("COLLSCAN");
    expect(docsExamined, about).toBeLessThanOrEqual(most);
  }
});

it("looks among surveys alone for those that collect, however many requests are open", async () => {
  const [requests] = (await operationsOf(() => surveysFor(ctx, teacher))).filter(({ ns }) => ns.endsWith(".requests"));
  expect(requests?.planSummary).toContain("formId: 1");
  expect(requests?.keysExamined).toBeLessThan(120);
});
