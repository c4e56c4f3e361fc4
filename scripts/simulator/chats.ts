import { newGroupId, newMessageId, newQuoteToken, newRoomId, newUserId } from "./ids.ts";
import type { Ledger } from "./ledger.ts";
import type { Chat, ChatMessage, User } from "./types.ts";

export interface Chats {
  readonly users: Map<string, User>;
  readonly chats: Map<string, Chat>;
  addUser(user: { displayName: string; userId?: string; isFriend?: boolean }): User;
  addGroup(group: { name: string; memberIds: string[]; kind?: "group" | "room" }): Chat;
  user(userId: string): User;
  chat(chatId: string): Chat;
  transcript(chatId: string): ChatMessage[];
  message(messageId: string): ChatMessage | undefined;
  write(message: Pick<ChatMessage, "chatId" | "from" | "content">): ChatMessage;
  /** Tells the listeners that a message they know has changed. */
  changed(message: ChatMessage): void;
  /** Whether a quote token stands for a message of this chat. */
  canQuote(chatId: string, quoteToken: string): boolean;
  /** People who would get a message sent to this id: none when the bot is blocked or not in the group. */
  reachable(to: string): string[];
}

function known<Value>(found: Value | undefined, what: string, id: string): Value {
  if (found === undefined) throw new Error(`The simulator knows no ${what} ${id}.`);
  return found;
}

/** The people, their chats, and what stands in each. */
export function createChats(ledger: Ledger, clock: () => Date): Chats {
  const users = new Map<string, User>();
  const chats = new Map<string, Chat>();
  const transcripts = new Map<string, ChatMessage[]>();
  const messages = new Map<string, ChatMessage>();
  let sequence = 0;

  const open = (chat: Chat): Chat => {
    chats.set(chat.chatId, chat);
    transcripts.set(chat.chatId, []);
    return chat;
  };

  return {
    users,
    chats,
    addUser({ displayName, userId = newUserId(), isFriend = true }) {
      const user: User = { userId, displayName, isFriend };
      users.set(userId, user);
      if (!chats.has(userId)) open({ chatId: userId, kind: "user", name: displayName, memberIds: [userId] });
      return user;
    },
    addGroup({ name, memberIds, kind = "group" }) {
      return open({ chatId: kind === "group" ? newGroupId() : newRoomId(), kind, name, memberIds: [...memberIds] });
    },
    user: (userId) => known(users.get(userId), "user", userId),
    chat: (chatId) => known(chats.get(chatId), "chat", chatId),
    transcript: (chatId) => known(transcripts.get(chatId), "chat", chatId),
    message: (messageId) => messages.get(messageId),
    write(fields) {
      const now = clock();
      sequence += 1;
      const message: ChatMessage = { id: newMessageId(now), sequence, at: now.getTime(), quoteToken: newQuoteToken(), ...fields };
      known(transcripts.get(message.chatId), "chat", message.chatId).push(message);
      messages.set(message.id, message);
      ledger.addMessage(message);
      return message;
    },
    canQuote: (chatId, quoteToken) => transcripts.get(chatId)?.some((message) => message.quoteToken === quoteToken) === true,
    changed: (message) => ledger.addMessage(message),
    reachable(to) {
      const chat = chats.get(to);
      if (chat === undefined) return [];
      if (chat.kind !== "user") return chat.memberIds;
      return users.get(to)?.isFriend === true ? [to] : [];
    },
  };
}
