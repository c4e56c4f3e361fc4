import { Refused } from "#bot/services/refused.ts";
import { mayFill } from "#bot/services/requests/may-fill.ts";
import { originOf } from "#bot/services/requests/origin.ts";
import { presentRequest } from "#bot/services/requests/present-request.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { runs, surveyOf } from "#bot/services/surveys/open-survey.ts";
import { resultsOf } from "#bot/services/surveys/survey-results.ts";
import { DraftModel } from "#models/documents/draft.document.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { answersForCopy } from "#models/requests/answers-for-copy.ts";
import { begunAnswers } from "#models/requests/begun-answers.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { upgradedAnswers } from "#models/requests/fitting-answers.ts";
import type { SurveyResults } from "#models/surveys/results.ts";
import { isOwnRequest } from "#models/workflows/rule.ts";
import { type DraftOwner, type DraftView, draftView, withFiles } from "./draft-view.ts";

/**
 * A fresh draft with the answers of one's earlier request: without what belongs to the one time, and without days that are over.
 * @throws Refused not_found where there is none of theirs; not_allowed where the form is not for them any more
 */
export async function copyAsDraft(ctx: ServiceContext, requestId: string, owner: DraftOwner): Promise<DraftView> {
  const stored = await RequestModel.findById(requestId).lean();
  if (!stored || !isOwn(stored, owner)) throw new Refused({ code: "not_found" });
  const type = ctx.catalogue.of(stored.formId);
  if (!mayFill(type, owner.actor)) throw new Refused({ code: "not_allowed" });
  const answers = upgradedAnswers(type.form, stored.formVersion, stored.answers) ?? {};
  return beginDraft(ctx, type, answersForCopy(type.form, answers, bangkokDate(ctx.clock.now())), null, owner);
}

function isOwn({ requester, filedById }: RequestDocument, { actor }: DraftOwner): boolean {
  return filedById === actor.personId || isOwnRequest(actor, { requesterId: requester.id ?? null, filedById });
}

/**
 * A fresh draft of the form that goes on from a request, with what that one knows; its files are carried along.
 * @throws Refused not_found where they may not see it; not_allowed where that form does not go on from it now, or is not for them
 */
export async function continueAsDraft(ctx: ServiceContext, requestId: string, formId: string, owner: DraftOwner): Promise<DraftView> {
  const origin = await originOf(ctx, requestId, owner.actor);
  const stored = origin && (await RequestModel.findById(requestId).lean());
  if (!stored) throw new Refused({ code: "not_found" });
  const earlier = presentRequest(ctx, stored);
  const way = continuationsOf(ctx, earlier, owner.actor).find(({ type }) => type.form.id === formId);
  if (!way) throw new Refused({ code: "not_allowed" });
  const { number, subject, answers } = earlier;
  const results = await collectedBy(ctx, earlier, owner);
  const prefilled = begunAnswers(way.type.form, way.prefill(answers, { number, subject, results }));
  return beginDraft(ctx, way.type, prefilled, origin.link, owner);
}

/** What the earlier request collected, for those who may see it. */
async function collectedBy(ctx: ServiceContext, earlier: RequestDocument, { actor }: DraftOwner): Promise<SurveyResults | null> {
  const held = runs(actor, earlier) ? surveyOf(ctx, earlier) : null;
  return held && resultsOf(held);
}

/** The forms that go on from a request as it stands, of those that the actor may fill. */
export function continuationsOf(ctx: Pick<ServiceContext, "catalogue">, earlier: RequestDocument, actor: DraftOwner["actor"]) {
  return ctx.catalogue.all.flatMap((type) => {
    const way = type.continues.find(({ from, states }) => from === earlier.formId && (states?.includes(earlier.state) ?? true));
    return way && mayFill(type, actor) ? [{ type, prefill: way.prefill }] : [];
  });
}

async function beginDraft(
  ctx: ServiceContext,
  { form }: RequestType,
  answers: Answers,
  origin: DraftView["origin"],
  owner: DraftOwner,
): Promise<DraftView> {
  const stored = {
    _id: ctx.newId(),
    personId: owner.actor.personId,
    formId: form.id,
    formVersion: form.version,
    answers,
    onBehalfOf: null,
    origin,
    revision: 1,
    isOpen: true,
    submittedAs: null,
    savedAt: ctx.clock.now(),
  };
  await DraftModel.create([stored]);
  const draft = draftView(ctx, { stored, run: null, isTouched: false });
  if (!draft) throw new Error(`draft ${stored._id}: begun, and not readable`);
  return withFiles(ctx, draft, owner.chatId);
}
