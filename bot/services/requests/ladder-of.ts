import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { decisionLadder, type Rung } from "#models/workflows/decision-ladder.ts";

/** More rounds of decisions than this nobody sends a request through; the newest count. */
const mostDeeds = 50;

/**
 * The decisions of a request, done and to come; none where its workflow has none.
 * @param request with its states as they are called at present
 */
export async function ladderOf({ catalogue }: Pick<ServiceContext, "catalogue">, request: RequestDocument): Promise<Rung[]> {
  const { workflow } = catalogue.of(request.formId);
  const named = Object.entries(workflow.transitions);
  if (!named.some(([, { decides }]) => decides)) return [];
  const deciding = named.flatMap(([id, { decides, rewrites }]) => (decides || rewrites ? [id] : []));
  const newest = await TimelineEntryModel.find({ requestId: request._id, transition: { $in: deciding } })
    .sort({ sequence: -1 })
    .limit(mostDeeds)
    .lean();
  const deeds = newest.reverse().map(({ transition, deed, actor, at }) => ({
    transition,
    deed,
    by: actor.name,
    position: actor.position,
    at,
  }));
  return decisionLadder(workflow, { state: request.state, answers: request.answers, deeds });
}
