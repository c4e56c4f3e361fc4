import { computed, ref, watch } from "vue";
import { useRoute, useRouter } from "vue-router";
import { ask } from "#liff-app/api/ask.ts";
import { usePaged } from "#liff-app/pages/admin/use-paged.ts";
import type { AdminSchool, listSchools } from "#models/contracts/admin/schools.contract.ts";

/** The directory of schools as the address asks for it: ?q=หนองไผ่. */
export function useSchools() {
  const route = useRoute();
  const router = useRouter();
  const text = computed(() => (typeof route.query.q === "string" ? route.query.q.slice(0, 120) : ""));
  const total = ref(0);
  const zones = ref<string[]>([]);

  const { startOver, ...list } = usePaged<AdminSchool>(async (cursor, signal) => {
    const query = { ...(text.value ? { text: text.value } : {}), ...(cursor ? { cursor } : {}) };
    const page = await ask<typeof listSchools>("get /admin/schools", { query, signal });
    total.value = page.total;
    zones.value = page.zones;
    return { rows: page.schools, next: page.next };
  });

  watch(text, () => route.path === "/admin/schools" && startOver(), { immediate: true });
  return { ...list, startOver, text, total, zones, search: (q: string) => router.replace({ query: q ? { q } : {} }) };
}
