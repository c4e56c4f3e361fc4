import type { QueryFilter } from "mongoose";
import { visibleTo } from "#bot/services/requests/visible-to.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { queryTokens } from "#models/fields/thai/search-tokens.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { type DeskQuery, filterOf, groupsAsked, pageSize } from "./desk-query.ts";
import type { IdPage } from "./list-open.ts";
import { rarestToken } from "./rarest-token.ts";

type Filter = QueryFilter<RequestDocument>;
/** `seek` is what an index finds in order, `keep` is looked for in what it finds. */
type Walk = { seek: Filter; index: string; keep: Filter };
type Place = { _id: string; createdAt: Date };

/** One page looks through so many of what an index finds and no more, however rare what is sought: the next goes on from there. */
const mostLookedAt = 2_000;
const newestFirst = { createdAt: -1, _id: -1 } as const;

/** Finished requests of the actor's groups, or all that they may see, the newest first; by words, by school or just back in time. */
export async function listNewest(query: DeskQuery, cursor: string | null, actor: Actor): Promise<IdPage> {
  const walk = await walkOf(query, actor);
  if (!walk) return { ids: [], next: null, isPartial: false };
  const from = { $and: [walk.seek, before(cursor)] };
  const end = await edgeOf(walk, from);
  const found = await RequestModel.find({ $and: [from, downTo(end), walk.keep] }, { createdAt: 1 })
    .hint(walk.index)
    .sort(newestFirst)
    .limit(pageSize + 1)
    .lean<Place[]>();
  const shown = found.slice(0, pageSize);
  const isFull = found.length > pageSize;
  return { ids: shown.map(({ _id }) => _id), next: cursorOf(isFull ? shown.at(-1) : end), isPartial: !isFull && end !== null };
}

/** The last that is looked at for this page; null where the walk ends before. Counted in the index alone. */
async function edgeOf({ index }: Walk, from: Filter): Promise<Place | null> {
  const [edge] = await RequestModel.find(from, { createdAt: 1 })
    .hint(index)
    .sort(newestFirst)
    .skip(mostLookedAt - 1)
    .limit(1)
    .lean<Place[]>();
  return edge ?? null;
}

/** null: nothing can hold these words. */
async function walkOf(query: DeskQuery, actor: Actor): Promise<Walk | null> {
  const { school: _school, ...others } = query;
  const scope = query.view === "finished" ? { isOpen: false, ...groupsAsked(actor, query) } : inGroup(query);
  const asked = (rest: DeskQuery): Filter => ({ $and: [visibleTo(actor), scope, filterOf(rest)] });
  if (query.text) {
    const tokens = queryTokens(query.text);
    const rarest = await rarestToken(tokens);
    if (rarest === null) return null;
    return { seek: { searchTokens: rarest }, index: "found_by", keep: { $and: [holdsAll(tokens), asked(query)] } };
  }
  if (query.school) return { seek: { "school.code": query.school }, index: "of_school", keep: asked(others) };
  return { seek: {}, index: "by_filing", keep: asked(query) };
}

/** As an expression, which the planner reads as no more than a condition: with `$all` it tries the index by every token in turn, which takes longer than the query. */
function holdsAll(tokens: string[]): Filter {
  return { $expr: { $setIsSubset: [tokens, "$searchTokens"] } };
}

function inGroup({ group }: DeskQuery): Filter {
  return group === undefined ? {} : { group };
}

function cursorOf(place: Place | null | undefined): string | null {
  return place ? `${place.createdAt.getTime()}.${place._id}` : null;
}

/** What comes after the last of a page; a cursor that is none of ours begins anew. */
function before(cursor: string | null): Filter {
  const [, time, id] = /^(\d{1,15})\.([\w-]{1,60})$/.exec(cursor ?? "") ?? [];
  if (!time || !id) return {};
  const createdAt = new Date(Number(time));
  return { createdAt: { $lte: createdAt }, $or: [{ createdAt: { $lt: createdAt } }, { _id: { $lt: id } }] };
}

function downTo(end: Place | null): Filter {
  if (!end) return {};
  const { createdAt, _id } = end;
  return { createdAt: { $gte: createdAt }, $or: [{ createdAt: { $gt: createdAt } }, { _id: { $gte: _id } }] };
}
