import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import type { RequestFacts } from "#models/workflows/engine.ts";

/** The part of a request that its workflow reads. */
export function factsOf(request: RequestDocument): RequestFacts {
  return {
    requesterId: request.requester.id ?? null,
    filedById: request.filedById,
    assigneeId: request.assignee?.id ?? null,
    group: request.group,
    zone: request.school.zone ?? null,
    schoolCode: request.school.code ?? null,
    state: request.state,
    previousState: request.previousState ?? null,
    stateSince: request.stateSince,
    system: request.system ?? null,
    answers: request.answers,
  };
}

/** A state's present name, for what was stored or offered under an earlier version of the workflow. */
export function presentState(type: RequestType, state: string): string {
  return type.workflow.renamed[state] ?? state;
}

/** A stored request as the present definitions read it: renamed states mapped, answers of an open one upgraded. */
export function presentRequest(ctx: Pick<ServiceContext, "catalogue">, stored: RequestDocument): RequestDocument {
  const type = ctx.catalogue.of(stored.formId);
  const { form } = type;
  const upgrades = stored.isOpen && stored.formVersion === form.version - 1 && form.upgrade;
  return {
    ...stored,
    // Filed before answers could be rewritten.
    answersRevision: stored.answersRevision ?? 1,
    state: presentState(type, stored.state),
    previousState: stored.previousState ? presentState(type, stored.previousState) : null,
    ...(upgrades ? { answers: upgrades.from(stored.answers), formVersion: form.version } : {}),
  };
}
