import { onScopeDispose, type Ref, ref, type ShallowRef, shallowRef } from "vue";
import { type ApiError, isApiError } from "#liff-app/api/api-error.ts";

export type Loaded<T> = {
  /** what came last; kept while it is read again, and when that fails */
  value: ShallowRef<T | null>;
  /** why the last reading failed */
  error: ShallowRef<ApiError | null>;
  isLoading: Ref<boolean>;
  reload(): Promise<void>;
};

/** Reads something for a page and reads it again on demand; of overlapping readings the newest counts. Leaving the page ends it. */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const value = shallowRef<T | null>(null);
  const error = shallowRef<ApiError | null>(null);
  const isLoading = ref(false);
  let current = new AbortController();

  async function reload(): Promise<void> {
    current.abort();
    const own = new AbortController();
    current = own;
    isLoading.value = true;
    try {
      const loaded = await load(own.signal);
      if (own.signal.aborted) return;
      value.value = loaded;
      error.value = null;
    } catch (reason) {
      if (own.signal.aborted) return;
      if (!isApiError(reason)) throw reason;
      error.value = reason;
    } finally {
      if (current === own) isLoading.value = false;
    }
  }

  onScopeDispose(() => current.abort());
  void reload();
  return { value, error, isLoading, reload };
}
