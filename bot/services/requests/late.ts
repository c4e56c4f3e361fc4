import type { QueryFilter } from "mongoose";
import type { RequestDocument } from "#models/documents/request.document.ts";
import type { Catalogue } from "#models/requests/open-catalogue.ts";
import type { Workflow } from "#models/workflows/define-workflow.ts";

/** Open, its clock runs, and the promised end has passed – or the promised beginning, while nobody has it who could. */
export function isLate(workflow: Workflow, request: RequestDocument, now: Date): boolean {
  if (!request.isOpen || workflow.states[request.state]?.clock !== "runs") return false;
  return request.finishBy < now || (!request.assignee && !request.decider && request.startBy < now);
}

/** The same as a filter: each branch has an index of its own. */
export function lateFilter(catalogue: Catalogue, now: Date): QueryFilter<RequestDocument> {
  const running = runningStates(catalogue);
  return {
    isOpen: true,
    state: { $in: running },
    $or: [
      { isOpen: true, finishBy: { $lt: now } },
      { isOpen: true, assignee: null, decider: null, startBy: { $lt: now } },
    ],
  };
}

/** Names of states whose clock runs, old names among them. */
export function runningStates(catalogue: Catalogue): string[] {
  return catalogue.all.flatMap(({ workflow }) => {
    const running = Object.keys(workflow.states).filter((id) => workflow.states[id]?.clock === "runs");
    return [...running, ...Object.keys(workflow.renamed).filter((old) => running.includes(workflow.renamed[old] ?? ""))];
  });
}
