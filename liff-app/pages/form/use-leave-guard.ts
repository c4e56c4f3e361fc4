import { onScopeDispose, ref } from "vue";

/** Asks before a page is left while something is still on its way. What is typed needs no asking: it is kept. */
export function useLeaveGuard(isLosing: () => boolean) {
  const isAsking = ref(false);
  let answer: ((goes: boolean) => void) | null = null;

  function settle(goes: boolean): void {
    isAsking.value = false;
    answer?.(goes);
    answer = null;
  }

  function guard(): Promise<boolean> | boolean {
    if (!isLosing()) return true;
    isAsking.value = true;
    return new Promise((resolve) => {
      answer = resolve;
    });
  }

  // The browser asks in its own words when the tab is closed.
  const beforeUnload = (event: BeforeUnloadEvent) => isLosing() && event.preventDefault();
  window.addEventListener("beforeunload", beforeUnload);
  onScopeDispose(() => window.removeEventListener("beforeunload", beforeUnload));
  return { isAsking, leave: () => settle(true), stay: () => settle(false), guard };
}
