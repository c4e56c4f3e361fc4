import { onBeforeUnmount, onMounted } from "vue";
import { useRouter } from "vue-router";

/** Marks the entry of the browser's history that stands for "a sheet is open". */
const mark = "sheet";

type Open = { close(): void; address(): string };

const open: Open[] = [];
let address: Open["address"] = () => location.href;
/** the place in the history, as the router counts, of the page under the sheets */
let position: unknown;
let isGoingBack = false;

const isMarked = () => history.state?.[mark] === true;

/** One entry for all open sheets: made for the first, taken out again after the last. */
function settle(): void {
  if (isGoingBack) return;
  if (open.length > 0 && !isMarked()) {
    position = history.state?.position;
    history.pushState({ ...history.state, [mark]: true }, "");
  } else if (open.length === 0 && isMarked()) {
    isGoingBack = true;
    history.back();
  }
}

/** One sheet often follows another, and a page may be left together with its sheet: what remains is seen to afterwards. */
const settleSoon = () => setTimeout(settle, 0);

function handlePop(event: PopStateEvent): void {
  const isOurs = !isMarked() && history.state?.position === position;
  const wasGoingBack = isGoingBack;
  isGoingBack = false;
  const top = open.at(-1);
  if (isOurs && (wasGoingBack || top)) {
    // The page stays: its router need not hear of it. The address may have changed while the sheet was open.
    event.stopImmediatePropagation();
    history.replaceState(history.state, "", address());
    if (!wasGoingBack) top?.close();
  }
  settleSoon();
}

// Before the router's own listener.
window.addEventListener("popstate", handlePop, { capture: true });

/** The phone's or browser's "back" closes an open sheet instead of leaving its page. */
export function useCloseByBack(close: () => void): void {
  const router = useRouter();
  const own: Open = { close, address: () => router.resolve(router.currentRoute.value.fullPath).href };
  onMounted(() => {
    open.push(own);
    address = own.address;
    settleSoon();
  });
  onBeforeUnmount(() => {
    open.splice(open.indexOf(own), 1);
    settleSoon();
  });
}
