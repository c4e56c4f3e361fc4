import type { Conversation } from "#models/conversations/conversation.ts";
import { talks } from "#models/conversations/talks.ts";
import type { Catalogue } from "#models/requests/open-catalogue.ts";
import { formTalk } from "./form-talk/form-talk.ts";
import { transitionTalk } from "./transition-talk/transition-talk.ts";

/** Every talk by its id: those of the house, one for each form of the catalogue, and the one that does transitions. */
export type Talks = ReadonlyMap<string, Conversation>;

export function talksOf(catalogue: Catalogue): Talks {
  const all = [...talks, transitionTalk(catalogue), ...catalogue.all.map(formTalk)];
  return new Map(all.map((talk) => [talk.id, talk]));
}
