import { ref, shallowRef } from "vue";
import { type ApiError, isApiError } from "#liff-app/api/api-error.ts";
import { ask } from "#liff-app/api/ask.ts";
import type { DeskRow, doTogether } from "#models/contracts/desk.contract.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { CommonAction } from "./use-selection.ts";

/** What came of one step of several requests. */
export type Summary = { label: string; done: number; failed: { id: string; number: string; words: string }[] };

/** Does one step of several requests; a second press while the first is on its way does nothing. */
export function useTogether() {
  const isActing = ref(false);
  const summary = shallowRef<Summary | null>(null);

  /** @returns why nothing was done; null when it was tried, whatever came of each */
  async function act(rows: DeskRow[], action: CommonAction, answers: Answers): Promise<ApiError | null> {
    if (isActing.value) return null;
    isActing.value = true;
    summary.value = null;
    try {
      const requests = rows.map(({ id, state }) => ({ id, offeredIn: state }));
      const { transition, formVersion } = action;
      const { results } = await ask<typeof doTogether>("post /desk/transitions", { body: { transition, formVersion, requests, answers } });
      const numbers = new Map(rows.map(({ id, number }) => [id, number]));
      const failed = results.flatMap(({ id, error }) => (error ? [{ id, number: numbers.get(id) ?? id, words: error.message }] : []));
      summary.value = { label: action.label, done: results.length - failed.length, failed };
      return null;
    } catch (error) {
      if (!isApiError(error)) throw error;
      return error;
    } finally {
      isActing.value = false;
    }
  }

  return { isActing, summary, act };
}
