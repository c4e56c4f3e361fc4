import { computed, shallowRef, watch } from "vue";
import { useRoute, useRouter } from "vue-router";
import { isApiError } from "#liff-app/api/api-error.ts";
import { ask } from "#liff-app/api/ask.ts";
import { usePaged } from "#liff-app/pages/admin/use-paged.ts";
import type { AdminPersonRow, listPeople } from "#models/contracts/admin/people.contract.ts";
import type { getSchool } from "#models/contracts/admin/schools.contract.ts";
import { type Role, roleLabels } from "#models/workflows/roles.ts";

type PeopleFilter = { q?: string; role?: Role; school?: string };

/** The people known as the address asks for them: ?q=สมศรี&role=staff&school=24010001. */
export function usePeople() {
  const route = useRoute();
  const router = useRouter();
  const filter = computed<PeopleFilter>(() => {
    const { q, role, school } = route.query;
    return {
      ...(typeof q === "string" && q ? { q: q.slice(0, 120) } : {}),
      ...(typeof role === "string" && role in roleLabels ? { role: role as Role } : {}),
      ...(typeof school === "string" && school ? { school } : {}),
    };
  });
  const schoolName = shallowRef("");

  const { startOver, ...list } = usePaged<AdminPersonRow>(async (cursor, signal) => {
    const { q, ...others } = filter.value;
    const query = { ...others, ...(q ? { text: q } : {}), ...(cursor ? { cursor } : {}) };
    const { people, next } = await ask<typeof listPeople>("get /admin/people", { query, signal });
    return { rows: people, next };
  });

  /** A link carries only the school's code. */
  async function nameSchool(code: string | undefined): Promise<void> {
    schoolName.value = code ?? "";
    if (!code) return;
    try {
      const { name } = await ask<typeof getSchool>("get /admin/schools/:code", { params: { code } });
      if (filter.value.school === code) schoolName.value = name;
    } catch (reason) {
      // The code itself is shown then.
      if (!isApiError(reason)) throw reason;
    }
  }

  watch(filter, () => route.path === "/admin/people" && startOver(), { immediate: true });
  watch(() => filter.value.school, nameSchool, { immediate: true });
  return {
    ...list,
    startOver,
    filter,
    schoolName,
    /** adds to the filter; undefined takes away */
    narrow: (change: { [K in keyof PeopleFilter]: PeopleFilter[K] | undefined }) => {
      const query = Object.fromEntries(Object.entries({ ...filter.value, ...change }).filter(([, value]) => value));
      return router.replace({ query: query as Record<string, string> });
    },
  };
}
