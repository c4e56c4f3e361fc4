import { ApiError } from "#bot/api/api-error.ts";
import { type Api, serve } from "#bot/api/serve.ts";
import { lastOfForm as readLast } from "#bot/services/requests/last-of-form.ts";
import { mayFill } from "#bot/services/requests/may-fill.ts";
import { lastOfForm, listForms } from "#models/contracts/forms.contract.ts";
import { manualProcesses } from "#models/processes/manual-processes.ts";

/** What can be asked for. */
export function formsRoutes(api: Api): void {
  const { services } = api.deps;
  const { all } = services.catalogue;

  serve(api, listForms, async (_input, { actor }) => ({
    forms: all
      .filter((type) => mayFill(type, actor))
      .map(({ form, name, icon, about, keywords, processes, conversation, openTo }) => ({
        formId: form.id,
        name,
        icon,
        about,
        keywords,
        titles: form.manualTitles,
        processes,
        groups: [...new Set(manualProcesses.filter(({ number }) => processes.includes(number)).map(({ group }) => group))],
        isInChat: conversation.steps.length > 0,
        isForStaff: openTo === "staff",
      })),
  }));

  serve(api, lastOfForm, async ({ params }, { actor }) => {
    if (!all.some((type) => type.form.id === params.formId && mayFill(type, actor))) throw new ApiError("not_found");
    const last = await readLast(params.formId, actor);
    return { last: last && { ...last, at: last.at.toISOString() } };
  });
}
