import { computed, onScopeDispose, ref, shallowReactive, watch } from "vue";
import { isApiError } from "#liff-app/api/api-error.ts";
import { ask } from "#liff-app/api/ask.ts";
import type { FormState } from "#liff-app/fields/use-form.ts";
import type { readWords } from "#models/contracts/reading.contract.ts";

/** After the last letter; a word in the middle of being typed says little. */
const pauseMs = 700;

/**
 * Reads in the form's words what need not be chosen by hand, as the chat does at the first sentence. What the person chose
 * stays; without a network they choose themselves.
 */
export function useReading({ form, answers, change }: FormState) {
  const safety = ref<string | null>(null);
  /** what was read, by field */
  const read = shallowReactive<Record<string, string>>({});
  const words = Object.keys(form.fields).filter((key) => form.fields[key]?.kind === "text");
  const told = computed(() => JSON.stringify(Object.fromEntries(words.flatMap((key) => textOf(key, answers[key])))));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let current = new AbortController();

  async function readNow(): Promise<void> {
    current.abort();
    current = new AbortController();
    const { signal } = current;
    try {
      const texts = JSON.parse(told.value) as Record<string, string>;
      const said = await ask<typeof readWords>("post /forms/:formId/reading", { params: { formId: form.id }, body: { texts }, signal });
      if (!signal.aborted) take(said);
    } catch (error) {
      if (!isApiError(error) && !signal.aborted) throw error;
    }
  }

  function take(said: { answers: Record<string, string>; safety: string | null }): void {
    safety.value = said.safety;
    for (const [key, value] of Object.entries(said.answers)) {
      const isTheirs = answers[key] !== undefined && answers[key] !== read[key];
      if (isTheirs) continue;
      read[key] = value;
      change(key, value);
    }
  }

  watch(told, () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void readNow(), pauseMs);
  });
  onScopeDispose(() => {
    clearTimeout(waiting);
    current.abort();
  });

  /** said under a field that still stands as it was read */
  const notes = computed(() =>
    Object.fromEntries(Object.keys(read).flatMap((key) => (answers[key] === read[key] ? [[key, "เลือกให้จากที่พิมพ์ เปลี่ยนได้นะคะ"]] : []))),
  );
  return { safety, notes };
}

function textOf(key: string, value: unknown): [string, string][] {
  return typeof value === "string" && value.trim() !== "" ? [[key, value]] : [];
}
