import type { ChatEvent } from "#bot/services/inbox/chat-event.ts";

/** The events that wait in this process, by chat. A chat is taken by one turn at a time. */
export type WaitingChats = {
  add(events: ChatEvent[]): void;
  /** the chat's events in LINE's order; it is busy until released. Null when busy or empty. */
  take(chatId: string): ChatEvent[] | null;
  /** ends the turn; `back` are events that wait again, `notBefore` (milliseconds from now) holds them back */
  release(chatId: string, back?: ChatEvent[], notBefore?: number): void;
  /** ids of all events in hand, waiting or in a turn */
  inHand(): Set<string>;
  /** chats in hand */
  size(): number;
  /** chats whose turn is under way */
  busy(): number;
  /** cancels the timers of held chats */
  stop(): void;
};

type Waiting = { events: ChatEvent[]; taken: ChatEvent[]; isBusy: boolean; timer: NodeJS.Timeout | null };

/** @param onReady called when a chat may be taken */
export function openWaitingChats(onReady: (chatId: string) => void): WaitingChats {
  const chats = new Map<string, Waiting>();

  function offer(chatId: string, waiting: Waiting): void {
    if (!waiting.isBusy && !waiting.timer && waiting.events.length > 0) onReady(chatId);
  }

  return {
    add(events) {
      const touched = new Set<string>();
      for (const event of events) {
        const waiting = chats.get(event.chatId) ?? { events: [], taken: [], isBusy: false, timer: null };
        chats.set(event.chatId, waiting);
        if ([...waiting.events, ...waiting.taken].some(({ id }) => id === event.id)) continue;
        waiting.events.push(event);
        touched.add(event.chatId);
      }
      for (const chatId of touched) {
        const waiting = chats.get(chatId);
        if (!waiting) continue;
        // A new event may complete what was held back for: look again.
        if (waiting.timer) clearTimeout(waiting.timer);
        waiting.timer = null;
        offer(chatId, waiting);
      }
    },
    take(chatId) {
      const waiting = chats.get(chatId);
      if (!waiting || waiting.isBusy || waiting.timer || waiting.events.length === 0) return null;
      waiting.isBusy = true;
      waiting.taken = waiting.events.sort((a, b) => a.timestamp - b.timestamp || (a.id < b.id ? -1 : 1));
      waiting.events = [];
      return waiting.taken;
    },
    release(chatId, back = [], notBefore = 0) {
      const waiting = chats.get(chatId);
      if (!waiting) return;
      waiting.isBusy = false;
      waiting.taken = [];
      const isNews = waiting.events.length > 0;
      // What lay behind a command may have come in again meanwhile, from a sweep or its own webhook.
      const known = new Set(back.map(({ id }) => id));
      waiting.events = [...back, ...waiting.events.filter(({ id }) => !known.has(id))];
      if (waiting.events.length === 0) {
        chats.delete(chatId);
      } else if (notBefore > 0 && !isNews) {
        waiting.timer = setTimeout(() => {
          waiting.timer = null;
          offer(chatId, waiting);
        }, notBefore);
      } else {
        offer(chatId, waiting);
      }
    },
    inHand: () => new Set([...chats.values()].flatMap(({ events, taken }) => [...events, ...taken].map(({ id }) => id))),
    size: () => chats.size,
    busy: () => [...chats.values()].filter(({ isBusy }) => isBusy).length,
    stop() {
      for (const { timer } of chats.values()) if (timer) clearTimeout(timer);
    },
  };
}
