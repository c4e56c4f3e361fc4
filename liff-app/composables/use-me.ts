import { computed, shallowRef } from "vue";
import { ask } from "#liff-app/api/ask.ts";
import type { getMe, Me } from "#models/contracts/me.contract.ts";

const me = shallowRef<Me | null>(null);

export function setMe(now: Me): void {
  me.value = now;
}

/** Who is signed in. `person` is null before registration. */
export function useMe() {
  return {
    me,
    person: computed(() => me.value?.person ?? null),
    /** after a change of roles, or on coming back from LINE's add-friend page */
    async reloadMe(): Promise<Me> {
      const now = await ask<typeof getMe>("get /me");
      me.value = now;
      return now;
    },
  };
}
