import type { ServiceContext } from "#bot/services/service-context.ts";
import type { DraftNews } from "#models/conversations/draft-news.ts";
import { DraftModel } from "#models/documents/draft.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { upgradedAnswers } from "#models/requests/fitting-answers.ts";

/**
 * What became of a chat's drafts in the mini-app, for a turn that finds them touched.
 * @param ids none for nearly every turn, which then asks nothing
 * @param personId whose chat it is now; nobody's has no drafts
 */
export async function readDraftNews(ctx: ServiceContext, ids: readonly string[], personId: string | null): Promise<DraftNews[]> {
  if (ids.length === 0 || personId === null) return [];
  const [drafts, requests] = await Promise.all([
    DraftModel.find({ _id: { $in: ids }, personId, isOpen: true }).lean(),
    RequestModel.find({ draftId: { $in: ids }, filedById: personId }, { draftId: 1, number: 1 }).lean(),
  ]);
  return ids.flatMap((draftId): DraftNews[] => {
    const sent = requests.find((request) => request.draftId === draftId);
    if (sent) return [{ draftId, became: "sent", request: { id: sent._id, number: sent.number } }];
    const draft = drafts.find(({ _id }) => _id === draftId);
    if (!draft) return [{ draftId, became: "discarded" }];
    const form = ctx.catalogue.all.find((type) => type.form.id === draft.formId)?.form;
    const answers = form && upgradedAnswers(form, draft.formVersion, draft.answers);
    if (!form || !answers) return [];
    const onBehalfOf = draft.onBehalfOf ? { name: draft.onBehalfOf.name, phone: draft.onBehalfOf.phone ?? null } : null;
    return [{ draftId, became: "saved", formVersion: form.version, answers, onBehalfOf, revision: draft.revision }];
  });
}
