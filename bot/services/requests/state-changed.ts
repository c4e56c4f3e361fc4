import type { ClientSession } from "mongoose";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { type Actor, isStaff } from "#models/workflows/roles.ts";
import { requestView } from "./request-view.ts";

/**
 * The refusal of a decision or a correction by whom the answers are not those that they saw: who changed them, and what.
 */
export async function answersChanged(
  ctx: ServiceContext,
  request: RequestDocument,
  viewer: Actor,
  session?: ClientSession,
): Promise<Refused> {
  const change = await TimelineEntryModel.findOne(
    { requestId: request._id, sequence: request.answersRevision },
    null,
    session ? { session } : {},
  ).lean();
  const changed = change?.filed.map(({ label, shown }) => `${label}: ${shown}`).join(" · ") ?? "";
  const by = change?.actor.id === viewer.personId ? "คุณ" : (change?.actor.name ?? "");
  const view = requestView(ctx, request, viewer, ctx.clock.now());
  return new Refused({ code: "state_changed", by, deed: change?.deed ?? "", changed, request: view });
}

/** Notes and additions come after the deed that moved the request; more of them than this in a row are not looked behind. */
const mostEntries = 20;

/** The refusal for whom the request has moved on: who did what, and how it stands. */
export async function stateChanged(
  ctx: ServiceContext,
  request: RequestDocument,
  viewer: Actor,
  session?: ClientSession,
): Promise<Refused> {
  const audience = isStaff(viewer) ? {} : { audience: "all" as const };
  const newest = await TimelineEntryModel.find({ requestId: request._id, ...audience }, null, session ? { session } : {})
    .sort({ sequence: -1 })
    .limit(mostEntries)
    .lean();
  const view = requestView(ctx, request, viewer, ctx.clock.now(), newest.reverse());
  return new Refused({ code: "state_changed", by: view.moved?.by ?? "", deed: view.moved?.deed ?? "", request: view });
}
