import type { ServiceContext } from "#bot/services/service-context.ts";
import { SurveyTurnoutModel } from "#models/documents/survey-turnout.document.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { type HeldSurvey, isFor, openSurvey, runs } from "./open-survey.ts";

/** A survey, and what the viewer may do with it: `mayRead` its results. */
export type ReadSurvey = { held: HeldSurvey; hasAnswered: boolean; mayAnswer: boolean; mayRead: boolean };

/**
 * A survey for the page on which it is answered.
 * @throws Refused not_found
 */
export async function readSurvey(ctx: ServiceContext, id: string, actor: Actor): Promise<ReadSurvey> {
  const held = await openSurvey(ctx, id, actor);
  const hasAnswered = (await SurveyTurnoutModel.exists({ _id: `${id}:${actor.personId}` })) !== null;
  const mayAnswer = held.isOpen && !hasAnswered && isFor(held.survey.audience, actor);
  return { held, hasAnswered, mayAnswer, mayRead: runs(actor, held.request) };
}
