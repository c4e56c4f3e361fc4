import type { ServiceContext } from "#bot/services/service-context.ts";
import type { Queries } from "#models/conversations/effects.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { answersForCopy } from "#models/requests/answers-for-copy.ts";
import { upgradedAnswers } from "#models/requests/fitting-answers.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { mayFill } from "./may-fill.ts";

type Ask = Queries["lastFiled"];

/** The newest request that a person filed, of one form or of any they may fill, with the answers that another can begin with. */
export async function lastFiled(ctx: ServiceContext, { formId }: Ask["in"], { actor }: { actor: Actor | null }): Promise<Ask["out"]> {
  if (!actor) return { last: null };
  const last = await RequestModel.findOne(
    { filedById: actor.personId, ...(formId ? { formId } : {}) },
    { number: 1, formId: 1, formVersion: 1, answers: 1 },
  )
    .sort({ createdAt: -1 })
    .lean();
  const type = last && ctx.catalogue.all.find(({ form }) => form.id === last.formId);
  if (!last || !type || !mayFill(type, actor)) return { last: null };
  const answers = upgradedAnswers(type.form, last.formVersion, last.answers) ?? {};
  return { last: { formId: type.form.id, number: last.number, answers: answersForCopy(type.form, answers, bangkokDate(ctx.clock.now())) } };
}
