import { request } from "node:http";

/** A request that is moved round and round by its technician. */
export type Moved = { id: string; state: string; cookie: string };

/** One lap: each step leads to the state in which the next is offered. */
const lap: Record<string, { transition: string; to: string; formVersion: number | null; answers: Record<string, unknown> }> = {
  accepted: { transition: "inspect", to: "inspecting", formVersion: null, answers: {} },
  inspecting: { transition: "repair", to: "repairing", formVersion: null, answers: {} },
  repairing: { transition: "wait-parts", to: "waiting-parts", formVersion: 1, answers: { what: "ลูกยาง" } },
  "waiting-parts": { transition: "inspect", to: "inspecting", formVersion: null, answers: {} },
};

export type Changes = {
  done: number;
  failed: number /** milliseconds from the call to the news of it on another page */;
  heardAfter: number[];
};

/** Moves requests at a steady rate through the API, while one page listens how long the news takes. */
export async function makeChanges(
  port: number,
  requests: Moved[],
  watcher: string,
  pace: { rate: number; seconds: number },
): Promise<Changes> {
  const changes: Changes = { done: 0, failed: 0, heardAfter: [] };
  const sentAt = new Map<string, number>();
  const stop = await listen(port, watcher, (id) => {
    const at = sentAt.get(id);
    if (at !== undefined) changes.heardAfter.push(performance.now() - at);
    sentAt.delete(id);
  });
  const startedAt = performance.now();
  const underWay: Promise<void>[] = [];
  for (let count = 0; count < pace.rate * pace.seconds; count += 1) {
    const early = startedAt + (count * 1_000) / pace.rate - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    const moved = requests[count % requests.length];
    if (!moved) break;
    sentAt.set(moved.id, performance.now());
    underWay.push(move(port, moved, changes));
  }
  await Promise.all(underWay);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  stop();
  return changes;
}

async function move(port: number, moved: Moved, changes: Changes): Promise<void> {
  const step = lap[moved.state];
  if (!step) return;
  const { transition, to, formVersion, answers } = step;
  const response = await fetch(`http://127.0.0.1:${port}/api/requests/${moved.id}/transitions/${transition}`, {
    method: "POST",
    headers: { cookie: moved.cookie, "content-type": "application/json" },
    body: JSON.stringify({ offeredIn: moved.state, formVersion, answers }),
  });
  await response.arrayBuffer();
  changes[response.ok ? "done" : "failed"] += 1;
  if (response.ok) moved.state = to;
}

function listen(port: number, cookie: string, onChange: (id: string) => void): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const asking = request({ port, host: "127.0.0.1", path: "/api/live", headers: { cookie } }, (answer) => {
      answer.setEncoding("utf8");
      answer.on("data", (text: string) => {
        for (const [, id = ""] of text.matchAll(/"request":"([\w-]+)"/g)) onChange(id);
      });
      resolve(() => asking.destroy());
    });
    asking.on("error", (error) => (asking.destroyed ? undefined : reject(error)));
    asking.end();
  });
}
