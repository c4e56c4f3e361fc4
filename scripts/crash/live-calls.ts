import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { ApiCall } from "#scripts/simulator/types.ts";

/** Hears of each call that LINE has taken, at the moment it is written into the ledger. Returns what ends it. */
export async function watchCalls(simulatorUrl: string, hear: (call: ApiCall) => void): Promise<() => void> {
  const stopping = new AbortController();
  const response = await fetch(`${simulatorUrl}/simulator/live`, { signal: stopping.signal });
  const body = Readable.fromWeb(response.body as ReadableStream);
  body.on("error", () => undefined);
  let event = "";
  createInterface({ input: body })
    .on("line", (line) => {
      if (line.startsWith("event: ")) event = line.slice(7);
      if (line.startsWith("data: ") && event === "call") hear((JSON.parse(line.slice(6)) as { call: ApiCall }).call);
    })
    .on("error", () => undefined);
  return () => stopping.abort();
}
