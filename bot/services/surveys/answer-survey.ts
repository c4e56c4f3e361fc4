import { randomInt } from "node:crypto";
import type { ClientSession } from "mongoose";
import { inTransaction } from "#bot/platform/transaction.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext, Who } from "#bot/services/service-context.ts";
import { retryRaces } from "#bot/services/unique-race.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { SurveyAnswerModel } from "#models/documents/survey-answer.document.ts";
import { SurveySheetsModel, sheetBags } from "#models/documents/survey-sheets.document.ts";
import { SurveyTurnoutModel } from "#models/documents/survey-turnout.document.ts";
import type { Answers } from "#models/requests/define-form.ts";
import { parseAnswers } from "#models/requests/parse-answers.ts";
import type { SurveyAnswers } from "#models/surveys/question.ts";
import { surveyAnswers, surveyForm } from "#models/surveys/survey-form.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { type HeldSurvey, isFor, openSurvey } from "./open-survey.ts";

/** `already`: had answered before; what was sent now is not kept. */
export type Answered = { is: "kept" | "already" };

type AnswerInput = { surveyId: string; answers: Answers };
type Prepared = { write(session: ClientSession): Promise<Answered> };

/**
 * Keeps somebody's answers to a survey, each person's once: the same sent twice changes nothing. Nothing of an anonymous one is
 * recorded with the person but that they answered.
 * @throws Refused not_found for a survey that is not theirs to answer, too_late for one that is closed, invalid_answers
 */
export async function answerSurvey(ctx: ServiceContext, input: AnswerInput, actor: Actor): Promise<Answered> {
  return retryRaces(async () => {
    const { write } = await prepareFor(ctx, input, actor);
    return inTransaction(write);
  });
}

/**
 * The same for a turn of a chat, which commits it with its own writes.
 * @throws Refused not_registered besides
 */
export async function prepareAnswerSurvey(ctx: ServiceContext, input: AnswerInput, { actor }: Who): Promise<Prepared> {
  if (!actor) throw new Refused({ code: "not_registered" });
  return prepareFor(ctx, input, actor);
}

async function prepareFor(ctx: ServiceContext, { surveyId, answers }: AnswerInput, actor: Actor): Promise<Prepared> {
  const held = await openSurvey(ctx, surveyId, actor);
  const { survey, isOpen } = held;
  if (!isFor(survey.audience, actor)) throw new Refused({ code: "not_found" });
  const turnout = { _id: `${surveyId}:${actor.personId}`, surveyId, personId: actor.personId };
  if (await SurveyTurnoutModel.exists({ _id: turnout._id })) return { write: async () => ({ is: "already" }) };
  if (!isOpen) throw new Refused({ code: "too_late", days: 0 });
  const form = surveyForm({ id: surveyId, title: survey.title, questions: survey.questions });
  const parsed = parseAnswers(form, answers);
  if (!parsed.ok) throw new Refused({ code: "invalid_answers", problems: parsed.problems });
  const sheet = surveyAnswers(survey.questions, parsed.answers);
  return {
    async write(session) {
      // Closed while this was read: figures that are reported on do not change any more.
      const stands = { _id: surveyId, stateSince: held.request.stateSince };
      if (!(await RequestModel.exists(stands).session(session))) throw new Refused({ code: "too_late", days: 0 });
      const { upsertedCount } = await SurveyTurnoutModel.updateOne(
        { _id: turnout._id },
        { $setOnInsert: turnout },
        { upsert: true, session },
      );
      if (upsertedCount === 0) return { is: "already" };
      if (survey.isAnonymous) await putAmongOthers(surveyId, sheet, session);
      else await putUnderName(ctx, held, turnout._id, sheet, actor, session);
      return { is: "kept" };
    },
  };
}

/** Into a bag of chance, at a place of chance: see survey-sheets.document.ts. */
async function putAmongOthers(surveyId: string, sheet: SurveyAnswers, session: ClientSession): Promise<void> {
  await layBags(surveyId, session);
  const bag = `${surveyId}:${randomInt(sheetBags)}`;
  const place = { $toInt: { $floor: { $multiply: [{ $rand: {} }, { $add: [{ $size: "$sheets" }, 1] }] } } };
  const sheets = between("$sheets", place, { $literal: sheet });
  await SurveySheetsModel.updateOne({ _id: bag }, [{ $set: { sheets } }], { session, updatePipeline: true });
}

/** All bags at once with the first answer: bags that came one by one would lie in the order of those who filled them first. */
async function layBags(surveyId: string, session: ClientSession): Promise<void> {
  if (await SurveySheetsModel.exists({ _id: `${surveyId}:0` }).session(session)) return;
  const bags = Array.from({ length: sheetBags }, (_, bag) => ({ _id: `${surveyId}:${bag}`, surveyId, sheets: [] }));
  await SurveySheetsModel.insertMany(bags, { session });
}

/** An array with one more element at that place. $slice takes no length of 0, hence the cases. */
function between(array: string, place: object, element: object): object {
  const head = { $cond: [{ $eq: ["$$place", 0] }, [], { $slice: ["$$array", { $max: ["$$place", 1] }] }] };
  const rest = { $subtract: [{ $size: "$$array" }, "$$place"] };
  const tail = { $cond: [{ $eq: [rest, 0] }, [], { $slice: ["$$array", "$$place", { $max: [rest, 1] }] }] };
  return { $let: { vars: { array, place }, in: { $concatArrays: [head, [element], tail] } } };
}

async function putUnderName(
  ctx: ServiceContext,
  { request }: HeldSurvey,
  id: string,
  answers: SurveyAnswers,
  actor: Actor,
  session: ClientSession,
): Promise<void> {
  const person = { id: actor.personId, name: actor.name, school: actor.schoolCode ?? "" };
  await SurveyAnswerModel.create([{ _id: id, surveyId: request._id, person, answers, at: ctx.clock.now() }], { session });
}
