import type { QueryFilter } from "mongoose";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { viewsOf } from "./list-requests.ts";

const pageSize = 20;

export type Page = { requests: RequestView[]; next: string | null };

/**
 * A person's own requests, the newest first.
 * @param cursor `next` of the page before
 */
export async function myRequests(ctx: ServiceContext, isOpen: boolean, cursor: string | null, actor: Actor): Promise<Page> {
  const found = await RequestModel.find({ "requester.id": actor.personId, isOpen, ...before(cursor) })
    .sort({ createdAt: -1, _id: -1 })
    .limit(pageSize + 1)
    .lean();
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  const next = found.length > pageSize && last ? `${last.createdAt.getTime()}.${last._id}` : null;
  return { requests: await viewsOf(ctx, shown, actor), next };
}

/** What comes after the last of a page; a cursor that is none of ours begins anew. */
function before(cursor: string | null): QueryFilter<RequestDocument> {
  const [, time, id] = /^(\d{1,15})\.([\w-]{1,60})$/.exec(cursor ?? "") ?? [];
  if (!time || !id) return {};
  const createdAt = new Date(Number(time));
  return { $or: [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: id } }] };
}
