import { openSignedTokens } from "#bot/platform/signed-tokens.ts";

/** A working day: who opens the mini-app next morning is signed in anew by LINE, without noticing. Milliseconds. */
export const sessionLifeMs = 12 * 3_600_000;

export type SessionTokens = {
  /** what the cookie holds for a LINE account, from now on */
  make(lineUserId: string, now: Date): string;
  /** whose it is; null when it is forged, broken or over */
  read(token: string, now: Date): string | null;
};

/**
 * Sessions without a word in the database: signed, ending by themselves. They hold no rights: who the account is and what they
 * may do is read with every call.
 * @param secret of the installation (the channel secret); only a key derived from it is used
 */
export function openSessionTokens(secret: string): SessionTokens {
  const tokens = openSignedTokens(secret, "sessions", 32);
  return {
    make: (lineUserId, now) => tokens.make(lineUserId, new Date(now.getTime() + sessionLifeMs)),
    read(token, now) {
      const lineUserId = tokens.read(token, now);
      return lineUserId && /^[\w-]{1,64}$/.test(lineUserId) ? lineUserId : null;
    },
  };
}
