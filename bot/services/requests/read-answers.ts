import type { DraftOwner } from "#bot/services/drafts/draft-view.ts";
import { describeFiles, type FileFacts } from "#bot/services/files/describe-files.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import type { Answers } from "#models/requests/define-form.ts";
import { documentsIn, photosIn } from "#models/requests/files-in.ts";
import { possible } from "#models/workflows/engine.ts";
import { isOwnRequest } from "#models/workflows/rule.ts";
import { factsOf, presentRequest } from "./present-request.ts";

export type AnswersView = {
  formId: string;
  formVersion: number;
  answers: Answers;
  answersRevision: number;
  photos: string[];
  files: FileFacts[];
};

/**
 * The answers of a request as they can be written anew: for who asked for it, filed it, or may rewrite it now.
 * @throws Refused not_found where there is none for them
 */
export async function readAnswers(ctx: ServiceContext, id: string, actor: DraftOwner["actor"]): Promise<AnswersView> {
  const stored = await RequestModel.findById(id).lean();
  if (!stored) throw new Refused({ code: "not_found" });
  const request = presentRequest(ctx, stored);
  const { form, workflow } = ctx.catalogue.of(request.formId);
  const facts = factsOf(request);
  const mayRewrite = possible(workflow, actor, facts, ctx.clock.now()).some((way) => workflow.transitions[way]?.rewrites);
  if (!mayRewrite && !isOwnRequest(actor, facts) && request.filedById !== actor.personId) throw new Refused({ code: "not_found" });
  const { answers, formVersion, answersRevision } = request;
  const files = await describeFiles(documentsIn(form, answers));
  return { formId: form.id, formVersion, answers, answersRevision, photos: photosIn(form, answers), files: [...files.values()] };
}
