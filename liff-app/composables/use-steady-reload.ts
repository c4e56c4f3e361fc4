import { onScopeDispose } from "vue";
import { useLive } from "./use-live.ts";

/** A list of fifty changes a second is read once in this time and no more; half of what a change may take to show. */
const restMs = 1_000;

/**
 * Reloads when anything changed: at once when it was quiet, and never while one reload is under way, which a new one would
 * end. Under a steady stream of changes a slow network would else never bring one to its end.
 */
export function useSteadyReload(reload: () => Promise<void>): void {
  let isBusy = false;
  let isAsked = false;
  let resting: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    if (isBusy) {
      isAsked = true;
      return;
    }
    isBusy = true;
    await reload();
    resting = setTimeout(() => {
      isBusy = false;
      if (!isAsked) return;
      isAsked = false;
      void run();
    }, restMs);
  }

  useLive("any", run);
  onScopeDispose(() => clearTimeout(resting));
}
