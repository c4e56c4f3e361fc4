import { lookupSchools } from "#bot/services/directory/lookup-schools.ts";
import { lookupStaff } from "#bot/services/people/lookup-staff.ts";
import { Refused } from "#bot/services/refused.ts";
import { findRequests } from "#bot/services/requests/find-request.ts";
import { lastFiled } from "#bot/services/requests/last-filed.ts";
import { listRequests } from "#bot/services/requests/list-requests.ts";
import { workloadOf } from "#bot/services/requests/workload.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { surveysFor, viewOfSurvey } from "#bot/services/surveys/surveys-for.ts";
import type { Outcome, Queries, Query } from "#models/conversations/effects.ts";
import type { Actor } from "#models/workflows/roles.ts";

type Asker = { actor: Actor | null; chatId: string };
type QueryTable = { [K in keyof Queries]: (ctx: ServiceContext, input: Queries[K]["in"], who: Asker) => Promise<Queries[K]["out"]> };

/** Query → service. A query that is missing here does not compile. */
const queries: QueryTable = {
  lookup: (ctx, { source, text }, who) => (source === "schools" ? lookupSchools(text) : lookupStaff(ctx, text, who)),
  list: listRequests,
  find: findRequests,
  lastFiled,
  openSurveys: async (ctx, _input, { actor }) => ({ surveys: actor ? (await surveysFor(ctx, actor)).map(viewOfSurvey) : [] }),
  workload: (ctx, _input, who) => workloadOf(ctx, who),
};

/** Answers a query within the turn; a refusal is an outcome too. */
export function runQuery(ctx: ServiceContext, effect: Query, who: Asker): Promise<Outcome> {
  return answer(ctx, effect, who);
}

async function answer<K extends keyof Queries>(ctx: ServiceContext, effect: { do: K } & Queries[K]["in"], who: Asker): Promise<Outcome> {
  try {
    return { did: effect.do, ok: true, ...(await queries[effect.do](ctx, effect, who)) } as Outcome;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { did: effect.do, ok: false, refusal: error.refusal } as Outcome;
  }
}
