import type { ServiceContext } from "#bot/services/service-context.ts";
import { DraftModel } from "#models/documents/draft.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { can } from "#models/workflows/engine.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { factsOf, presentRequest } from "./present-request.ts";
import { requestView } from "./request-view.ts";

/** The request that another goes on from, and the files of it that the actor sees and may carry along. */
export type Origin = { link: { id: string; number: string; formId: string }; files: string[] };

/** What a person's draft goes on from; null where it is from nothing, or from what they may not see (any more). */
export async function readOrigin(ctx: ServiceContext, draftId: string, actor: Actor): Promise<Origin | null> {
  const draft = await DraftModel.findById(draftId, { personId: 1, origin: 1 }).lean();
  return draft?.origin && draft.personId === actor.personId ? originOf(ctx, draft.origin.id, actor) : null;
}

/** An earlier request as one to go on from; null where the actor may not see it. */
export async function originOf(ctx: ServiceContext, id: string, actor: Actor): Promise<Origin | null> {
  const stored = await RequestModel.findById(id).lean();
  if (!stored) return null;
  const now = ctx.clock.now();
  const { workflow } = ctx.catalogue.of(stored.formId);
  if (!can(workflow, actor, "see", factsOf(presentRequest(ctx, stored)), now)) return null;
  const timeline = await TimelineEntryModel.find({ requestId: id }).sort({ sequence: 1 }).lean();
  const { photos, files } = requestView(ctx, stored, actor, now, timeline);
  return { link: { id, number: stored.number, formId: stored.formId }, files: [...photos, ...files] };
}
