import { recordAccess } from "#bot/services/record-access.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { SurveyAnswerModel } from "#models/documents/survey-answer.document.ts";
import { SurveySheetsModel } from "#models/documents/survey-sheets.document.ts";
import { SurveyTurnoutModel } from "#models/documents/survey-turnout.document.ts";
import type { SurveyAnswers } from "#models/surveys/question.ts";
import { type SurveyResults, surveyResults } from "#models/surveys/results.ts";
import { leastAnonymousAnswers } from "#models/surveys/survey.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { type HeldSurvey, openSurvey, runs, surveyOf } from "./open-survey.ts";

/** `results` is null until an anonymous survey has ended, and where it has too few answers to hide one among them. */
export type SurveyStanding = { held: HeldSurvey; answered: number; results: SurveyResults | null; people: Answerer[] };

/** Who answered a survey that is under names, and what. */
export type Answerer = { name: string; school: string; answers: { text: string; shown: string }[] };

/** As many as a page shows by name; the figures are of all. */
const mostNamed = 500;

/**
 * How a survey stands, for those who run it.
 * @throws Refused not_found
 */
export async function readSurveyResults(ctx: ServiceContext, id: string, actor: Actor): Promise<SurveyStanding> {
  const held = await openSurvey(ctx, id, actor);
  if (!runs(actor, held.request)) throw new Refused({ code: "not_found" });
  recordAccess(ctx, [{ personId: actor.personId, action: "survey-results", subject: `request:${id}` }]);
  const answered = await SurveyTurnoutModel.countDocuments({ surveyId: id });
  const [results, people] = await Promise.all([resultsOf(held), held.survey.isAnonymous ? [] : answerersOf(held)]);
  return { held, answered, results, people };
}

/** How far a survey is that people are or were asked, for those who run it; null for others, and for a request that is none. */
export async function surveyStanding(
  ctx: ServiceContext,
  request: RequestDocument,
  actor: Actor,
): Promise<{ isOpen: boolean; answered: number } | null> {
  const held = runs(actor, request) ? surveyOf(ctx, request) : null;
  if (!held?.hasBegun) return null;
  return { isOpen: held.isOpen, answered: await SurveyTurnoutModel.countDocuments({ surveyId: request._id }) };
}

/**
 * A survey's results as a form that goes on from it takes them; null where they are not to be shown. Of an anonymous one nothing is
 * shown while answers come in: read before and after one answer, the figures would tell what it was.
 */
export async function resultsOf({ request, survey, hasEnded }: HeldSurvey): Promise<SurveyResults | null> {
  if (survey.isAnonymous && !hasEnded) return null;
  const sheets = survey.isAnonymous ? await anonymousSheets(request._id) : await namedSheets(request._id);
  if (survey.isAnonymous && sheets.length < leastAnonymousAnswers) return null;
  const results = surveyResults(survey.questions, sheets);
  return survey.isAnonymous ? { ...results, questions: results.questions.map(mixed) } : results;
}

/** Words of one person are not to stand at the same place under every question. */
function mixed(question: SurveyResults["questions"][number]): SurveyResults["questions"][number] {
  return question.kind === "open" ? { ...question, texts: [...question.texts].sort(new Intl.Collator("th").compare) } : question;
}

async function anonymousSheets(surveyId: string): Promise<SurveyAnswers[]> {
  const bags = await SurveySheetsModel.find({ surveyId }, { sheets: 1 }).lean();
  return bags.flatMap(({ sheets }) => sheets as SurveyAnswers[]);
}

/** Those who answered under their names, the newest first. */
async function answerersOf({ request, survey }: HeldSurvey): Promise<Answerer[]> {
  const kept = await SurveyAnswerModel.find({ surveyId: request._id }).sort({ at: -1 }).limit(mostNamed).lean();
  const codes = new Set(kept.map(({ person }) => person.school).filter(Boolean));
  const schools = await SchoolModel.find({ _id: { $in: [...codes] } }, { name: 1 }).lean();
  const nameOf = new Map(schools.map(({ _id, name }) => [_id, name]));
  return kept.map(({ person, answers }) => ({
    name: person.name,
    school: nameOf.get(person.school) ?? "",
    answers: survey.questions.flatMap(({ key, text }) => {
      const given = (answers as SurveyAnswers)[key];
      return given === undefined ? [] : [{ text, shown: String(given) }];
    }),
  }));
}

async function namedSheets(surveyId: string): Promise<SurveyAnswers[]> {
  const kept = await SurveyAnswerModel.find({ surveyId }, { answers: 1 }).lean();
  return kept.map(({ answers }) => answers as SurveyAnswers);
}
