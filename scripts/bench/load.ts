import { type Lane, openLane } from "./lane.ts";
import { microseconds, openWebhookBodies, percentile } from "./wire.ts";

/** What the load process is asked to send. People are taken in turn, from the first on, so that no chat is asked twice at once. */
export type Load = {
  port: number;
  connections: number;
  text: string;
  firstPerson: number;
  people: number;
} & ({ kind: "closed"; seconds: number } | { kind: "once" } | { kind: "open"; seconds: number; rate: number });

export type LoadResult = {
  /** webhooks answered, by status */
  statuses: Record<string, number>;
  acknowledged: number;
  seconds: number;
  /** milliseconds to the acknowledgement */
  p50: number;
  p99: number;
};

type Sending = { send(lane: Lane, dueAt: number): Promise<void>; result(): LoadResult; left(): boolean };

function openSending(load: Load): Sending {
  const bodyOf = openWebhookBodies(load.text);
  const statuses: Record<string, number> = {};
  const latencies: number[] = [];
  const startedAt = microseconds();
  let sent = 0;
  return {
    left: () => load.kind !== "once" || sent < load.people,
    async send(lane, dueAt) {
      const person = load.firstPerson + (sent++ % load.people);
      const status = await lane.post(bodyOf(person, dueAt)).catch(() => 0);
      latencies.push((microseconds() - dueAt) / 1_000);
      statuses[status] = (statuses[status] ?? 0) + 1;
    },
    result: () => ({
      statuses,
      acknowledged: statuses[200] ?? 0,
      seconds: (microseconds() - startedAt) / 1_000_000,
      p50: percentile(latencies, 50),
      p99: percentile(latencies, 99),
    }),
  };
}

/** Each connection sends its next webhook when the last one is answered. */
async function sendClosed(lanes: Lane[], sending: Sending, until: number): Promise<void> {
  await Promise.all(
    lanes.map(async (lane) => {
      while (sending.left() && microseconds() < until) await sending.send(lane, microseconds());
    }),
  );
}

/** Webhooks fall due at a steady rate; one that finds no free connection waits, and its waiting counts. */
async function sendOpen(lanes: Lane[], sending: Sending, rate: number, seconds: number): Promise<void> {
  const startedAt = microseconds();
  const total = Math.round(rate * seconds);
  let taken = 0;
  await Promise.all(
    lanes.map(async (lane) => {
      while (taken < total) {
        const dueAt = startedAt + Math.round((taken++ * 1_000_000) / rate);
        const early = (dueAt - microseconds()) / 1_000;
        if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
        await sending.send(lane, Math.max(dueAt, startedAt));
      }
    }),
  );
}

async function run(load: Load): Promise<LoadResult> {
  const lanes = await Promise.all(Array.from({ length: load.connections }, () => openLane(load.port)));
  const sending = openSending(load);
  if (load.kind === "open") await sendOpen(lanes, sending, load.rate, load.seconds);
  else await sendClosed(lanes, sending, load.kind === "closed" ? microseconds() + load.seconds * 1_000_000 : Number.POSITIVE_INFINITY);
  for (const lane of lanes) lane.close();
  return sending.result();
}

process.on("message", (load: Load) => void run(load).then((result) => process.send?.(result)));
process.once("disconnect", () => process.exit(0));
