import { runningStates } from "#bot/services/requests/late.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { urgencies } from "#models/conversations/understanding.ts";

type Expression = Record<string, unknown>;

/** How an open request stands, as MongoDB computes it from the keys of the index "desk" alone; isLate of requests/late.ts is the same rule. */
export function standing(ctx: Pick<ServiceContext, "catalogue" | "clock">): Record<"waits" | "isFree" | "isLate" | "rank", Expression> {
  const now = ctx.clock.now();
  const runs = { $in: ["$state", runningStates(ctx.catalogue)] };
  const isFree = { $eq: [{ $ifNull: ["$assignee.id", null] }, null] };
  const isOver = { $or: [{ $lt: ["$finishBy", now] }, { $and: [isFree, { $lt: ["$startBy", now] }] }] };
  return {
    /** what waits for others comes after what can be worked on */
    waits: { $cond: [runs, 0, 1] },
    isFree,
    isLate: { $and: [runs, isOver] },
    rank: { $indexOfArray: [urgencies, "$urgency"] },
  };
}

/** Said to the planner where the index "desk" holds all that is asked: it reads no document then. */
export const byDesk = { hint: "desk" };
