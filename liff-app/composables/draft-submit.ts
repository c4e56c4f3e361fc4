import { onScopeDispose, ref, shallowRef, watch } from "vue";
import { type ApiError, isApiError } from "#liff-app/api/api-error.ts";
import { ask } from "#liff-app/api/ask.ts";
import type { RequestDetail } from "#models/contracts/parts.ts";
import type { submitRequest } from "#models/contracts/requests.contract.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { Caller } from "./draft-local.ts";

/** A phone's "online" is only likely: a sending that waits is tried this often besides. Milliseconds. */
const againMs = 5_000;

export type Submission = { formId: string; formVersion: number; draftId: string; answers: Answers; onBehalfOf: Caller | null };

type Submitting = {
  /** what to send; null while something is wrong with it */
  prepare: () => Submission | null;
  /** pictures are on their way */
  isBusy: () => boolean;
  sent: (request: RequestDetail) => void;
  refused: (error: ApiError) => void;
};

/**
 * Sends a form once, however often it is pressed: pressed once it waits for pictures and network by itself. Safe to repeat
 * after a lost answer, because the draft's id is the key of the submission.
 */
export function useSubmit({ prepare, isBusy, sent, refused }: Submitting) {
  const state = ref<"idle" | "waits-for-pictures" | "sending" | "waits-for-network">("idle");
  const result = shallowRef<RequestDetail | null>(null);
  let again: ReturnType<typeof setTimeout> | undefined;

  async function submit(): Promise<void> {
    clearTimeout(again);
    if (state.value === "sending" || result.value) return;
    const submission = prepare();
    if (!submission) {
      state.value = "idle";
      return;
    }
    if (isBusy()) {
      state.value = "waits-for-pictures";
      return;
    }
    state.value = "sending";
    try {
      result.value = await post(submission);
      state.value = "idle";
      sent(result.value);
    } catch (error) {
      if (!isApiError(error)) throw error;
      fail(error);
    }
  }

  function fail(error: ApiError): void {
    if (error.isPassing) {
      state.value = "waits-for-network";
      again = setTimeout(() => void submit(), againMs);
      return;
    }
    state.value = "idle";
    refused(error);
  }

  function stop(): void {
    clearTimeout(again);
    if (state.value !== "sending") state.value = "idle";
  }

  function goOn(): void {
    if (state.value === "waits-for-network") void submit();
  }

  watch(isBusy, (busy) => {
    if (!busy && state.value === "waits-for-pictures") void submit();
  });
  window.addEventListener("online", goOn);
  onScopeDispose(() => {
    clearTimeout(again);
    window.removeEventListener("online", goOn);
  });
  return { state, result, submit, stop };
}

function post({ onBehalfOf, ...submission }: Submission): Promise<RequestDetail> {
  return ask<typeof submitRequest>("post /requests", { body: { ...submission, ...(onBehalfOf ? { onBehalfOf } : {}) } });
}
