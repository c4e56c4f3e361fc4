import { offline } from "#liff-app/api/api-error.ts";
import { ask } from "#liff-app/api/ask.ts";
import { forgetReload, reloadOnce } from "#liff-app/composables/draft-reload.ts";
import type { getConfig } from "#models/contracts/config.contract.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";

/** Each kind of request is a chunk of its own: a page loads the one it needs. */
const loaders = import.meta.glob<Record<string, unknown>>("../../models/requests/*/*.request.ts");

/** material_use lives in models/requests/material-use/material-use.request.ts. */
function loaderOf(formId: string) {
  const folder = formId.replaceAll("_", "-");
  return loaders[`../../models/requests/${folder}/${folder}.request.ts`];
}

const isTypeOf =
  (formId: string) =>
  (value: unknown): value is RequestType =>
    (value as Partial<RequestType> | null | undefined)?.form?.id === formId;

/**
 * The definition of a kind of request; null where there is none of that name.
 * @throws ApiError when it is not fetched. Where the server answers all the same a newer build has taken its place: then the page
 * loads anew, once.
 */
export async function loadRequestType(formId: string): Promise<RequestType | null> {
  const loader = loaderOf(formId);
  if (!loader) return null;
  const mark = `type:${formId}`;
  try {
    const type = Object.values(await loader()).find(isTypeOf(formId));
    forgetReload(mark);
    return type ?? null;
  } catch {
    await ask<typeof getConfig>("get /config");
    reloadOnce(mark);
    throw offline();
  }
}
