import { readonly, ref } from "vue";

const officeName = ref("ศูนย์ ICT");
const liffId = ref<string | null>(null);

/** What /api/config told at the start. */
export function setOffice(config: { officeName: string; liffId: string | null }): void {
  officeName.value = config.officeName;
  liffId.value = config.liffId;
}

export function useOffice() {
  return { officeName: readonly(officeName), liffId: readonly(liffId) };
}
