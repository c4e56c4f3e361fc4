import { beforeAll, expect, it } from "vitest";
import { actorOf } from "#bot/services/people/person-view.ts";
import { answerSurvey } from "#bot/services/surveys/answer-survey.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { SurveySheetsModel } from "#models/documents/survey-sheets.document.ts";
import { SurveyTurnoutModel } from "#models/documents/survey-turnout.document.ts";
import { questionnaire } from "#models/requests/questionnaire/questionnaire.request.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { useServices } from "#test/support/services.ts";
import { sheetOf } from "#test/support/surveys.ts";

const ctx = useServices();
const surveys = Array.from({ length: 16 }, (_, at) => `survey-${at}`);
let people: Actor[] = [];

beforeAll(async () => {
  const maker = await ctx.person("มานะ ทำแบบสอบถาม", { roles: [{ role: "staff", scope: { kind: "group", group: 2, zones: [] } }] });
  const { form } = questionnaire;
  const submission = {
    do: "submit" as const,
    formId: form.id,
    formVersion: form.version,
    draftId: ctx.newId(),
    answers: form.examples[0] ?? {},
  };
  const { request } = await ctx.run(submission, ctx.who(maker));
  const sample = await RequestModel.findById(request.id).lean<RequestDocument>();
  if (!sample) throw new Error("no request");
  await RequestModel.insertMany(surveys.map((_id, at) => ({ ...sample, _id, draftId: `d${at}`, tail: at + 2, state: "collecting" })));
  for (let at = 0; at < 6; at += 1) people.push(actorOf(await ctx.person(`ครู${at}`), ctx.at));
});

/** How many pairs stand the other way round than they came. */
const turnedPairs = (order: number[]) => order.flatMap((a, at) => order.slice(at + 1).filter((b) => b < a)).length;

/** People answer one after the other; gives the order in which the database has their answers: as they were written. */
async function answeredInTurn(surveyId: string): Promise<number[]> {
  for (const [at, person] of people.entries()) await answerSurvey(ctx, { surveyId, answers: sheetOf([5, 5, 5], "o1", String(at)) }, person);
  const turnout = await SurveyTurnoutModel.find({ surveyId }).lean();
  expect(turnout.map(({ personId }) => personId)).toEqual(people.map(({ personId }) => personId));
  const bags = await SurveySheetsModel.find({ surveyId }).lean();
  return bags.flatMap(({ sheets }) => sheets.map((sheet: { q5: string }) => Number(sheet.q5)));
}

it("answers to an anonymous survey lie in no order that those who answered came in", async () => {
  const orders = await Promise.all(surveys.map(answeredInTurn));
  for (const order of orders) expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  const turned = orders.reduce((sum, order) => sum + turnedPairs(order), 0);
  // 16 orders of six, of chance: half of 240 pairs stand the other way round, give or take 11; five times that is one run in a million.
  expect(Math.abs(turned - 120)).toBeLessThan(54);
});

it("many who answer at once all find room", async () => {
  const [surveyId = ""] = ["survey-many"];
  const sample = await RequestModel.findById("survey-0").lean<RequestDocument>();
  await RequestModel.create([{ ...sample, _id: surveyId, draftId: "many", tail: 999 }]);
  people = await Promise.all(Array.from({ length: 40 }, async (_, at) => actorOf(await ctx.person(`ครูพร้อมกัน${at}`), ctx.at)));
  const answers = sheetOf([4, 4, 4], "o2", "");
  const came = await Promise.all(people.map((person) => answerSurvey(ctx, { surveyId, answers }, person)));
  expect(came.every(({ is }) => is === "kept")).toBe(true);
  const bags = await SurveySheetsModel.find({ surveyId }).lean();
  expect(bags.flatMap(({ sheets }) => sheets).length).toBe(40);
});
