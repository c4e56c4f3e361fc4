import type { ApiDeps } from "#bot/api/api-deps.ts";
import { ApiError, toApiError } from "#bot/api/api-error.ts";
import { presentRow } from "#bot/api/presenters/desk.presenter.ts";
import { type Api, serve } from "#bot/api/serve.ts";
import { countDesk as countQueue } from "#bot/services/desk/count-desk.ts";
import { doTogether as doAll } from "#bot/services/desk/do-together.ts";
import { listDesk as listQueue } from "#bot/services/desk/list-desk.ts";
import { workloadOf } from "#bot/services/requests/workload.ts";
import { countDesk, doTogether, getWorkload, listDesk } from "#models/contracts/desk.contract.ts";
import { whoIs } from "./me.routes.ts";

/** The staff's desk: its queue, how it stands, who has how much, several at once. */
export function deskRoutes(api: Api): void {
  const { deps } = api;
  const { services } = deps;

  serve(api, listDesk, async ({ query: { cursor, ...query } }, { actor }) => {
    const { requests, next, isPartial } = await listQueue(services, query, cursor ?? null, actor);
    return { requests: requests.map((view) => presentRow(deps, view)), next, isPartial };
  });

  serve(api, countDesk, (_input, { actor }) => countQueue(services, actor));

  serve(api, getWorkload, async (_input, caller) => {
    const { people, unassigned } = await workloadOf(services, caller);
    return {
      people: people.map(({ personId, awayUntil, ...load }) => ({ id: personId, ...load, awayUntil: awayUntil?.toISOString() ?? null })),
      unassigned,
    };
  });

  serve(api, doTogether, async ({ body }, caller) => {
    const results = await doAll(services, body, whoIs(caller));
    deps.onCommitted();
    return { results: results.map(({ id, error }) => ({ id, isDone: error === null, error: error === null ? null : said(deps, error) })) };
  });
}

function said({ log }: ApiDeps, error: unknown) {
  const known = toApiError(error);
  if (!known) log.error({ err: error }, "one of several requests could not be moved");
  const { code, message } = (known ?? new ApiError("internal")).body.error;
  return { code, message };
}
