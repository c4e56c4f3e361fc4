import type { RequestView } from "#models/conversations/request-view.ts";
import type { NoticeEvent, Workflow } from "#models/workflows/define-workflow.ts";
import type { ToldAs } from "./policy.ts";

/** What is known of a notice without looking anything up. */
export type NoticeFacts = { personId: string; requestId: string; revision: number; event: NoticeEvent; as: ToldAs };

/** Who did what made which revision. */
export type Deed = { sequence: number; actorId: string };

/**
 * Whether telling it now would be untrue, ask for nothing any more, or tell people what they did themselves.
 * @param view the request as the notice's person sees it now
 * @param deeds the request's deeds where they are known
 */
export function isOutdated(notice: NoticeFacts, view: RequestView, workflow: Workflow, deeds: Deed[] = []): boolean {
  return isOwnDeed(notice, view, deeds) || hasMovedOn(notice, view, workflow);
}

/** Who acted on it later has seen it, unless it still waits for their word. */
function isOwnDeed({ personId, revision, event }: NoticeFacts, view: RequestView, deeds: Deed[]): boolean {
  const own = deeds.filter(({ actorId }) => actorId === personId);
  if (own.some(({ sequence }) => sequence === revision)) return true;
  const stillWaits = view.asked !== null && (event === "asked" || event === "decision" || event === "result");
  return !stillWaits && own.some(({ sequence }) => sequence > revision);
}

function hasMovedOn({ personId, event, as }: NoticeFacts, view: RequestView, workflow: Workflow): boolean {
  const isOver = workflow.states[view.state]?.final === true;
  const isOthers = as === "worker" && view.assignee !== null && view.assignee.id !== personId;
  const whereItLed = targetsOf(workflow, event);
  const isElsewhere = whereItLed !== null && !whereItLed.has(view.state);
  switch (event) {
    case "new-work":
      return isOver || view.assignee !== null || !isUntouched(view.state, workflow);
    case "assigned":
      return isOver || isOthers || isElsewhere;
    case "reopened":
      return isOthers || isElsewhere;
    case "asked":
      return view.asked === null || isElsewhere;
    case "decision":
      return view.asked === null && !view.possible.some((id) => workflow.transitions[id]?.primary);
    case "answered":
      return isOver || isOthers;
    case "result":
      return isElsewhere && !isOver;
    case "progress":
      return isOthers;
    case "deadline":
      return isOver;
  }
}

const isUntouched = (state: string, workflow: Workflow) => state === workflow.initial || workflow.states[state]?.untouched === true;

/** The states that this event's deeds lead to; null where a deed stays or goes back, which may be anywhere. */
function targetsOf(workflow: Workflow, event: NoticeEvent): Set<string> | null {
  const found = new Set<string>();
  if (workflow.tells.some((tell) => tell.event === event)) found.add(workflow.initial);
  for (const { tells = [], to } of Object.values(workflow.transitions)) {
    if (!tells.some((tell) => tell.event === event)) continue;
    if (typeof to !== "string") return null;
    found.add(to);
  }
  return found.size > 0 ? found : null;
}
