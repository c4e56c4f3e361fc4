import type { ClientSession } from "mongoose";
import { inTransaction } from "#bot/platform/transaction.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { DraftModel } from "#models/documents/draft.document.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { keepDraftFiles } from "./draft-files.ts";
import { readDraftSources, touchChat } from "./draft-sources.ts";
import { type DraftOwner, draftView } from "./draft-view.ts";

/**
 * Closes the draft of a request that is being filed: opening it leads to the request from now on. Written also where none was
 * kept, so that a first save at the same moment meets it. Somebody else's stays as it is.
 */
export async function closeDraft(request: RequestDocument, session: ClientSession): Promise<void> {
  const submittedAs = { id: request._id, number: request.number };
  const { formId, formVersion, filedById: personId, createdAt: savedAt } = request;
  const begun = { $literal: { personId, formId, formVersion, answers: {}, onBehalfOf: null, revision: 0, savedAt } };
  const closed = { $mergeObjects: [begun, "$$ROOT", { $literal: { isOpen: false, submittedAs } }] };
  const isTheirs = { $in: [{ $ifNull: ["$personId", personId] }, [personId]] };
  await DraftModel.updateOne({ _id: request.draftId }, [{ $replaceWith: { $cond: [isTheirs, closed, "$$ROOT"] } }], {
    session,
    upsert: true,
    updatePipeline: true,
  });
}

/**
 * Throws a draft away, wherever it stands: the chat, where it is under way there, hears of it at its next turn.
 * @throws Refused not_found where there is none of theirs that is not sent
 */
export function discardDraft(ctx: ServiceContext, id: string, { actor, chatId }: DraftOwner): Promise<void> {
  return inTransaction(async (session) => {
    const sources = await readDraftSources(id, chatId, session);
    const { stored, run, isTouched } = sources;
    const isOwn = stored ? stored.personId === actor.personId && stored.isOpen : run !== null && !isTouched;
    if (!isOwn) throw new Refused({ code: "not_found" });
    const draft = draftView(ctx, sources);
    await DraftModel.deleteOne({ _id: id }, { session });
    if (draft) {
      const { form } = ctx.catalogue.of(draft.formId);
      await keepDraftFiles({ form, before: draft.answers, after: {} }, chatId, ctx.clock.now(), session);
    }
    await touchChat(chatId, id, session);
  });
}
