import type { ChatState } from "#bot/services/chats/chat-state.ts";
import type { ChatEvent } from "#bot/services/inbox/chat-event.ts";

/** Keeps the order of a chat over processes: what waits in the inbox goes before what came later, whoever stored it. */
export type InboxOrder = {
  /** Notes events that a sweep took. */
  noteLeft(events: ChatEvent[]): void;
  /**
   * The events of a turn, LINE's order: those in hand and those that wait in the inbox. `left` are the ids that were left by
   * another process or an earlier try, which counts them; two live processes that take the same are told apart by the commit.
   */
  join(mine: ChatEvent[], state: ChatState): { events: ChatEvent[]; left: string[] };
  /** Their try is counted. */
  counted(left: string[]): void;
};

/** Opens the order of one process. */
export function openInboxOrder(): InboxOrder {
  const swept = new Set<string>();
  return {
    noteLeft(events) {
      for (const { id } of events) swept.add(id);
    },
    join(mine, { chat, inbox }) {
      const own = new Map(mine.map((event) => [event.id, event]));
      const handled = new Set(chat?.handled);
      const others = inbox.filter(({ id }) => !own.has(id));
      const left = [...others.map(({ id }) => id), ...[...own.keys()].filter((id) => swept.has(id))];
      const events = [...own.values(), ...others].sort((a, b) => a.timestamp - b.timestamp || (a.id < b.id ? -1 : 1));
      return { events, left: left.filter((id) => !handled.has(id)) };
    },
    counted(left) {
      for (const id of left) swept.delete(id);
    },
  };
}
