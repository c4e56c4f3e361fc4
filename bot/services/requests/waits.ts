import type { RequestDocument } from "#models/documents/request.document.ts";
import { addDays, bangkokDate, bangkokMoment } from "#models/fields/thai/bangkok.ts";
import type { State, Timeout, Transition, Workflow } from "#models/workflows/define-workflow.ts";
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
  request: Pick<RequestDocument, "state" | "stateSince" | "answers"> & { shownAt?: Date | null },
  calendar: OfficeCalendar,
): { nextDueAt: Date | null; nextDue: string | null } {
  const due = (workflow.states[request.state]?.timeouts ?? []).flatMap((timeout) => {
    const nextDueAt = dueAt(timeout, request, calendar);
    return nextDueAt ? [{ nextDueAt, nextDue: timeout.transition }] : [];
  });
  due.sort((a, b) => a.nextDueAt.getTime() - b.nextDueAt.getTime());
  return due[0] ?? { nextDueAt: null, nextDue: null };
}

function dueAt(timeout: Timeout, request: Parameters<typeof nextDue>[1], calendar: OfficeCalendar): Date | null {
  if ("after" in timeout) {
    const day = timeout.after(request.answers, bangkokDate(request.stateSince));
    const over = day ? bangkokMoment(addDays(day, 1), "00:00").getTime() : null;
    // A day that was over before the state was entered is due at once, not in the past.
    return over === null ? null : new Date(Math.max(over, request.stateSince.getTime()));
  }
  const from = timeout.since === "entered" ? request.stateSince : request.shownAt;
  return from ? calendar.addWorkingDays(from, timeout.workingDays) : null;
}
