import type { RequestDocument } from "#models/documents/request.document.ts";
import type { State, Transition, Workflow } from "#models/workflows/define-workflow.ts";
import type { OfficeCalendar } from "#models/workflows/office-calendar.ts";

/** Whose word a state waits for, when that is one known person. Without a requester of our own it is who filed it. */
export function awaitedPerson(state: State, request: Pick<RequestDocument, "requester" | "filedById" | "assignee">): string | null {
  if (state.asks?.of.who === "requester") return request.requester.id ?? request.filedById;
  if (state.asks?.of.who === "assignee") return request.assignee?.id ?? null;
  return null;
}

/** The words in which a transition put its question: the first thing written in its form. */
export function askedWords(transition: Transition, filed: { shown: string }[]): string | null {
  const asks = transition.tells?.some(({ event }) => event === "asked");
  return asks ? (filed[0]?.shown ?? null) : null;
}

/** What next happens by itself to a request in its state, and when: whichever of the state's timeouts comes first. */
export function nextDue(
  workflow: Workflow,
  request: Pick<RequestDocument, "state" | "stateSince"> & { shownAt?: Date | null },
  calendar: OfficeCalendar,
): { nextDueAt: Date | null; nextDue: string | null } {
  const due = (workflow.states[request.state]?.timeouts ?? []).flatMap(({ transition, workingDays, since }) => {
    const from = since === "entered" ? request.stateSince : request.shownAt;
    return from ? [{ nextDueAt: calendar.addWorkingDays(from, workingDays), nextDue: transition }] : [];
  });
  due.sort((a, b) => a.nextDueAt.getTime() - b.nextDueAt.getTime());
  return due[0] ?? { nextDueAt: null, nextDue: null };
}
