import { readOffice } from "#bot/services/office/office.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { presentRequest } from "./present-request.ts";
import { nextDue } from "./waits.ts";

/**
 * Notes that requests which wait for this person's word have been shown to them: from now on the state's shorter time runs.
 * Only the first time counts; requests that wait for nobody, or for somebody else, are passed over.
 */
export async function markShown(ctx: ServiceContext, personId: string, requestIds: string[]): Promise<void> {
  const unseen = { awaits: personId, shownAt: null };
  const waiting = requestIds.length > 0 ? await RequestModel.find({ _id: { $in: requestIds }, ...unseen }).lean() : [];
  const shownAt = ctx.clock.now();
  const { calendar } = await readOffice(ctx);
  for (const stored of waiting) {
    const { workflow } = ctx.catalogue.of(stored.formId);
    const due = nextDue(workflow, { ...presentRequest(ctx, stored), shownAt }, calendar);
    // The revision: a transition in between has entered another state, with times of its own.
    await RequestModel.updateOne({ _id: stored._id, revision: stored.revision, ...unseen }, { $set: { shownAt, ...due } });
  }
}
