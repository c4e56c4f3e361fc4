import { maskNationalIds, maskPasswords } from "#models/fields/thai/mask.ts";
import type { ChatEvent } from "./chat-event.ts";

/** The event as it may be kept: national ids and passwords are masked before anything is written. */
export function maskEvent(event: ChatEvent): ChatEvent {
  if (event.what.kind !== "text") return event;
  const text = maskPasswords(maskNationalIds(event.what.text));
  return text === event.what.text ? event : { ...event, what: { ...event.what, text } };
}
