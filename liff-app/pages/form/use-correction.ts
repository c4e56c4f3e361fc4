import { ask } from "#liff-app/api/ask.ts";
import { useLoaded } from "#liff-app/composables/use-loaded.ts";
import { loadRequestType } from "#liff-app/forms/load-request-type.ts";
import type { Answer } from "#models/contracts/contract.ts";
import type { RequestDetail } from "#models/contracts/parts.ts";
import type { getAnswers, getRequest } from "#models/contracts/requests.contract.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";

export type Correction = { request: RequestDetail; filed: Answer<typeof getAnswers>; type: RequestType };

/** What a request's correction begins with: null where the step is not open to this person (any more), or the form is not known here. */
export function useCorrection(id: string, transition: string) {
  return useLoaded<{ correction: Correction | null }>(async (signal) => {
    const request = await ask<typeof getRequest>("get /requests/:id", { params: { id }, signal });
    const action = request.actions.find((one) => one.transition === transition && one.rewrites);
    const type = action ? await loadRequestType(request.formId) : null;
    if (!type) return { correction: null };
    const filed = await ask<typeof getAnswers>("get /requests/:id/answers", { params: { id }, signal });
    return { correction: { request, filed, type } };
  });
}
