import type { QueryFilter } from "mongoose";
import { toDecide } from "#bot/services/requests/to-decide.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { queryTokens } from "#models/fields/thai/search-tokens.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { type DeskQuery, filterOf, pageSize } from "./desk-query.ts";
import type { IdPage } from "./list-open.ts";

/** What waits for a decision of the actor's, the longest first. */
export async function listToDecide(query: DeskQuery, cursor: string | null, actor: Actor): Promise<IdPage> {
  const waiting = toDecide(actor);
  if (!waiting) return { ids: [], next: null, isPartial: false };
  const { group, text } = query;
  const asked = {
    ...filterOf(query),
    ...(group === undefined ? {} : { group }),
    ...(text ? { searchTokens: { $all: queryTokens(text) } } : {}),
  };
  const found = await RequestModel.find({ $and: [waiting, asked, after(cursor)] }, { stateSince: 1 })
    .sort({ stateSince: 1, _id: 1 })
    .limit(pageSize + 1)
    .lean();
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  const next = found.length > pageSize && last ? `${last.stateSince.getTime()}.${last._id}` : null;
  return { ids: shown.map(({ _id }) => _id), next, isPartial: false };
}

/** What comes after the last of a page; a cursor that is none of ours begins anew. */
function after(cursor: string | null): QueryFilter<RequestDocument> {
  const [, time, id] = /^(\d{1,15})\.([\w-]{1,60})$/.exec(cursor ?? "") ?? [];
  if (!time || !id) return {};
  const stateSince = new Date(Number(time));
  return { $or: [{ stateSince: { $gt: stateSince } }, { stateSince, _id: { $gt: id } }] };
}
