import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What the server counts, and how /metrics shows it. One registry a server, so that tests can start several. */
export type Metrics = ReturnType<typeof createMetrics>;

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5];

/** Makes the registry with everything that is counted. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    webhooks: new Counter({ name: "webhooks_total", help: "Webhook requests by status", labelNames: ["status"] as const, registers }),
    events: new Counter({ name: "webhook_events_total", help: "Events received", registers }),
    webhookSeconds: new Histogram({ name: "webhook_seconds", help: "Time to acknowledge", buckets: seconds, registers }),
    turns: new Counter({ name: "turns_total", help: "Turns by outcome", labelNames: ["outcome"] as const, registers }),
    turnSeconds: new Histogram({ name: "turn_seconds", help: "Time of a turn, its reply included", buckets: seconds, registers }),
    replies: new Counter({ name: "reply_tries_total", help: "Reply calls by outcome", labelNames: ["outcome"] as const, registers }),
    chatsInHand: new Gauge({ name: "chats_in_hand", help: "Chats with events waiting or in a turn", registers }),
    databaseCommands: new Counter({ name: "mongodb_round_trips_total", help: "Commands sent to MongoDB", registers }),
  };
}
