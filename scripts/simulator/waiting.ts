import type { Chats } from "./chats.ts";
import type { Ledger } from "./ledger.ts";
import { readMessage } from "./readable.ts";
import type { ReplyTokens } from "./reply-tokens.ts";
import type { ApiCall, ChatMessage, LineEvent } from "./types.ts";

export interface HearOptions {
  /** The chat listened to; without it the person's own. */
  in?: string;
  /** Waits until something with these words has arrived, whatever else comes before. */
  containing?: string;
  timeoutMs?: number;
}

export interface Waiting {
  /** The person did something: what they hear next includes the answer to it. */
  expectAnswer(chatId: string, events: readonly LineEvent[]): void;
  /** What arrived in the chat since last asked; waits for the answer to what the person did last. */
  hears(chatId: string, options?: HearOptions): Promise<ChatMessage[]>;
  /** What arrived since last asked, without waiting. */
  arrived(chatId: string): ChatMessage[];
  wasFriend(userId: string): boolean;
  rememberFriend(userId: string): void;
}

interface Parts {
  ledger: Ledger;
  chats: Chats;
  replyTokens: ReplyTokens;
}

/** Lets whoever plays a person wait for the bot: woken by the calls themselves, never by looking again and again. */
export function createWaiting({ ledger, chats, replyTokens }: Parts): Waiting {
  const heardUpTo = new Map<string, number>();
  const openTokens = new Map<string, string[]>();
  const formerFriends = new Set<string>();

  const fresh = (chatId: string): ChatMessage[] => {
    const after = heardUpTo.get(chatId) ?? 0;
    const transcript = chats.transcript(chatId);
    const first = transcript.findLastIndex((message) => message.sequence <= after) + 1;
    return transcript.slice(first).filter((message) => message.from.kind === "bot");
  };

  const isAnswered = (chatId: string) => {
    const tokens = openTokens.get(chatId) ?? [];
    return tokens.length === 0 || tokens.some((token) => replyTokens.isUsed(token));
  };

  const take = (chatId: string): ChatMessage[] => {
    const messages = fresh(chatId);
    const last = messages.at(-1);
    if (last !== undefined) heardUpTo.set(chatId, last.sequence);
    openTokens.delete(chatId);
    return messages;
  };

  const isComplete = (chatId: string, containing: string | undefined): boolean => {
    const messages = fresh(chatId);
    if (containing !== undefined) return messages.some((message) => readMessage(message).includes(containing));
    return messages.length > 0 && isAnswered(chatId);
  };

  return {
    expectAnswer(chatId, events) {
      const tokens = events.flatMap(({ replyToken }) => (replyToken === undefined ? [] : [replyToken]));
      openTokens.set(chatId, tokens);
    },
    arrived: take,
    hears(chatId, { containing, timeoutMs = 5000 } = {}) {
      if (isComplete(chatId, containing)) return Promise.resolve(take(chatId));
      return new Promise((resolve, reject) => {
        const settle = (settled: () => void) => {
          clearTimeout(timer);
          ledger.bus.off("call", listen);
          settled();
        };
        const listen = (call: ApiCall) => {
          if (!call.recipients.includes(chatId) || !isComplete(chatId, containing)) return;
          settle(() => resolve(take(chatId)));
        };
        const timer = setTimeout(() => {
          const late = fresh(chatId);
          if (late.length > 0 && containing === undefined) return settle(() => resolve(take(chatId)));
          const wanted = containing === undefined ? "no answer" : `nothing containing “${containing}”`;
          const heard = late.map(readMessage).join("\n---\n");
          settle(() => reject(new Error(`${chats.chat(chatId).name} heard ${wanted} within ${timeoutMs} ms. ${heard}`)));
        }, timeoutMs);
        ledger.bus.on("call", listen);
      });
    },
    wasFriend: (userId) => formerFriends.has(userId),
    rememberFriend: (userId) => void formerFriends.add(userId),
  };
}
