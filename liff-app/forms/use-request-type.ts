import { useLoaded } from "#liff-app/composables/use-loaded.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { loadRequestType } from "./load-request-type.ts";

/** A kind of request for a component that needs its definition. `type` of the loaded is null where there is none of that name. */
export function useRequestType(formId: string) {
  return useLoaded<{ type: RequestType | null }>(async () => ({ type: await loadRequestType(formId) }));
}
