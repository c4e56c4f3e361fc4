import { ApiError } from "#bot/api/api-error.ts";
import { presentDraft } from "#bot/api/presenters/draft.presenter.ts";
import { type Api, serve } from "#bot/api/serve.ts";
import { discardDraft as discard } from "#bot/services/drafts/close-draft.ts";
import type { DraftOwner } from "#bot/services/drafts/draft-view.ts";
import { newestDraft, readDraft } from "#bot/services/drafts/read-drafts.ts";
import { saveDraft as save } from "#bot/services/drafts/save-draft.ts";
import { discardDraft, findDraft, getDraft, saveDraft } from "#models/contracts/drafts.contract.ts";
import type { Actor } from "#models/workflows/roles.ts";

/** A person's own chat is where drafts are under way besides the mini-app. */
export function ownerOf({ actor, lineUserId }: { actor: Actor; lineUserId: string }): DraftOwner {
  return { actor, chatId: lineUserId };
}

/** Forms half filled, shared with the chat. */
export function draftsRoutes(api: Api): void {
  const { deps } = api;
  const { services } = deps;

  serve(api, findDraft, async ({ query }, caller) => {
    const draft = await newestDraft(services, { formId: query.formId, isForCaller: query.for === "caller" }, ownerOf(caller));
    return { draft: draft && (await presentDraft(deps, draft)) };
  });

  serve(api, getDraft, async ({ params }, caller) => presentDraft(deps, await readDraft(services, params.id, ownerOf(caller))));

  serve(api, saveDraft, async ({ params, body }, caller) => {
    const { is, draft } = await save(services, { id: params.id, ...body }, ownerOf(caller));
    const presented = await presentDraft(deps, draft);
    if (is === "changed") throw new ApiError("draft_changed", { details: { draft: presented } });
    if (is === "form_changed") throw new ApiError("form_changed", { details: { draft: presented } });
    return presented;
  });

  serve(api, discardDraft, async ({ params }, caller) => {
    await discard(services, params.id, ownerOf(caller));
    return {};
  });
}
