import type { ServiceContext } from "#bot/services/service-context.ts";
import type { EntryView, RequestView } from "#models/conversations/request-view.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import type { TimelineEntryDocument } from "#models/documents/timeline-entry.document.ts";
import { documentsIn, photosIn } from "#models/requests/files-in.ts";
import type { Workflow } from "#models/workflows/define-workflow.ts";
import { possible } from "#models/workflows/engine.ts";
import { type Actor, isStaff } from "#models/workflows/roles.ts";
import { type Decider, isDecider, matchesRule } from "#models/workflows/rule.ts";
import { isLate } from "./late.ts";
import { factsOf, presentRequest } from "./present-request.ts";

/** As many of the newest entries as a card has room for. */
const mostEntries = 8;

/**
 * A request as one viewer sees it; the caller has made sure that they may.
 * @param timeline its entries in order, for a single request; entries for staff only are left out for others
 * @param most so many of the newest entries are shown
 */
export function requestView(
  ctx: Pick<ServiceContext, "catalogue">,
  stored: RequestDocument,
  viewer: Actor | null,
  now: Date,
  timeline: TimelineEntryDocument[] = [],
  most = mostEntries,
): RequestView {
  const request = presentRequest(ctx, stored);
  const { form, workflow } = ctx.catalogue.of(request.formId);
  const state = workflow.states[request.state];
  if (!state) throw new Error(`request ${request._id}: no state "${request.state}" in workflow ${workflow.id}`);
  const seen = timeline.filter((entry) => entry.audience === "all" || (viewer !== null && isStaff(viewer)));
  return {
    id: request._id,
    formId: request.formId,
    formVersion: request.formVersion,
    number: request.number,
    subject: request.subject,
    state: request.state,
    stateLabel: state.label,
    next: (worksOn(request, viewer) && state.staffNext) || state.next,
    revision: request.revision,
    answersRevision: request.answersRevision,
    isOpen: request.isOpen,
    group: request.group,
    category: request.category,
    urgency: request.urgency,
    requester: { id: request.requester.id ?? null, name: request.requester.name, phone: request.requester.phone ?? null },
    school: request.school.name,
    assignee: request.assignee ? { id: request.assignee.id, name: request.assignee.name } : null,
    filed: request.filed.map(({ field, label, shown, written }) => ({ field, label, shown, ...(written ? { written } : {}) })),
    photos: [...new Set([...photosIn(form, request.answers), ...seen.flatMap((entry) => entryFiles(workflow, entry, photosIn))])],
    files: [...new Set([...documentsIn(form, request.answers), ...seen.flatMap((entry) => entryFiles(workflow, entry, documentsIn))])],
    filedAt: request.createdAt,
    startBy: request.startBy,
    finishBy: request.finishBy,
    isLate: isLate(workflow, request, now),
    possible: viewer ? possible(workflow, viewer, factsOf(request), now) : [],
    asked: viewer ? askedOf(workflow, request, viewer, now) : null,
    moved: lastMove(workflow, seen, viewer),
    timeline: seen.slice(-most).map((entry) => entryView(workflow, entry, viewer)),
  };
}

/** Staff, save where they are the one who asked for it. */
function worksOn({ requester }: RequestDocument, viewer: Actor | null): boolean {
  return viewer !== null && isStaff(viewer) && requester.id !== viewer.personId;
}

/** The newest entry that moved the request: a note or an addition leaves it where it is, and is no reason for anything. */
export function lastMove(workflow: Workflow, timeline: TimelineEntryDocument[], viewer: Actor | null): RequestView["moved"] {
  const mover = timeline.findLast(({ transition }) => {
    const to = workflow.transitions[transition]?.to;
    return to !== undefined && (typeof to === "string" || !("stay" in to));
  });
  if (!mover) return null;
  return { by: mover.actor.id === viewer?.personId ? "คุณ" : mover.actor.name, deed: mover.deed };
}

function askedOf(workflow: Workflow, request: RequestDocument, viewer: Actor, now: Date): RequestView["asked"] {
  const asks = workflow.states[request.state]?.asks;
  const facts = factsOf(request);
  const isAsked = asks && (matchesRule(asks.of, viewer, facts) || (request.decider && isDecider(viewer, request.decider as Decider)));
  if (!asks || !isAsked) return null;
  const open = possible(workflow, viewer, facts, now);
  const transitions = asks.transitions.filter((id) => open.includes(id));
  // Who asked for it holds the role as well: another decides.
  if (asks.of.who === "role" && transitions.length === 0) return null;
  return { question: asks.question, words: request.awaitsWords ?? null, transitions };
}

function entryView(workflow: Workflow, entry: TimelineEntryDocument, viewer: Actor | null): EntryView {
  const { sequence, at, deed, actor, filed, audience } = entry;
  return {
    sequence,
    at,
    deed,
    by: actor.name,
    isOwn: viewer !== null && actor.id === viewer.personId,
    position: actor.position,
    isStaffOnly: audience === "staff",
    words: entryWords(filed),
    filed: filed.map(({ label, shown }) => ({ label, shown })),
    photos: entryFiles(workflow, entry, photosIn),
    files: entryFiles(workflow, entry, documentsIn),
  };
}

function entryFiles(workflow: Workflow, entry: TimelineEntryDocument, kind: typeof photosIn): string[] {
  const form = workflow.transitions[entry.transition]?.form;
  return form ? kind(form, entry.answers ?? {}) : [];
}

/** A lone answer speaks for itself; several carry their labels. */
function entryWords(filed: TimelineEntryDocument["filed"]): string {
  const [first] = filed;
  if (filed.length === 1 && first) return first.shown;
  return filed.map(({ label, shown }) => `${label} ${shown}`).join(" · ");
}
