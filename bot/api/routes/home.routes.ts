import { presentCard } from "#bot/api/presenters/request.presenter.ts";
import { type Api, serve } from "#bot/api/serve.ts";
import { openDrafts } from "#bot/services/drafts/read-drafts.ts";
import { mayFill } from "#bot/services/requests/may-fill.ts";
import { readHome } from "#bot/services/requests/read-home.ts";
import { getHome } from "#models/contracts/home.contract.ts";
import { highlights } from "#models/requests/highlights.ts";

/** Home is no archive: the newest are those one goes on with. */
const mostDrafts = 5;

/** What a person sees first. */
export function homeRoutes(api: Api): void {
  const { deps } = api;
  serve(api, getHome, async (_input, { actor, lineUserId }) => {
    const [{ asked, toDecide, toDecideTotal, open, recent, openTotal, desk }, drafts] = await Promise.all([
      readHome(deps.services, actor),
      openDrafts(deps.services, { actor, chatId: lineUserId }, mostDrafts),
    ]);
    return {
      asked: asked.map((view) => presentCard(deps, view)),
      toDecide: toDecide.map((view) => ({
        ...presentCard(deps, view),
        highlights: highlights(deps.services.catalogue.of(view.formId).form, view),
      })),
      toDecideTotal,
      open: open.map((view) => presentCard(deps, view)),
      recent: recent.map((view) => presentCard(deps, view)),
      openTotal,
      forms: deps.services.catalogue.all
        .filter((type) => mayFill(type, actor))
        .map(({ form, name, icon, about }) => ({ formId: form.id, name, icon, about })),
      drafts: drafts.map(({ id, formId, title, savedAt }) => ({ id, formId, title, savedAt: savedAt.toISOString() })),
      desk: desk && { ...desk, first: desk.first.map((view) => presentCard(deps, view)) },
    };
  });
}
