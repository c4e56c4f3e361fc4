import type { PipelineStage, QueryFilter } from "mongoose";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { queryTokens } from "#models/fields/thai/search-tokens.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { type DeskQuery, filterOf, groupsAsked, pageSize } from "./desk-query.ts";
import { byDesk, standing } from "./standing.ts";

type Place = { waits: number; rank: number; finishBy: Date; _id: string };
export type IdPage = { ids: string[]; next: string | null; isPartial: boolean };

/** Open requests by need: what can be worked on before what waits for others, the urgent before the rest, then what was promised first. */
export async function listOpen(ctx: ServiceContext, query: DeskQuery, cursor: string | null, actor: Actor): Promise<IdPage> {
  const stages: PipelineStage[] = [
    { $match: openFilter(query, actor) },
    { $project: { finishBy: 1, ...standing(ctx) } },
    { $match: { ...viewFilter(query), ...after(cursor) } },
    { $sort: { waits: 1, rank: 1, finishBy: 1, _id: 1 } },
    { $limit: pageSize + 1 },
    { $project: { waits: 1, rank: 1, finishBy: 1 } },
  ];
  const isCovered = !query.text;
  const found = await RequestModel.aggregate<Place>(stages, isCovered ? byDesk : {});
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  return { ids: shown.map(({ _id }) => _id), next: found.length > pageSize && last ? cursorOf(last) : null, isPartial: false };
}

function openFilter(query: DeskQuery, actor: Actor): QueryFilter<RequestDocument> {
  const tokens = query.text ? queryTokens(query.text) : [];
  return {
    isOpen: true,
    ...filterOf(query),
    ...(query.view === "mine" ? { "assignee.id": actor.personId } : groupsAsked(actor, query)),
    ...(query.view === "mine" && query.group !== undefined ? { group: query.group } : {}),
    ...(query.text ? { searchTokens: { $all: tokens } } : {}),
  };
}

/** Over the computed fields. */
function viewFilter({ view }: DeskQuery): QueryFilter<Record<string, unknown>> {
  switch (view) {
    case "unassigned":
      return { isFree: true };
    case "late":
      return { isLate: true };
    case "waiting":
      return { waits: 1 };
    default:
      return {};
  }
}

function cursorOf({ waits, rank, finishBy, _id }: Place): string {
  return `${waits}.${rank}.${finishBy.getTime()}.${_id}`;
}

/** What comes after the last of a page; a cursor that is none of ours begins anew. */
function after(cursor: string | null): QueryFilter<Record<string, unknown>> {
  const [, waits, rank, time, _id] = /^([01])\.(-?\d)\.(\d{1,15})\.([\w-]{1,60})$/.exec(cursor ?? "") ?? [];
  if (!waits || !rank || !time || !_id) return {};
  const last = { waits: Number(waits), rank: Number(rank), finishBy: new Date(Number(time)) };
  return {
    $or: [
      { waits: { $gt: last.waits } },
      { waits: last.waits, rank: { $gt: last.rank } },
      { waits: last.waits, rank: last.rank, finishBy: { $gt: last.finishBy } },
      { ...last, _id: { $gt: _id } },
    ],
  };
}
