import type { QueryFilter } from "mongoose";
import { Refused } from "#bot/services/refused.ts";
import { groupsOf } from "#bot/services/requests/list-requests.ts";
import type { DeskView } from "#models/contracts/desk.contract.ts";
import type { Category, Urgency } from "#models/conversations/understanding.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { type Actor, isStaff } from "#models/workflows/roles.ts";

/** What somebody wants to see of the queue. */
export type DeskQuery = {
  view: DeskView;
  group?: number | undefined;
  school?: string | undefined;
  category?: Category | undefined;
  urgency?: Urgency | undefined;
  /** whose work */
  assignee?: string | undefined;
  text?: string | undefined;
};

/** As many rows as a screen of a PC holds twice. */
export const pageSize = 40;

/** @throws Refused not_allowed for others than the centre's staff */
export function requireStaff(actor: Actor): void {
  if (!isStaff(actor)) throw new Refused({ code: "not_allowed" });
}

/** What the query asks of each request beside its view; `text` is left to whoever searches. */
export function filterOf({ school, category, urgency, assignee }: DeskQuery): QueryFilter<RequestDocument> {
  return {
    ...(school ? { "school.code": school } : {}),
    ...(category ? { category } : {}),
    ...(urgency ? { urgency } : {}),
    ...(assignee ? { "assignee.id": assignee } : {}),
  };
}

/** The actor's groups, or the one of them that was asked for: of another group's queue nothing. */
export function groupsAsked(actor: Actor, { group }: DeskQuery): { group?: { $in: number[] } } {
  const own = groupsOf(actor);
  if (group === undefined) return own;
  return { group: { $in: own.group && !own.group.$in.includes(group) ? [] : [group] } };
}
