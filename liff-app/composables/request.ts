import { computed, ref, shallowRef, watch } from "vue";
import { type ApiError, isApiError } from "#liff-app/api/api-error.ts";
import { ask } from "#liff-app/api/ask.ts";
import type { RequestCard, RequestDetail } from "#models/contracts/parts.ts";
import type { doTransition, getRequest } from "#models/contracts/requests.contract.ts";
import type { Answers } from "#models/requests/define-form.ts";
import { useLive } from "./use-live.ts";
import { useLoaded } from "./use-loaded.ts";

export type Action = RequestCard["actions"][number];
/** A step as it was offered: what the server compares with how things stand. */
export type Step = {
  transition: string;
  offeredIn: string;
  formVersion: number | null;
  answers: Answers;
  /** of a decision: the answers that were on the screen when it was begun */
  seen?: number;
};
export type Notice = { isTrouble: boolean; words: string };

/** One request, kept up to date while it is looked at, and the steps that this person may do with it. */
export function useRequest(id: string) {
  const { value: request, error, reload } = useLoaded((signal) => ask<typeof getRequest>("get /requests/:id", { params: { id }, signal }));
  useLive(id, reload);

  const isActing = ref(false);
  /** how the last step went, or what somebody else did meanwhile */
  const notice = shallowRef<Notice | null>(null);
  /** entries up to this one were there when the page was opened */
  const seen = ref<number | null>(null);
  const news = computed(
    () => request.value?.timeline.filter(({ sequence, isOwn }) => !isOwn && seen.value !== null && sequence > seen.value) ?? [],
  );

  watch(request, (now, before) => {
    if (!now) return;
    seen.value ??= now.timeline.at(-1)?.sequence ?? 0;
    const isOwn = now.timeline.at(-1)?.isOwn === true;
    // One's own deed has its reply; of oneself nothing is told as of a stranger.
    if (before && now.revision > before.revision && !isActing.value && !isOwn) notice.value = { isTrouble: false, words: newsOf(now) };
  });

  /** the deed whose answer was lost: tried again as it was, it is the same one */
  let lost = { deed: "", key: "" };

  /** Does a step; a second press while the first is on its way does nothing. */
  async function act({ transition, ...body }: Step): Promise<ApiError | null> {
    if (isActing.value) return null;
    isActing.value = true;
    const deed = JSON.stringify([transition, body.answers]);
    const key = lost.deed === deed ? lost.key : crypto.randomUUID();
    lost = { deed: "", key: "" };
    try {
      const { reply, ...now } = await ask<typeof doTransition>("post /requests/:id/transitions/:transition", {
        params: { id, transition },
        body: { ...body, key },
      });
      notice.value = { isTrouble: false, words: reply };
      if (now.revision >= (request.value?.revision ?? 0)) request.value = now;
      return null;
    } catch (reason) {
      if (!isApiError(reason)) throw reason;
      if (reason.isPassing) lost = { deed, key };
      // A step that came through although its answer was lost shows here as well.
      await reload();
      notice.value = { isTrouble: true, words: reason.message };
      return reason;
    } finally {
      isActing.value = false;
    }
  }

  return { request, error, reload, act, isActing, notice, news };
}

function newsOf({ timeline, stateLabel }: RequestDetail): string {
  const last = timeline.at(-1);
  return last ? `${[last.by, last.deed].filter(Boolean).join(" ")} ตอนนี้: ${stateLabel}` : `ตอนนี้: ${stateLabel}`;
}
