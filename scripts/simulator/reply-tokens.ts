import { newReplyToken } from "./ids.ts";

/** A token lives one minute from the moment the webhook was received. */
const lifeMs = 60_000;
/** A redelivered event gives its token one more minute, unless the event is older than this. */
const redeliveryLimitMs = 20 * 60_000;

interface Token {
  chatId: string;
  eventAt: number;
  receivedAt: number | undefined;
  isUsed: boolean;
}

export interface ReplyTokens {
  issue(chatId: string): string;
  /** The webhook that carries the token is being handed over. */
  received(token: string): void;
  /** Which chat the token answers now, without using it up. */
  chatOf(token: string): string | undefined;
  use(token: string): void;
  isUsed(token: string): boolean;
}

/** Reply tokens: each answers once, within its minute. */
export function createReplyTokens(clock: () => Date): ReplyTokens {
  const tokens = new Map<string, Token>();
  const now = () => clock().getTime();
  return {
    issue(chatId) {
      const token = newReplyToken();
      tokens.set(token, { chatId, eventAt: now(), receivedAt: undefined, isUsed: false });
      return token;
    },
    received(token) {
      const found = tokens.get(token);
      if (found === undefined) return;
      if (now() - found.eventAt <= redeliveryLimitMs) found.receivedAt = now();
    },
    chatOf(token) {
      const found = tokens.get(token);
      if (found === undefined || found.isUsed || found.receivedAt === undefined) return undefined;
      return now() - found.receivedAt <= lifeMs ? found.chatId : undefined;
    },
    use(token) {
      const found = tokens.get(token);
      if (found !== undefined) found.isUsed = true;
    },
    isUsed: (token) => tokens.get(token)?.isUsed === true,
  };
}
