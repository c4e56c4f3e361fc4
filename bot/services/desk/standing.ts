import { runningStates } from "#bot/services/requests/late.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { urgencies } from "#models/conversations/understanding.ts";

type Expression = Record<string, unknown>;

/** How an open request stands, as MongoDB computes it from the keys of the index "desk_of_open" alone; isLate of requests/late.ts is the same rule. */
export function standing(ctx: Pick<ServiceContext, "catalogue" | "clock">): Record<"waits" | "isFree" | "isLate" | "rank", Expression> {
  const now = ctx.clock.now();
  const runs = { $in: ["$state", runningStates(ctx.catalogue)] };
  const isUntaken = { $eq: [{ $ifNull: ["$assignee.id", null] }, null] };
  const isDecided = { $eq: [{ $ifNull: ["$decider.role", null] }, null] };
  const isOver = { $or: [{ $lt: ["$finishBy", now] }, { $and: [isUntaken, isDecided, { $lt: ["$startBy", now] }] }] };
  return {
    /** what waits for others comes after what can be worked on */
    waits: { $cond: [{ $and: [runs, isDecided] }, 0, 1] },
    /** nobody has it, and it waits for no decision */
    isFree: { $and: [isUntaken, isDecided] },
    isLate: { $and: [runs, isOver] },
    rank: { $indexOfArray: [urgencies, "$urgency"] },
  };
}

/** Said to the planner where that index holds all that is asked: it reads no document then. */
export const byDesk = { hint: "desk_of_open" };
