import { onScopeDispose, type Ref, ref } from "vue";

function useMedia(query: string): Ref<boolean> {
  const media = window.matchMedia(query);
  const matches = ref(media.matches);
  const hear = () => {
    matches.value = media.matches;
  };
  media.addEventListener("change", hear);
  onScopeDispose(() => media.removeEventListener("change", hear));
  return matches;
}

/** A PC's width: a table instead of cards; wider still, the request beside the list. In em: big text needs more room. */
export const useScreen = () => ({ hasTable: useMedia("(min-width: 56.25em)"), hasPane: useMedia("(min-width: 75em)") });

/** The present, once a minute: ages on the page move on. */
export function useNow(): Ref<number> {
  const now = ref(Date.now());
  const timer = setInterval(() => {
    now.value = Date.now();
  }, 60_000);
  onScopeDispose(() => clearInterval(timer));
  return now;
}
