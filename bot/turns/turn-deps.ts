import type { Runner } from "#bot/conversation/open-runner.ts";
import type { Logger } from "#bot/platform/logger.ts";
import type { WaitingNotice } from "#bot/services/chats/chat-state.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import type { Message } from "#models/messages/message.ts";
import type { Standing } from "#models/workflows/roles.ts";
import type { TryReply } from "./deliver-reply.ts";
import type { PhotoStore } from "./turn-input.ts";

/** What turns need of the world beside the database. The server passes LINE and the notifications in. */
export type TurnDeps = {
  services: ServiceContext;
  runner: Runner;
  log: Logger;
  tryReply: TryReply;
  storePhoto: PhotoStore;
  /** what a person has not heard yet, as the bubble that heads a reply */
  rideAlong(notices: WaitingNotice[], requests: RequestView[]): Message[];
  /** a command's transaction is committed: notices may be waiting to go */
  onCommitted(): void;
  /** a reply brought these to the person */
  onShown(personId: string | null, shown: { notices: string[]; requests: string[] }): Promise<void>;
  /** a turn is over: whose chat it is and which menu it shows */
  onHeard(chatId: string, now: { standing: Standing; menu: string | null }): Promise<void>;
  /** says who we are in a group: an address that opens our private chat, when it is known */
  chatUrl(): string | null;
  observe(turn: { outcome: "committed" | "command" | "lost" | "failed" | "held"; seconds: number }): void;
};
