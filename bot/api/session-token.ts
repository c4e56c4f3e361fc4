import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

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
  const key = Buffer.from(hkdfSync("sha256", secret, "", "sessions", 32));
  const sign = (body: string) => createHmac("sha256", key).update(body).digest();
  return {
    make(lineUserId, now) {
      const body = `${lineUserId}.${Math.floor((now.getTime() + sessionLifeMs) / 1000).toString(36)}`;
      return `${body}.${sign(body).toString("base64url")}`;
    },
    read(token, now) {
      const [, body = "", lineUserId = "", end = "", signature = ""] = /^(([\w-]{1,64})\.([0-9a-z]{1,10}))\.([\w-]{43})$/.exec(token) ?? [];
      const given = Buffer.from(signature, "base64url");
      const expected = sign(body);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      return Number.parseInt(end, 36) * 1000 > now.getTime() ? lineUserId : null;
    },
  };
}
