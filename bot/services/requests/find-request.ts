import { recordAccess } from "#bot/services/record-access.ts";
import { Refused, requireActor } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { Queries } from "#models/conversations/effects.ts";
import type { NumberMention } from "#models/conversations/understanding.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { fiscalYear } from "#models/fields/thai/bangkok.ts";
import type { Catalogue } from "#models/requests/open-catalogue.ts";
import { can } from "#models/workflows/engine.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { factsOf, presentRequest } from "./present-request.ts";
import { recordLooks } from "./record-looks.ts";
import { requestView } from "./request-view.ts";
import { visibleTo } from "./visible-to.ts";

/** More requests with one number than a question can offer. */
const mostFound = 10;
/** Enough for the newest entries after those for staff are left out. */
const entriesRead = 20;

/**
 * A request by its id, or those that a number as typed means. A single one comes with its newest timeline entries.
 * @throws Refused not_found where there is none, or none that the person may see; not_registered
 */
export async function findRequests(ctx: ServiceContext, input: Queries["find"]["in"], who: { actor: Actor | null }) {
  const actor = requireActor(who.actor);
  const found = "id" in input ? await byId(ctx, input.id, actor) : await byNumber(ctx, input.number, actor);
  if (found.length === 0) throw new Refused({ code: "not_found" });
  recordLooks(ctx, actor, "find", found);
  const now = ctx.clock.now();
  const [only] = found;
  if (found.length > 1 || !only) return { requests: found.map((request) => requestView(ctx, request, actor, now)) };
  const newest = await TimelineEntryModel.find({ requestId: only._id }).sort({ sequence: -1 }).limit(entriesRead).lean();
  return { requests: [requestView(ctx, only, actor, now, newest.reverse())] };
}

async function byId(ctx: ServiceContext, id: string, actor: Actor): Promise<RequestDocument[]> {
  const request = await RequestModel.findById(id).lean();
  if (!request) return [];
  const { workflow } = ctx.catalogue.of(request.formId);
  if (can(workflow, actor, "see", factsOf(presentRequest(ctx, request)), ctx.clock.now())) return [request];
  recordAccess(ctx, [{ personId: actor.personId, action: "find", subject: `request:${id}`, result: "refused" }]);
  return [];
}

/** This ปีงบประมาณ goes before the years behind it; a bare tail means the asker's own before anybody else's. */
async function byNumber(ctx: ServiceContext, number: NumberMention, actor: Actor): Promise<RequestDocument[]> {
  const asked = { tail: number.tail, ...(number.year ? { year: number.year } : {}), ...codeFilter(ctx.catalogue, number.code) };
  const visible = await RequestModel.find({ $and: [asked, visibleTo(actor)] })
    .sort({ year: -1 })
    .limit(mostFound * 2)
    .lean();
  const thisYear = fiscalYear(ctx.clock.now());
  const isOwn = ({ requester, filedById }: RequestDocument) => requester.id === actor.personId || filedById === actor.personId;
  const isBare = number.code === null && number.year === null;
  const own = isBare ? visible.filter(isOwn) : visible;
  const meant = own.length > 0 ? own : visible;
  const present = meant.filter(({ year }) => year === thisYear);
  return (present.length > 0 ? present : meant).slice(0, mostFound);
}

/** Either spelling of a form's code, as it is stored: in ASCII. */
function codeFilter(catalogue: Catalogue, written: string | null): { code?: string } {
  if (written === null) return {};
  const type = catalogue.all.find(({ code }) => code.thai === written || code.ascii === written.toUpperCase());
  return { code: type?.code.ascii ?? written };
}
