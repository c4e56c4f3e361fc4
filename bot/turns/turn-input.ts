import type { ChatEvent } from "#bot/services/inbox/chat-event.ts";
import type { Input } from "#models/conversations/input.ts";
import { readPress } from "#models/messages/press.ts";
import type { Reader } from "./reader.ts";

/** An input of the talk, and the events it is made of. */
export type TurnInput = { input: Input; events: ChatEvent[] };

/** What became of a picture's bytes. */
export type StoredPhoto = { stored: string } | { refused: "not-a-picture" | "too-big" | "gone" | "unavailable" };
export type PhotoStore = (photo: { messageId: string; chatId: string }) => Promise<StoredPhoto>;

/**
 * Makes inputs of a chat's waiting events, in order. Sentences typed in a row at the opening of a talk are one (people
 * split them); within a talk each answers for itself. Pictures in a row are one input.
 */
export async function turnInputs(
  events: ChatEvent[],
  options: { isOpening: boolean; read: Reader; storePhoto: PhotoStore },
): Promise<TurnInput[]> {
  const inputs: TurnInput[] = [];
  for (const group of groupEvents(events, options.isOpening)) {
    const input = await toInput(group, options);
    if (input) inputs.push({ input, events: group });
  }
  return inputs;
}

function groupEvents(events: ChatEvent[], isOpening: boolean): ChatEvent[][] {
  const groups: ChatEvent[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    const kind = event.what.kind;
    const joins = kind === "photo" || (kind === "text" && isOpening);
    if (last && joins && last[0]?.what.kind === kind) last.push(event);
    else groups.push([event]);
  }
  return groups;
}

async function toInput(group: ChatEvent[], options: { read: Reader; storePhoto: PhotoStore }): Promise<Input | null> {
  const first = group[0];
  if (!first) return null;
  const { what } = first;
  switch (what.kind) {
    case "text": {
      const text = group.map(({ what }) => (what.kind === "text" ? what.text : "")).join(" ");
      return { kind: "text", text, understood: options.read(text) };
    }
    case "photo":
      return photosInput(await Promise.all(group.map((event) => storeOne(event, options.storePhoto))));
    case "press": {
      const press = readPress(what.data);
      return press ? { kind: "press", press, ...(what.picked ? { picked: what.picked } : {}) } : { kind: "stale-button" };
    }
    case "unsupported":
      return { kind: "unsupported", what: what.what };
    case "follow":
      return { kind: "follow" };
    case "unfollow":
    case "join":
    case "unsend":
      return null;
  }
}

function storeOne(event: ChatEvent, storePhoto: PhotoStore): Promise<StoredPhoto> {
  const messageId = event.what.kind === "photo" ? event.what.messageId : "";
  return storePhoto({ messageId, chatId: event.chatId });
}

function photosInput(photos: StoredPhoto[]): Input {
  const files = photos.flatMap((photo) => ("stored" in photo ? [photo.stored] : []));
  const refusals = photos.flatMap((photo) => ("refused" in photo ? [photo.refused] : []));
  const [reason] = refusals;
  return { kind: "photos", files, refused: reason ? { reason, count: refusals.length } : null };
}
