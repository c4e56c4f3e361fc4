import type { ApiDeps } from "#bot/api/api-deps.ts";
import type { DraftView } from "#bot/services/drafts/draft-view.ts";
import { describeFiles } from "#bot/services/files/describe-files.ts";
import type { Draft } from "#models/contracts/drafts.contract.ts";
import { presentFiles, presentPhotos } from "./request.presenter.ts";

/** A draft as its form goes on with it. */
export async function presentDraft(deps: Pick<ApiDeps, "services" | "signedLinks">, draft: DraftView): Promise<Draft> {
  const files = await describeFiles(draft.files);
  return {
    ...draft,
    photos: presentPhotos(deps, draft.photos),
    files: presentFiles(deps, [...files.values()]),
    savedAt: draft.savedAt.toISOString(),
  };
}
