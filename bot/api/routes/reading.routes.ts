import { ApiError } from "#bot/api/api-error.ts";
import { type Api, serve } from "#bot/api/serve.ts";
import { understand } from "#bot/understanding/understand.ts";
import { readWords } from "#models/contracts/reading.contract.ts";
import { safetyWords } from "#models/phrases/safety.ts";
import { readChoices } from "#models/requests/read-choices.ts";

/** What words say before anything is sent. */
export function readingRoutes(api: Api): void {
  const { catalogue } = api.deps.services;
  const codes = catalogue.all.map(({ code }) => code);

  serve(api, readWords, async ({ params, body }) => {
    const type = catalogue.all.find(({ form }) => form.id === params.formId);
    if (!type) throw new ApiError("not_found");
    const told = Object.keys(type.form.fields)
      .flatMap((key) => body.texts[key] ?? [])
      .join(" ")
      .trim();
    if (told === "") return { answers: {}, safety: null };
    const understood = understand(told, { codes });
    return { answers: readChoices(type, understood, told), safety: understood.danger ? safetyWords(understood.danger) : null };
  });
}
