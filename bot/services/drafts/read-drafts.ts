import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { tellsSomething } from "#models/conversations/form-run.ts";
import { DraftModel } from "#models/documents/draft.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { readChatDrafts, readDraftSources } from "./draft-sources.ts";
import { type DraftOwner, type DraftView, draftView, sentDraft, withFiles } from "./draft-view.ts";

/**
 * One of a person's drafts, with all that the chat has of it. One that was sent says as what.
 * @throws Refused not_found where there is none of theirs; form_changed where it is of a version with no way to the present one
 */
export async function readDraft(ctx: ServiceContext, id: string, owner: DraftOwner): Promise<DraftView> {
  const sources = await readDraftSources(id, owner.chatId);
  const { stored, run, isTouched } = sources;
  if (stored && stored.personId !== owner.actor.personId) throw new Refused({ code: "not_found" });
  if (stored || (run && !isTouched)) {
    const draft = draftView(ctx, sources);
    if (!draft) throw new Refused({ code: "form_changed" });
    return withFiles(ctx, draft, owner.chatId);
  }
  const request = await RequestModel.findOne({ draftId: id, filedById: owner.actor.personId }).lean();
  if (!request) throw new Refused({ code: "not_found" });
  return sentDraft(ctx, request);
}

/**
 * A person's drafts that are not sent, the newest first: saved in the mini-app, or under way in their chat. Those that this
 * version cannot read are left out, and those given up in the chat.
 * @param most so many at most
 */
export async function openDrafts(ctx: ServiceContext, owner: DraftOwner, most: number): Promise<DraftView[]> {
  const [stored, { runs, touched }] = await Promise.all([
    DraftModel.find({ personId: owner.actor.personId, isOpen: true }).sort({ savedAt: -1 }).limit(most).lean(),
    readChatDrafts(owner.chatId),
  ]);
  const sourcesOf = (id: string) => ({
    stored: stored.find(({ _id }) => _id === id) ?? null,
    run: runs.find(({ draftId }) => draftId === id) ?? null,
    isTouched: touched.has(id),
  });
  const ids = new Set([...stored.map(({ _id }) => _id), ...runs.filter(({ isCancelled }) => !isCancelled).map(({ draftId }) => draftId)]);
  return [...ids]
    .flatMap((id) => draftView(ctx, sourcesOf(id)) ?? [])
    .filter((draft) => tellsSomething(ctx.catalogue.of(draft.formId), draft.answers) || draft.onBehalfOf !== null)
    .sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime())
    .slice(0, most);
}

/** Far more than anybody keeps of one form. */
const mostLookedAt = 20;

/** The newest draft of a form: of those that staff fill for callers, or of one's own. Null where there is none. */
export async function newestDraft(
  ctx: ServiceContext,
  wanted: { formId: string; isForCaller: boolean },
  owner: DraftOwner,
): Promise<DraftView | null> {
  const drafts = await openDrafts(ctx, owner, mostLookedAt);
  const draft = drafts.find(({ formId, onBehalfOf }) => formId === wanted.formId && (onBehalfOf !== null) === wanted.isForCaller);
  return draft ? withFiles(ctx, draft, owner.chatId) : null;
}
