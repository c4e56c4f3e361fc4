import { computed, watch } from "vue";
import { useForm } from "#liff-app/fields/use-form.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";

/** An emptied box is as one that was never filled. */
const same = (one: unknown, other: unknown) => JSON.stringify(one || undefined) === JSON.stringify(other || undefined);

/**
 * A form over something stored. When the stored changes, fields that nobody touched here follow; those with edits keep them,
 * so that saving again overwrites only what was meant.
 */
export function useStoredForm(form: Form, stored: () => Answers) {
  const state = useForm(form, stored());
  const keys = Object.keys(form.fields);
  watch(stored, (now, before) => {
    for (const key of keys) if (same(state.answers[key], before[key])) state.change(key, now[key]);
  });
  return { state, isDirty: computed(() => keys.some((key) => !same(state.answers[key], stored()[key]))) };
}
