import type { ServiceContext } from "#bot/services/service-context.ts";
import type { OpenSurvey } from "#models/conversations/effects.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { SurveyTurnoutModel } from "#models/documents/survey-turnout.document.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { type HeldSurvey, isFor, surveyOf } from "./open-survey.ts";

/** More at once nobody answers. */
const mostShown = 20;
/** Surveys that collect at the same time: an office has a few. */
const mostCollecting = 200;

/** A survey as talks know it. */
export function viewOfSurvey({ request, survey }: HeldSurvey): OpenSurvey {
  const { title, introduction, questions, isAnonymous, until } = survey;
  return { id: request._id, title, introduction, questions, isAnonymous, until };
}

/** The surveys that take answers and wait for somebody's, the ones that close first at the top. */
export async function surveysFor(ctx: ServiceContext, actor: Actor): Promise<HeldSurvey[]> {
  const collecting = ctx.catalogue.all.flatMap(({ form, collects }) =>
    collects ? [{ formId: form.id, state: { $in: collects.takesAnswersIn } }] : [],
  );
  if (collecting.length === 0) return [];
  // Left to choose, the planner may walk through all requests by their day until it has enough.
  const stored = await RequestModel.find({ $or: collecting }).hint({ formId: 1, formVersion: 1, state: 1 }).limit(mostCollecting).lean();
  const open = stored
    .flatMap((request) => surveyOf(ctx, request) ?? [])
    .filter(({ survey, isOpen }) => isOpen && isFor(survey.audience, actor));
  const turnouts = await SurveyTurnoutModel.find(
    { personId: actor.personId, surveyId: { $in: open.map(({ request }) => request._id) } },
    { surveyId: 1 },
  ).lean();
  const answered = new Set(turnouts.map(({ surveyId }) => surveyId));
  return open
    .filter(({ request }) => !answered.has(request._id))
    .sort((a, b) => a.survey.until.localeCompare(b.survey.until))
    .slice(0, mostShown);
}
