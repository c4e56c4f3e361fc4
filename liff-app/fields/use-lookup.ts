import { onScopeDispose, ref, shallowRef } from "vue";
import { isApiError } from "#liff-app/api/api-error.ts";
import { ask } from "#liff-app/api/ask.ts";
import type { lookUp } from "#models/contracts/lookups.contract.ts";
import type { LookupSource } from "#models/fields/field.ts";

export type Found = { key: string; label: string; detail: string | null; value: unknown };

/** A word is typed in bursts; asked is when the fingers rest. Milliseconds. */
const restMs = 250;

/** Asks a directory while somebody types; of several answers only the newest counts. */
export function useLookup(source: LookupSource) {
  const found = shallowRef<Found[]>([]);
  /** what to say where nothing can be picked from */
  const trouble = ref("");
  const isLooking = ref(false);
  let resting: ReturnType<typeof setTimeout> | undefined;
  let current = new AbortController();

  async function look(text: string): Promise<void> {
    current.abort();
    const own = new AbortController();
    current = own;
    isLooking.value = true;
    try {
      const { candidates } = await ask<typeof lookUp>("get /lookups/:source", { params: { source }, query: { text }, signal: own.signal });
      if (own.signal.aborted) return;
      found.value = candidates;
      trouble.value = "";
    } catch (error) {
      if (own.signal.aborted || !isApiError(error)) return;
      found.value = [];
      trouble.value = error.message;
    } finally {
      if (current === own) isLooking.value = false;
    }
  }

  function lookSoon(text: string): void {
    clearTimeout(resting);
    resting = setTimeout(() => void look(text), restMs);
  }

  onScopeDispose(() => {
    clearTimeout(resting);
    current.abort();
  });
  return { found, trouble, isLooking, look, lookSoon };
}
