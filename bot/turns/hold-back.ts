import type { ChatEvent } from "#bot/services/inbox/chat-event.ts";
import type { Reader } from "./reader.ts";

/** A picture set that is not whole is waited for so long, milliseconds from its first picture. */
const pictureSetMs = 3_000;
/** An opening that is plainly cut is waited for so long. */
const openingMs = 1_500;

/**
 * Until when a turn is better held back, milliseconds, or null to go on. Two reasons only: a picture set that has not all
 * arrived, and an opening sentence that is plainly unfinished.
 */
export function holdBackUntil(events: ChatEvent[], isOpening: boolean, read: Reader): number | null {
  const untils = [pictureSetUntil(events), isOpening ? openingUntil(events, read) : null].filter((until) => until !== null);
  return untils.length > 0 ? Math.max(...untils) : null;
}

function pictureSetUntil(events: ChatEvent[]): number | null {
  const sets = new Map<string, { here: number; total: number; since: number }>();
  for (const { what, receivedAt } of events) {
    if (what.kind !== "photo" || !what.set) continue;
    const set = sets.get(what.set.id) ?? { here: 0, total: what.set.total, since: receivedAt };
    sets.set(what.set.id, { ...set, here: set.here + 1 });
  }
  const missing = [...sets.values()].filter(({ here, total }) => here < total);
  return missing.length > 0 ? Math.max(...missing.map(({ since }) => since + pictureSetMs)) : null;
}

function openingUntil(events: ChatEvent[], read: Reader): number | null {
  const last = events.at(-1);
  if (last?.what.kind !== "text" || events.some(({ what }) => what.kind !== "text")) return null;
  const text = events.map(({ what }) => (what.kind === "text" ? what.text : "")).join(" ");
  return read(text).finished ? null : last.receivedAt + openingMs;
}
