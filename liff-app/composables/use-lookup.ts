import { computed, onScopeDispose, ref, shallowRef } from "vue";
import { isApiError } from "#liff-app/api/api-error.ts";
import { ask } from "#liff-app/api/ask.ts";
import type { Answer } from "#models/contracts/contract.ts";
import type { lookUp } from "#models/contracts/lookups.contract.ts";

export type Found = Answer<typeof lookUp>["candidates"][number];

/** Two letters say something in Thai; one matches nearly every school. */
const fewestLetters = 2;
/** A pause in typing. */
const pauseMs = 250;

/** What a directory finds for the words in a box, and which of it the arrow keys are on. */
export function useLookup(source: () => "schools" | "staff", shown: string) {
  const text = ref(shown);
  const found = shallowRef<Found[]>([]);
  const hasAnswer = ref(false);
  const isOpen = ref(false);
  const at = ref(-1);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let current = new AbortController();

  function close(): void {
    clearTimeout(waiting);
    current.abort();
    isOpen.value = false;
    at.value = -1;
  }

  async function look(words: string): Promise<void> {
    current.abort();
    const own = new AbortController();
    current = own;
    try {
      const query = { text: words };
      const { candidates } = await ask<typeof lookUp>("get /lookups/:source", { params: { source: source() }, query, signal: own.signal });
      found.value = candidates;
      hasAnswer.value = true;
      isOpen.value = candidates.length > 0;
    } catch (error) {
      // Without the directory the words are taken as written; the next letter asks again.
      if (!isApiError(error) && !own.signal.aborted) throw error;
    }
  }

  function search(): void {
    close();
    hasAnswer.value = false;
    const words = text.value.trim();
    if (words.length >= fewestLetters) waiting = setTimeout(() => void look(words), pauseMs);
  }

  function move(by: 1 | -1): void {
    const count = found.value.length;
    if (isOpen.value && count > 0) at.value = (at.value + by + count) % count;
  }

  onScopeDispose(close);
  return { text, found, isOpen, at, isNothingFound: computed(() => hasAnswer.value && found.value.length === 0), search, close, move };
}
