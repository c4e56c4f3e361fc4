import { ref } from "vue";
import type { Router } from "vue-router";
import { ask } from "#liff-app/api/ask.ts";
import type { getConfig } from "#models/contracts/config.contract.ts";

/** The page whose scripts did not come: a network that broke off, or a newer build that has taken their place. */
export const failedPage = ref<string | null>(null);

const triedKey = "page-loaded-anew";

/** A page that cannot be shown is loaded anew once, where the server answers; else the app says so and offers another try. */
export function watchPages(router: Router): void {
  router.onError(async (_error, { fullPath }) => {
    if (sessionStorage.getItem(triedKey) !== fullPath && (await loadAnew(fullPath))) return;
    failedPage.value = fullPath;
  });
  router.afterEach((_to, _from, failure) => {
    if (failure) return;
    failedPage.value = null;
    sessionStorage.removeItem(triedKey);
  });
}

/** The whole document, because a browser may remember that a script was not there. @returns false without a server */
export async function loadAnew(path: string): Promise<boolean> {
  try {
    await ask<typeof getConfig>("get /config");
  } catch {
    return false;
  }
  sessionStorage.setItem(triedKey, path);
  location.assign(`/liff${path}`);
  return true;
}
