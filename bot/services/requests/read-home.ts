import { recordRows } from "#bot/services/desk/record-rows.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { type Actor, isStaff } from "#models/workflows/roles.ts";
import { lateFilter } from "./late.ts";
import { firstOf, groupsOf, listing, viewsOf } from "./list-requests.ts";
import { toDecide } from "./to-decide.ts";

const mostAsked = 10;
const mostOpen = 10;
const mostRecent = 3;
const mostJobs = 3;
/** What was finished before is found among one's own requests; what was filed before so long ago is not looked through. */
const recentMs = 14 * 86_400_000;
const lookBackMs = 365 * 86_400_000;

export type HomeView = {
  /** waiting for this person's word */
  asked: RequestView[];
  /** for a decision of this person's, the longest waiting first */
  toDecide: RequestView[];
  toDecideTotal: number;
  open: RequestView[];
  recent: RequestView[];
  openTotal: number;
  desk: { mine: number; unassigned: number; late: number; first: RequestView[] } | null;
};

/** What a person sees first: what is expected of them, their own open requests, what was finished lately; for staff how the desk stands. */
export async function readHome(ctx: ServiceContext, actor: Actor): Promise<HomeView> {
  const now = ctx.clock.now().getTime();
  const lately = { createdAt: { $gte: new Date(now - lookBackMs) }, stateSince: { $gte: new Date(now - recentMs) } };
  const mine = { "requester.id": actor.personId };
  const [asked, deciding, open, recent, openTotal, desk] = await Promise.all([
    RequestModel.find({ awaits: actor.personId }).sort({ updatedAt: -1 }).limit(mostAsked).lean(),
    decisions(ctx, actor),
    RequestModel.find({ ...mine, isOpen: true })
      .sort({ createdAt: -1 })
      .limit(mostOpen + mostAsked)
      .lean(),
    RequestModel.find({ ...mine, isOpen: false, ...lately })
      .sort({ createdAt: -1 })
      .limit(mostRecent + mostAsked)
      .lean(),
    RequestModel.countDocuments({ ...mine, isOpen: true }),
    isStaff(actor) ? deskCounts(ctx, actor) : null,
  ]);
  const isAsked = new Set(asked.map(({ _id }) => _id));
  const others = open.filter(({ _id }) => !isAsked.has(_id)).slice(0, mostOpen);
  const finished = recent.filter(({ _id }) => !isAsked.has(_id)).slice(0, mostRecent);
  const views = await viewsOf(ctx, [...asked, ...others, ...finished], actor);
  return {
    asked: views.slice(0, asked.length),
    toDecide: deciding.views,
    toDecideTotal: deciding.total,
    open: views.slice(asked.length, asked.length + others.length),
    recent: views.slice(asked.length + others.length),
    openTotal,
    desk,
  };
}

async function decisions(ctx: ServiceContext, actor: Actor): Promise<{ views: RequestView[]; total: number }> {
  if (!toDecide(actor)) return { views: [], total: 0 };
  const asked = listing(ctx, "to-decide", actor);
  const [found, total] = await Promise.all([firstOf(ctx, asked), RequestModel.countDocuments(asked.filter)]);
  recordRows(ctx, actor, found);
  return { views: await viewsOf(ctx, found, actor), total };
}

async function deskCounts(ctx: ServiceContext, actor: Actor) {
  const [mine, unassigned, late, jobs] = await Promise.all([
    RequestModel.countDocuments(listing(ctx, "my-work", actor).filter),
    RequestModel.countDocuments(listing(ctx, "unassigned", actor).filter),
    RequestModel.countDocuments({ ...lateFilter(ctx.catalogue, ctx.clock.now()), ...groupsOf(actor) }),
    firstOf(ctx, listing(ctx, "my-work", actor), mostJobs),
  ]);
  recordRows(ctx, actor, jobs);
  return { mine, unassigned, late, first: await viewsOf(ctx, jobs, actor) };
}
