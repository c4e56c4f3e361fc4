import { factsOf, presentRequest } from "#bot/services/requests/present-request.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { LiveChange } from "#models/contracts/live.contract.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import type { Workflow } from "#models/workflows/define-workflow.ts";
import { can, type RequestFacts } from "#models/workflows/engine.ts";
import { type Actor, isStaff } from "#models/workflows/roles.ts";
import type { TimelineChange } from "./follow-timeline.ts";

/** A change with what decides who may hear of it. */
export type KnownChange = LiveChange & { isForStaff: boolean; workflow: Workflow; facts: RequestFacts };

/** All that factsOf reads. */
const read = {
  formId: 1,
  formVersion: 1,
  isOpen: 1,
  answers: 1,
  state: 1,
  previousState: 1,
  stateSince: 1,
  group: 1,
  system: 1,
  school: 1,
  requester: 1,
  filedById: 1,
  assignee: 1,
} as const;

/** The requests of some changes in one read; a change whose request is gone is left out. Of several to one request the last counts. */
export async function readChanges(ctx: Pick<ServiceContext, "catalogue">, changes: TimelineChange[]): Promise<KnownChange[]> {
  const last = new Map<string, TimelineChange>();
  // Kept apart by audience: a note for staff must not hide from the others what they may hear.
  for (const change of changes) last.set(`${change.request} ${change.isForStaff}`, change);
  const ids = [...new Set(changes.map(({ request }) => request))];
  const found = await RequestModel.find({ _id: { $in: ids } }, read).lean<RequestDocument[]>();
  const requests = new Map(found.map((request) => [request._id, request]));
  return [...last.values()].flatMap((change) => {
    const request = requests.get(change.request);
    if (!request) return [];
    const { workflow } = ctx.catalogue.of(request.formId);
    return [{ ...change, workflow, facts: factsOf(presentRequest(ctx, request)) }];
  });
}

/** Whether somebody hears of a change: the same rule as for lists, and of staff's own entries staff only. */
export function mayHear(viewer: Actor, { workflow, facts, isForStaff }: KnownChange, now: Date): boolean {
  return (!isForStaff || isStaff(viewer)) && can(workflow, viewer, "see", facts, now);
}
