import { ref, shallowRef } from "vue";
import { type ApiError, isApiError } from "#liff-app/api/api-error.ts";

/** Something a person does that may fail: whether it runs, how it went in words, and why it did not go. */
export function useDeed() {
  const isBusy = ref(false);
  /** shown to the person */
  const failure = ref("");
  const said = ref("");
  const refusal = shallowRef<ApiError | null>(null);

  /** Resolves to the answer, or to null when it failed; a second press while it runs does nothing. */
  async function run<T>(work: () => Promise<T>, words: string | ((answer: T) => string) = ""): Promise<T | null> {
    if (isBusy.value) return null;
    isBusy.value = true;
    failure.value = "";
    said.value = "";
    refusal.value = null;
    try {
      const answer = await work();
      said.value = typeof words === "string" ? words : words(answer);
      return answer;
    } catch (reason) {
      if (!isApiError(reason)) throw reason;
      refusal.value = reason;
      failure.value = reason.message;
      return null;
    } finally {
      isBusy.value = false;
    }
  }

  return { isBusy, failure, said, refusal, run };
}
