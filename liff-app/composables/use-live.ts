import { onScopeDispose, watch } from "vue";
import { isSessionOver } from "#liff-app/start/session-state.ts";
import type { LiveChange } from "#models/contracts/live.contract.ts";

/** A request's id, or any request that the viewer may see. */
export type Watched = string;
type Listener = { watched: Watched; run: () => void };

/** Several changes of one burst are read once. */
const gatherMs = 150;
/** A server that restarts is back within seconds; one that is away is not asked by every phone every second. */
const firstReopenMs = 2_000;
const lastReopenMs = 60_000;

/** The server says every 20 s that it is still there: a stream that missed two of them is half open, and would stay silent. */
const silentMs = 45_000;

const listeners = new Set<Listener>();
let source: EventSource | null = null;
let reopening: ReturnType<typeof setTimeout> | undefined;
let reopenMs = firstReopenMs;
let isBehind = false;
let heardAt = 0;

/**
 * Runs `refetch` when a request changed (`"any"`: one of those the viewer may see), when the connection was away and is
 * back, and when the page is looked at again, because webviews sleep. One connection serves the whole app.
 */
export function onChange(watched: Watched | "any", refetch: () => unknown): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const listener: Listener = {
    watched,
    run() {
      // Not put off by each further change: under a steady stream of them it would never be read.
      waiting ??= setTimeout(() => {
        waiting = undefined;
        // Until the person signs in again every answer is a refusal.
        if (!isSessionOver.value) void refetch();
      }, gatherMs);
    },
  };
  listeners.add(listener);
  open();
  return () => {
    clearTimeout(waiting);
    listeners.delete(listener);
    if (listeners.size === 0) close();
  };
}

/** onChange for as long as the component lives. */
export function useLive(watched: Watched | "any", refetch: () => unknown): void {
  onScopeDispose(onChange(watched, refetch));
}

function tellAll(): void {
  for (const listener of listeners) listener.run();
}

function tell(requestId: string): void {
  for (const listener of listeners) if (listener.watched === "any" || listener.watched === requestId) listener.run();
}

function open(): void {
  if (source || listeners.size === 0 || isSessionOver.value) return;
  source = new EventSource("/api/live");
  hear();
  source.onmessage = ({ data }) => {
    hear();
    tell((JSON.parse(String(data)) as LiveChange).request);
  };
  source.addEventListener("beat", hear);
  // The server lost its own stream: anything may have changed.
  source.addEventListener("refetch", tellAll);
  source.onopen = () => {
    hear();
    if (isBehind) tellAll();
    isBehind = false;
    reopenMs = firstReopenMs;
  };
  source.onerror = () => {
    isBehind = true;
    // A browser tries again by itself after a lost connection, but not after an answer that is no stream (401, 503).
    if (source?.readyState !== EventSource.CLOSED) return;
    close();
    if (isSessionOver.value) return;
    reopening = setTimeout(reopen, reopenMs);
    reopenMs = Math.min(reopenMs * 2, lastReopenMs);
  };
}

function hear(): void {
  heardAt = Date.now();
}

/** The refetch renews a session that has ended, and keeps the page in step where the way bears no stream. */
function reopen(): void {
  tellAll();
  open();
}

function close(): void {
  clearTimeout(reopening);
  source?.close();
  source = null;
}

function wake(): void {
  if (document.visibilityState !== "visible" || listeners.size === 0) return;
  clearTimeout(reopening);
  if (Date.now() - heardAt > silentMs) close();
  open();
  tellAll();
}

watch(isSessionOver, (isOver) => (isOver ? close() : wake()));
document.addEventListener("visibilitychange", wake);
window.addEventListener("online", wake);
window.addEventListener("pageshow", (event) => event.persisted && wake());
