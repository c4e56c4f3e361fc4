import { presentCard } from "#bot/api/presenters/request.presenter.ts";
import { type Api, serve } from "#bot/api/serve.ts";
import { readHome } from "#bot/services/requests/read-home.ts";
import { getHome } from "#models/contracts/home.contract.ts";

/** What a person sees first. */
export function homeRoutes(api: Api): void {
  const { deps } = api;
  serve(api, getHome, async (_input, { actor }) => {
    const { asked, open, recent, openTotal, desk } = await readHome(deps.services, actor);
    return {
      asked: asked.map((view) => presentCard(deps, view)),
      open: open.map((view) => presentCard(deps, view)),
      recent: recent.map((view) => presentCard(deps, view)),
      openTotal,
      forms: deps.services.catalogue.all.map(({ form, name }) => ({ formId: form.id, name })),
      drafts: [],
      desk,
    };
  });
}
