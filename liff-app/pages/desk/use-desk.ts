import { computed, type Ref, reactive, ref, shallowRef, watch } from "vue";
import { ask } from "#liff-app/api/ask.ts";
import { useLoaded } from "#liff-app/composables/use-loaded.ts";
import { useSteadyReload } from "#liff-app/composables/use-steady-reload.ts";
import type { Answer } from "#models/contracts/contract.ts";
import type { countDesk, DeskCounts, DeskRow, listDesk } from "#models/contracts/desk.contract.ts";
import type { DeskQuery } from "./use-desk-query.ts";

type Listed = { rows: DeskRow[]; next: string | null; isPartial: boolean; of: string };

/** The rows and counts of what is asked for, kept up to date; rows that changed while one looked are marked. */
export function useDesk(query: Ref<DeskQuery>) {
  const counts = shallowRef<DeskCounts | null>(null);
  const pages = ref(1);
  /** ids of rows that came or changed since they were shown */
  const changed = reactive(new Set<string>());
  const { value: listed, error, isLoading, reload } = useLoaded(load);
  const rows = computed(() => listed.value?.rows ?? []);

  async function load(signal: AbortSignal): Promise<Listed> {
    const of = JSON.stringify(query.value);
    const [now, list] = await Promise.all([ask<typeof countDesk>("get /desk/counts", { signal }), loadPages(of, signal)]);
    counts.value = now;
    if (listed.value?.of === of) mark(listed.value.rows, list.rows);
    return list;
  }

  /** As many pages as were opened, anew from the top: what moved in the meantime is where it belongs now. */
  async function loadPages(of: string, signal: AbortSignal): Promise<Listed> {
    const wanted = pages.value;
    const found = new Map<string, DeskRow>();
    let next: string | null = null;
    let isPartial = false;
    for (let page = 0; page < wanted; page += 1) {
      const answer: Answer<typeof listDesk> = await ask<typeof listDesk>("get /desk/requests", {
        query: { ...query.value, ...(next ? { cursor: next } : {}) },
        signal,
      });
      for (const row of answer.requests) found.set(row.id, row);
      ({ next, isPartial } = answer);
      if (!next) break;
    }
    return { rows: [...found.values()], next, isPartial, of };
  }

  function mark(before: DeskRow[], now: DeskRow[]): void {
    const known = new Map(before.map(({ id, revision }) => [id, revision]));
    const last = now.slice(0, before.length + 1);
    for (const { id, revision } of last) if (known.get(id) !== revision) changed.add(id);
  }

  watch(
    () => JSON.stringify(query.value),
    () => {
      changed.clear();
      pages.value = 1;
      void reload();
    },
  );
  useSteadyReload(reload);

  return {
    rows,
    counts,
    error,
    isLoading,
    reload,
    changed,
    isFirst: computed(() => listed.value === null),
    /** what is shown is still of another question */
    isStale: computed(() => listed.value !== null && listed.value.of !== JSON.stringify(query.value)),
    hasMore: computed(() => listed.value?.next !== null && listed.value !== null),
    isPartial: computed(() => listed.value?.isPartial === true),
    more(): Promise<void> {
      pages.value += 1;
      return reload();
    },
  };
}
