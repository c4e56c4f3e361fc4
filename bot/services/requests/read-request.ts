import { recordAccess } from "#bot/services/record-access.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { can } from "#models/workflows/engine.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { factsOf, presentRequest } from "./present-request.ts";
import { recordLooks } from "./record-looks.ts";
import { requestView } from "./request-view.ts";

/** Longer than any job's story so far; the newest are what a page is opened for. */
const mostEntries = 200;

/**
 * A request with its whole story, for a page of its own.
 * @param action what the access log calls it
 * @throws Refused not_found where there is none, or none that the actor may see
 */
export async function readRequest(ctx: ServiceContext, id: string, actor: Actor, action = "open"): Promise<RequestView> {
  const request = await RequestModel.findById(id).lean();
  const now = ctx.clock.now();
  if (!request) throw new Refused({ code: "not_found" });
  const { workflow } = ctx.catalogue.of(request.formId);
  if (!can(workflow, actor, "see", factsOf(presentRequest(ctx, request)), now)) {
    recordAccess(ctx, [{ personId: actor.personId, action, subject: `request:${id}`, result: "refused" }]);
    throw new Refused({ code: "not_found" });
  }
  recordLooks(ctx, actor, action, [request]);
  const newest = await TimelineEntryModel.find({ requestId: id }).sort({ sequence: -1 }).limit(mostEntries).lean();
  return requestView(ctx, request, actor, now, newest.reverse(), mostEntries);
}
