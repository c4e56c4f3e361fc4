import { computed, ref } from "vue";
import { type LocationQueryValue, useRoute, useRouter } from "vue-router";
import { useMe } from "#liff-app/composables/use-me.ts";
import type { Sent } from "#models/contracts/contract.ts";
import type { DeskView, listDesk } from "#models/contracts/desk.contract.ts";
import { tabs } from "./desk-views.ts";

export type DeskQuery = Sent<typeof listDesk>["query"];
export type DeskFilters = Pick<DeskQuery, "group" | "school" | "category" | "urgency" | "assignee">;
/** What stands in the address: ?list=late&school=… so that a link, a reload and going back show the same. */
type Kept = "list" | "group" | "school" | "category" | "urgency" | "assignee" | "q" | "open";

const filterNames = ["group", "school", "category", "urgency", "assignee"] as const;
const textOf = (value: LocationQueryValue | LocationQueryValue[] | undefined): string => (typeof value === "string" ? value : "");

/** What is asked of the queue, as the page's address says it. */
export function useDeskQuery() {
  const route = useRoute();
  const router = useRouter();
  const kept = (name: Kept): string => textOf(route.query[name]);

  const { person } = useMe();
  /** what an address without a view shows: a head sees first what waits to be handed out */
  const first = ref<DeskView>(person.value?.isHead ? "unassigned" : "mine");
  const view = computed(() => tabs.find((tab) => tab.view === kept("list"))?.view ?? first.value);
  const text = computed(() => kept("q").slice(0, 120));
  const opened = computed(() => kept("open") || null);
  const filters = computed(
    () => Object.fromEntries(filterNames.flatMap((name) => (kept(name) ? [[name, kept(name)]] : []))) as DeskFilters,
  );
  /** Words are looked for everywhere: who searches wants the request, wherever it stands. */
  const query = computed<DeskQuery>(() => ({
    view: text.value ? "all" : view.value,
    ...filters.value,
    ...(text.value ? { text: text.value } : {}),
  }));

  function change(changed: Partial<Record<Kept, string | null>>): void {
    const next = { ...route.query, ...changed };
    void router.replace({ query: Object.fromEntries(Object.entries(next).filter(([, value]) => value)) });
  }

  return { view, first, text, opened, filters, query, change };
}
