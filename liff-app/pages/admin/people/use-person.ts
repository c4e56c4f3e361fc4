import { watch } from "vue";
import { isApiError } from "#liff-app/api/api-error.ts";
import { ask } from "#liff-app/api/ask.ts";
import { useLoaded } from "#liff-app/composables/use-loaded.ts";
import { useDeed } from "#liff-app/pages/admin/use-deed.ts";
import type { AdminPerson, getPerson } from "#models/contracts/admin/people.contract.ts";

/** One person as an admin sees them; another one, where the address goes from one to the next. */
export function usePerson(id: () => string) {
  const loaded = useLoaded((signal) => ask<typeof getPerson>("get /admin/people/:id", { params: { id: id() }, signal }));
  watch(id, () => {
    loaded.value.value = null;
    return loaded.reload();
  });
  return loaded;
}

/** A change of a person by one press: who comes back is shown; where somebody else was first, they are read anew. */
export function usePersonDeed(emit: { (event: "saved", person: AdminPerson): void; (event: "outdated"): void }) {
  const { run, refusal, ...deed } = useDeed();
  async function change(work: () => Promise<AdminPerson>, words: string): Promise<boolean> {
    const person = await run(work, words);
    if (person) emit("saved", person);
    else if (isApiError(refusal.value, "changed_meanwhile") || isApiError(refusal.value, "not_found")) emit("outdated");
    return person !== null;
  }
  return { ...deed, refusal, change };
}
