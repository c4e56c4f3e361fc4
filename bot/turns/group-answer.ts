import { openPage } from "#models/messages/build.ts";
import type { Action, Message } from "#models/messages/message.ts";
import { groupPhrases } from "#models/phrases/group.ts";

/** What a group hears from us: the way into the private chat, since a report is between the person and the centre. */
export function groupAnswer(chatUrl: string | null): Message[] {
  const chat: Action[] = chatUrl ? [{ kind: "open", label: groupPhrases.open, url: chatUrl }] : [];
  return [
    {
      kind: "card",
      card: {
        title: groupPhrases.title,
        rows: [],
        note: groupPhrases.explain,
        actions: [...chat, openPage(groupPhrases.page, { to: "home" })],
      },
    },
  ];
}
