import { computed, ref, shallowRef, watch } from "vue";
import { useRoute, useRouter } from "vue-router";
import { type ApiError, isApiError } from "#liff-app/api/api-error.ts";
import { ask } from "#liff-app/api/ask.ts";
import type { AuditEntry, listAudit } from "#models/contracts/admin/audit.contract.ts";

/** Changes are what one comes for: nothing said means them, everything is asked for by "all". */
export type AuditShown = "change" | "look" | "all";
export type AuditFilter = { kind?: AuditShown; person?: string; subject?: string; action?: string; from?: string; to?: string };

const keys = ["kind", "person", "subject", "action", "from", "to"] as const;

/** The audit trail as the address asks for it, page by page: a filter is a link that can be passed on. */
export function useAudit() {
  const route = useRoute();
  const router = useRouter();
  const entries = shallowRef<AuditEntry[] | null>(null);
  const next = ref<string | null>(null);
  const names = shallowRef<{ person: string | null; subject: string | null }>({ person: null, subject: null });
  const error = shallowRef<ApiError | null>(null);
  const isLoading = ref(false);
  let newest = 0;

  const filter = computed<AuditFilter>(() => {
    const given = keys.flatMap((key) => (typeof route.query[key] === "string" && route.query[key] !== "" ? [[key, route.query[key]]] : []));
    return Object.fromEntries(given) as AuditFilter;
  });

  function asked() {
    const { kind = "change", ...others } = filter.value;
    return kind === "all" ? others : { kind, ...others };
  }

  async function read(cursor: string | null): Promise<void> {
    newest += 1;
    const own = newest;
    isLoading.value = true;
    try {
      const page = await ask<typeof listAudit>("get /admin/audit", { query: { ...asked(), ...(cursor ? { cursor } : {}) } });
      if (own !== newest) return;
      entries.value = cursor ? [...(entries.value ?? []), ...page.entries] : page.entries;
      next.value = page.next;
      names.value = page.filter;
      error.value = null;
    } catch (reason) {
      if (!isApiError(reason)) throw reason;
      if (own === newest) error.value = reason;
    } finally {
      if (own === newest) isLoading.value = false;
    }
  }

  watch(filter, () => route.path === "/admin/audit" && read(null), { immediate: true });
  return {
    entries,
    next,
    names,
    error,
    isLoading,
    filter,
    /** adds to the filter; undefined takes away */
    narrow: (change: { [K in keyof AuditFilter]: AuditFilter[K] | undefined }) => {
      const query = Object.fromEntries(Object.entries({ ...filter.value, ...change }).filter(([, value]) => value !== undefined));
      return router.replace({ query: query as Record<string, string> });
    },
    reload: () => read(null),
    more: () => read(next.value),
  };
}
