import { onScopeDispose } from "vue";

/** Runs something again and again while the page is looked at, and at once when it is looked at again. */
export function useEvery(milliseconds: number, run: () => unknown): void {
  const isSeen = () => document.visibilityState === "visible";
  const timer = setInterval(() => isSeen() && run(), milliseconds);
  const wake = () => isSeen() && run();
  document.addEventListener("visibilitychange", wake);
  onScopeDispose(() => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", wake);
  });
}
