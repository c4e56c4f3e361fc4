import { computed, ref } from "vue";
import { ask } from "#liff-app/api/ask.ts";
import { useLoaded } from "#liff-app/composables/use-loaded.ts";
import type { Answer } from "#models/contracts/contract.ts";
import type { RequestCard } from "#models/contracts/parts.ts";
import type { listMyRequests } from "#models/contracts/requests.contract.ts";

/** One's own requests page by page; reading again reads as many pages as are shown. */
export function useMyRequests(list: () => "open" | "closed") {
  const pages = ref(1);
  const { value, error, isLoading, reload } = useLoaded(async (signal) => {
    const requests: RequestCard[] = [];
    let next: string | null = null;
    for (let page = 0; page < pages.value; page += 1) {
      const query: { list: "open" | "closed"; cursor?: string } = { list: list(), ...(next ? { cursor: next } : {}) };
      const answer: Answer<typeof listMyRequests> = await ask<typeof listMyRequests>("get /requests", { query, signal });
      requests.push(...answer.requests);
      next = answer.next;
      if (!next) break;
    }
    return { requests, next };
  });
  return {
    requests: computed(() => value.value?.requests ?? null),
    hasMore: computed(() => Boolean(value.value?.next)),
    error,
    isLoading,
    reload,
    readMore(): Promise<void> {
      pages.value += 1;
      return reload();
    },
    startOver(): Promise<void> {
      pages.value = 1;
      value.value = null;
      return reload();
    },
  };
}
