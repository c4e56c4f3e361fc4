import { Refused } from "#bot/services/refused.ts";
import { presentRequest } from "#bot/services/requests/present-request.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import type { Audience, Survey } from "#models/surveys/survey.ts";
import { type Actor, isStaff } from "#models/workflows/roles.ts";

/** A survey with the request that holds it. `hasBegun`: people have been asked; `isOpen`: answers are taken now; `hasEnded`: never again. */
export type HeldSurvey = { request: RequestDocument; survey: Survey; hasBegun: boolean; isOpen: boolean; hasEnded: boolean };

/**
 * The survey that a request holds, for somebody it is for or who runs it. One that has not begun is there for those who run it alone.
 * @throws Refused not_found
 */
export async function openSurvey(ctx: ServiceContext, id: string, actor: Actor): Promise<HeldSurvey> {
  const stored = await RequestModel.findById(id).lean();
  const held = stored && surveyOf(ctx, stored);
  if (!held) throw new Refused({ code: "not_found" });
  if (!runs(actor, held.request) && !(held.hasBegun && isFor(held.survey.audience, actor))) throw new Refused({ code: "not_found" });
  return held;
}

/** The survey of a request as it stands; null where its form collects nothing. */
export function surveyOf(ctx: Pick<ServiceContext, "catalogue" | "clock">, stored: RequestDocument): HeldSurvey | null {
  const request = presentRequest(ctx, stored);
  const { collects } = ctx.catalogue.of(request.formId);
  if (!collects) return null;
  const survey = collects.survey(request.answers);
  const takesAnswers = collects.takesAnswersIn.includes(request.state);
  const hasEnded = collects.endedIn.includes(request.state);
  return {
    request,
    survey,
    hasBegun: takesAnswers || hasEnded,
    isOpen: takesAnswers && bangkokDate(ctx.clock.now()) <= survey.until,
    hasEnded,
  };
}

/** Who sees the results, and shares the link: who made it, the centre's staff, the director. */
export function runs(actor: Actor, request: Pick<RequestDocument, "filedById">): boolean {
  return request.filedById === actor.personId || isStaff(actor) || actor.grants.some(({ role }) => role === "director");
}

/** Whether somebody is one of those who are asked. */
export function isFor(audience: Audience, actor: Actor): boolean {
  if (audience === "everyone") return true;
  return audience === "staff" ? isStaff(actor) : actor.schoolCode !== null;
}
