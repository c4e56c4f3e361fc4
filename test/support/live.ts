import { onTestFinished } from "vitest";
import { liveChange, livePath } from "#models/contracts/live.contract.ts";
import type { TestApi } from "./api.ts";

/** An open page, as far as live updates see it. */
export type LivePage = {
  /** waits until a change of this request was told, in that revision or a later one */
  hears(request: string, sequence?: number): Promise<void>;
  /** waits until the page is told to read everything anew */
  hearsRefetch(): Promise<void>;
  /** every change told so far, "request revision" */
  told(): string[];
  /** resolves when the server ends the stream */
  ended: Promise<void>;
  leave(): void;
};

/** Opens the stream of live updates as the mini-app does; it is left when the test is over. */
export async function openLivePage(api: TestApi): Promise<LivePage> {
  const stopping = new AbortController();
  const response = await api.fetch(livePath, { signal: stopping.signal, headers: { accept: "text/event-stream" } });
  if (!response.ok || !response.body) throw new Error(`no stream: ${response.status}`);
  const told: { request: string; sequence: number }[] = [];
  let refetches = 0;
  const waiting = new Set<() => void>();

  function take(event: string): void {
    if (event.includes("event: refetch")) refetches += 1;
    else if (event.startsWith("data: ")) told.push(liveChange.parse(JSON.parse(event.slice(6))));
    for (const look of waiting) look();
  }
  async function read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = "";
    for await (const bytes of body) {
      const events = (text + decoder.decode(bytes, { stream: true })).split("\n\n");
      text = events.pop() ?? "";
      events.forEach(take);
    }
  }
  function until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isSo()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  }

  const leave = () => stopping.abort();
  onTestFinished(leave);
  return {
    hears: (request, sequence = 0) => until(() => told.some((change) => change.request === request && change.sequence >= sequence)),
    hearsRefetch: () => until(() => refetches > 0),
    told: () => told.map(({ request, sequence }) => `${request} ${sequence}`),
    ended: read(response.body).catch(() => undefined),
    leave,
  };
}
