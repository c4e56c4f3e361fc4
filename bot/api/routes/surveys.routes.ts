import { type Api, serve } from "#bot/api/serve.ts";
import { answerSurvey as answer } from "#bot/services/surveys/answer-survey.ts";
import type { HeldSurvey } from "#bot/services/surveys/open-survey.ts";
import { readSurvey } from "#bot/services/surveys/read-survey.ts";
import { readSurveyResults } from "#bot/services/surveys/survey-results.ts";
import { surveysFor } from "#bot/services/surveys/surveys-for.ts";
import { answerSurvey, getSurvey, getSurveyResults, listSurveys } from "#models/contracts/surveys.contract.ts";

/** Surveys: those that wait for the viewer, one to answer, its results. */
export function surveysRoutes(api: Api): void {
  const { services } = api.deps;

  serve(api, listSurveys, async (_input, { actor }) => {
    const surveys = await surveysFor(services, actor);
    return { surveys: surveys.map((held) => ({ ...presentSurvey(held), questions: held.survey.questions.length })) };
  });

  serve(api, getSurvey, async ({ params }, { actor }) => {
    const { held, ...viewer } = await readSurvey(services, params.id, actor);
    return { ...presentSurvey(held), questions: held.survey.questions, ...viewer };
  });

  serve(api, answerSurvey, ({ params, body }, { actor }) => answer(services, { surveyId: params.id, ...body }, actor));

  serve(api, getSurveyResults, async ({ params }, { actor }) => {
    const { held, ...standing } = await readSurveyResults(services, params.id, actor);
    return { ...presentSurvey(held), hasEnded: held.hasEnded, ...standing };
  });
}

function presentSurvey({ request, survey, isOpen }: HeldSurvey) {
  const { title, introduction, isAnonymous, until } = survey;
  return { id: request._id, title, introduction, isAnonymous, until, isOpen };
}
