import type { ApiDeps } from "#bot/api/api-deps.ts";
import type { DraftView } from "#bot/services/drafts/draft-view.ts";
import type { Draft } from "#models/contracts/drafts.contract.ts";
import { presentPhotos } from "./request.presenter.ts";

/** A draft as its form goes on with it. */
export function presentDraft(deps: Pick<ApiDeps, "services" | "signedLinks">, draft: DraftView): Draft {
  return { ...draft, photos: presentPhotos(deps, draft.photos), savedAt: draft.savedAt.toISOString() };
}
