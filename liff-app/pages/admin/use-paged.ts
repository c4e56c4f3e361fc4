import { onScopeDispose, ref, shallowRef } from "vue";
import { type ApiError, isApiError } from "#liff-app/api/api-error.ts";

type Page<Row> = { rows: Row[]; next: string | null };

/** A long list, page by page. Of overlapping readings the newest counts; what is shown stays until newer comes. */
export function usePaged<Row>(read: (cursor: string | null, signal: AbortSignal) => Promise<Page<Row>>) {
  /** null until the first page has come */
  const rows = shallowRef<Row[] | null>(null);
  const next = ref<string | null>(null);
  const error = shallowRef<ApiError | null>(null);
  const isLoading = ref(false);
  let current = new AbortController();

  async function load(cursor: string | null): Promise<void> {
    current.abort();
    const own = new AbortController();
    current = own;
    isLoading.value = true;
    try {
      const page = await read(cursor, own.signal);
      if (own.signal.aborted) return;
      rows.value = cursor ? [...(rows.value ?? []), ...page.rows] : page.rows;
      next.value = page.next;
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
  return { rows, next, error, isLoading, startOver: () => load(null), more: () => load(next.value) };
}
