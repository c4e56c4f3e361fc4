import { viewsOf } from "#bot/services/requests/list-requests.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { type DeskQuery, requireStaff } from "./desk-query.ts";
import { listNewest } from "./list-newest.ts";
import { listOpen } from "./list-open.ts";
import { recordRows } from "./record-rows.ts";

export type DeskPage = {
  requests: RequestView[];
  next: string | null;
  /** the page is not full although more may lie behind: it was looked for long enough */
  isPartial: boolean;
};

/**
 * One page of the queue.
 * @param cursor `next` of the page before
 * @throws Refused not_allowed for others than the centre's staff
 */
export async function listDesk(ctx: ServiceContext, query: DeskQuery, cursor: string | null, actor: Actor): Promise<DeskPage> {
  requireStaff(actor);
  const isByNeed = query.view !== "finished" && query.view !== "all";
  const { ids, next, isPartial } = isByNeed ? await listOpen(ctx, query, cursor, actor) : await listNewest(query, cursor, actor);
  const rows = await rowsOf(ids);
  recordRows(ctx, actor, rows);
  return { requests: await viewsOf(ctx, rows, actor), next, isPartial };
}

async function rowsOf(ids: string[]): Promise<RequestDocument[]> {
  const found = ids.length > 0 ? await RequestModel.find({ _id: { $in: ids } }).lean<RequestDocument[]>() : [];
  const byId = new Map(found.map((request) => [request._id, request]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
