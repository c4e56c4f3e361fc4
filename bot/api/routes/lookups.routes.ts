import { type Api, serve } from "#bot/api/serve.ts";
import { lookupSchools } from "#bot/services/directory/lookup-schools.ts";
import { lookupStaff } from "#bot/services/people/lookup-staff.ts";
import { lookUp } from "#models/contracts/lookups.contract.ts";

/** What fields are picked from. */
export function lookupsRoutes(api: Api): void {
  const { services } = api.deps;
  serve(api, lookUp, async ({ params, query }, caller) => {
    const found = params.source === "schools" ? await lookupSchools(query.text) : await lookupStaff(services, query.text, caller);
    return {
      candidates: found.candidates.map(({ key, label, detail, value }) => ({ key, label, detail: detail ?? null, value })),
      directoryIsEmpty: found.directoryIsEmpty,
    };
  });
}
