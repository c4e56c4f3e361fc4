import { viewsOf } from "#bot/services/requests/list-requests.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { type DeskQuery, requireStaff } from "./desk-query.ts";
import { listNewest } from "./list-newest.ts";
import { type IdPage, listOpen } from "./list-open.ts";
import { listToDecide } from "./list-to-decide.ts";
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
  const { ids, next, isPartial } = await pageOf(ctx, query, cursor, actor);
  const rows = await rowsOf(ids);
  recordRows(ctx, actor, rows);
  return { requests: await viewsOf(ctx, rows, actor), next, isPartial };
}

function pageOf(ctx: ServiceContext, query: DeskQuery, cursor: string | null, actor: Actor): Promise<IdPage> {
  switch (query.view) {
    case "to-decide":
      return listToDecide(query, cursor, actor);
    case "finished":
    case "all":
      return listNewest(query, cursor, actor);
    default:
      return listOpen(ctx, query, cursor, actor);
  }
}

async function rowsOf(ids: string[]): Promise<RequestDocument[]> {
  const found = ids.length > 0 ? await RequestModel.find({ _id: { $in: ids } }).lean<RequestDocument[]>() : [];
  const byId = new Map(found.map((request) => [request._id, request]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
