import { computed, type Ref, ref, watch } from "vue";

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * A copy of something stored, to be edited. When the stored one changes, an untouched copy follows; one with edits keeps them.
 * @param stored plain data
 */
export function useDraft<T>(stored: () => T) {
  const draft = ref(structuredClone(stored())) as Ref<T>;
  watch(stored, (now, before) => {
    if (same(draft.value, before)) draft.value = structuredClone(now);
  });
  return {
    draft,
    isDirty: computed(() => !same(draft.value, stored())),
    /** puts other values into the copy; nothing is stored yet */
    replace(value: T): void {
      draft.value = structuredClone(value);
    },
    equals: (value: T) => same(draft.value, value),
  };
}
