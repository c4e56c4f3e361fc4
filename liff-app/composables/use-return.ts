import { onScopeDispose } from "vue";

/** Runs when the page is looked at again, as after a visit to another app, for as long as the component lives. */
export function useReturn(run: () => unknown): void {
  const handle = () => {
    if (document.visibilityState === "visible") void run();
  };
  document.addEventListener("visibilitychange", handle);
  onScopeDispose(() => document.removeEventListener("visibilitychange", handle));
}
