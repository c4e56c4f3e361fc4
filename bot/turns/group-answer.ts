import type { Message } from "#models/messages/message.ts";
import { groupPhrases } from "#models/phrases/group.ts";

/** What a group hears from us: the way into the private chat, since a report is between the person and the centre. */
export function groupAnswer(chatUrl: string | null): Message[] {
  if (!chatUrl) return [{ kind: "text", text: groupPhrases.explain }];
  return [
    {
      kind: "card",
      card: {
        title: groupPhrases.title,
        rows: [],
        note: groupPhrases.explain,
        actions: [{ kind: "open", label: groupPhrases.open, url: chatUrl }],
      },
    },
  ];
}
