import type { LiveWire } from "#bot/services/live/open-audience.ts";

/** A browser whose stream ended comes again after this, milliseconds: soon, but not all of an office in the same second. */
const retryMs = 3_000;
const retryLaterMs = 60_000;

/** The first bytes of a stream: how soon to come again. */
export const liveOpening = `retry: ${retryMs}\n\n`;

/** What live updates look like as server-sent events. */
export const liveWire: LiveWire = {
  changes: (changes) => Buffer.from(changes.map((change) => `data: ${JSON.stringify(change)}\n\n`).join("")),
  // An event without data is not dispatched at all.
  refetch: Buffer.from("event: refetch\ndata: {}\n\n"),
  // A named event, because a page's script never sees a comment: by it a page that slept knows a stream that has died.
  beat: Buffer.from("event: beat\ndata: {}\n\n"),
  comeLater: Buffer.from(`retry: ${retryLaterMs}\n\n`),
};
