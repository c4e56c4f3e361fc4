import { ApiError } from "#bot/api/api-error.ts";
import { type Api, serve } from "#bot/api/serve.ts";
import { understand } from "#bot/understanding/understand.ts";
import { readWords } from "#models/contracts/reading.contract.ts";
import { safetyWords } from "#models/phrases/safety.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";

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
    const said = type.conversation.prefill?.(understood, told) ?? {};
    return { answers: derived(type, said), safety: understood.danger ? safetyWords(understood.danger) : null };
  });
}

/** Choices that the chat does not ask for but reads: people correct them where they are wrong. */
function derived({ form, conversation }: RequestType, said: Record<string, unknown>): Record<string, string> {
  const asked = new Set(conversation.steps.map(({ field }) => field));
  return Object.fromEntries(
    Object.entries(said).flatMap(([key, value]) =>
      form.fields[key]?.kind === "choice" && !asked.has(key) && typeof value === "string" ? [[key, value]] : [],
    ),
  );
}
