import type { Urgency } from "#models/conversations/understanding.ts";
import type { NoticeEvent } from "#models/workflows/define-workflow.ts";

/**
 * How a notice travels. now: a push · digest: with the next digest, or the next reply if that comes first ·
 * ride-along: heads the next reply · badge: rides along too, and the rich menu shows that there is news.
 */
export type Channel = "now" | "digest" | "ride-along" | "badge";

/** As what a person is told. */
export type ToldAs = "requester" | "worker" | "head";

/** What LINE grants a month: 300 counted messages, or 15,000 and more. */
export type Plan = "free" | "paid";

/** [critical, high, normal, low] */
type ByUrgency = readonly [Channel, Channel, Channel, Channel];

const always = (channel: Channel): ByUrgency => [channel, channel, channel, channel];
const urgentFirst: ByUrgency = ["now", "now", "digest", "digest"];
/** The free plan's 300 pushes are for work that stands still; of a requester's news only what holds up a critical job. */
const onlyCritical: ByUrgency = ["now", "badge", "badge", "badge"];

/** event → as whom → what each plan does. The only place that decides how something travels. */
const table: Record<NoticeEvent, Record<ToldAs, Record<Plan, ByUrgency>>> = {
  "new-work": {
    requester: { free: always("badge"), paid: always("badge") },
    worker: { free: urgentFirst, paid: always("now") },
    head: { free: urgentFirst, paid: urgentFirst },
  },
  assigned: {
    requester: { free: always("badge"), paid: always("badge") },
    worker: { free: urgentFirst, paid: always("now") },
    head: { free: urgentFirst, paid: always("now") },
  },
  reopened: {
    requester: { free: always("badge"), paid: always("badge") },
    worker: { free: urgentFirst, paid: always("now") },
    head: { free: urgentFirst, paid: urgentFirst },
  },
  asked: {
    requester: { free: onlyCritical, paid: always("now") },
    worker: { free: urgentFirst, paid: always("now") },
    head: { free: urgentFirst, paid: always("now") },
  },
  answered: {
    requester: { free: always("badge"), paid: always("now") },
    worker: { free: urgentFirst, paid: always("now") },
    head: { free: urgentFirst, paid: always("now") },
  },
  result: {
    requester: { free: always("badge"), paid: always("now") },
    worker: { free: urgentFirst, paid: urgentFirst },
    head: { free: urgentFirst, paid: urgentFirst },
  },
  progress: {
    requester: { free: always("badge"), paid: always("badge") },
    worker: { free: urgentFirst, paid: urgentFirst },
    head: { free: always("ride-along"), paid: always("ride-along") },
  },
  decision: {
    requester: { free: onlyCritical, paid: always("now") },
    worker: { free: urgentFirst, paid: always("now") },
    head: { free: urgentFirst, paid: always("now") },
  },
  deadline: {
    requester: { free: always("now"), paid: always("now") },
    worker: { free: always("now"), paid: always("now") },
    head: { free: always("now"), paid: always("now") },
  },
};

const order: Record<Urgency, 0 | 1 | 2 | 3> = { critical: 0, high: 1, normal: 2, low: 3 };

/** How a notice travels on a plan. */
export function channelFor(notice: { event: NoticeEvent; as: ToldAs; urgency: Urgency }, plan: Plan): Channel {
  return table[notice.event][notice.as][plan][order[notice.urgency]];
}

const strength: readonly Channel[] = ["ride-along", "badge", "digest", "now"];

/** Of several, the channel that reaches the person first. */
export function strongest(channels: Channel[]): Channel {
  return channels.reduce((best, channel) => (strength.indexOf(channel) > strength.indexOf(best) ? channel : best), "ride-along");
}
