import { computed, type Ref, ref, watch } from "vue";
import type { DeskRow } from "#models/contracts/desk.contract.ts";
import { mostTogether } from "#models/contracts/desk-limits.ts";

export type CommonAction = DeskRow["actions"][number];

/** The rows that were chosen, and the steps that every one of them offers. A row that leaves the list is no longer chosen. */
export function useSelection(rows: Ref<DeskRow[]>) {
  const ids = ref(new Set<string>());
  const chosen = computed(() => rows.value.filter(({ id }) => ids.value.has(id)));
  const actions = computed(() => commonActions(chosen.value));

  watch(rows, () => {
    ids.value = new Set(chosen.value.map(({ id }) => id));
  });

  function toggle(id: string): void {
    const next = new Set(ids.value);
    if (!next.delete(id) && next.size < mostTogether) next.add(id);
    ids.value = next;
  }

  /** all that are shown, as many as may be moved at once; none where all of these are chosen already */
  function toggleAll(): void {
    const shown = rows.value.slice(0, mostTogether).map(({ id }) => id);
    ids.value = new Set(shown.every((id) => ids.value.has(id)) ? [] : shown);
  }

  function only(left: string[]): void {
    ids.value = new Set(left);
  }

  return { ids, chosen, actions, toggle, toggleAll, only };
}

/** Of one form only: the same step of another form asks for other answers. */
export function commonActions(rows: DeskRow[]): CommonAction[] {
  const [first, ...others] = rows;
  if (!first) return [];
  const offers = (row: DeskRow, { transition, formVersion }: CommonAction) =>
    row.formId === first.formId && row.actions.some((other) => other.transition === transition && other.formVersion === formVersion);
  return first.actions.filter((action) => others.every((row) => offers(row, action)));
}
