import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

export type SignedTokens = {
  /** a token that says `body` until that moment; a body has letters, digits, "-", "_" and "." */
  make(body: string, until: Date): string;
  /** what a token says now; null when it is forged, broken or over */
  read(token: string, now: Date): string | null;
};

/**
 * Tokens that cannot be guessed and end by themselves, without a word in the database: every process that has the secret reads them.
 * @param secret of the installation; only a key derived from it is used
 * @param purpose a token made for one purpose says nothing for another
 * @param bytes of the signature
 */
export function openSignedTokens(secret: string, purpose: string, bytes = 18): SignedTokens {
  const key = Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
  const sign = (signed: string) => createHmac("sha256", key).update(signed).digest().subarray(0, bytes);
  return {
    make(body, until) {
      const signed = `${body}.${Math.ceil(until.getTime() / 1000).toString(36)}`;
      return `${signed}.${sign(signed).toString("base64url")}`;
    },
    read(token, now) {
      const [, signed = "", body = "", end = "", signature = ""] = /^(([\w.-]{1,200})\.([0-9a-z]{1,10}))\.([\w-]+)$/.exec(token) ?? [];
      const expected = sign(signed);
      const given = Buffer.from(signature, "base64url");
      // The spelling too: base64url of some lengths has letters whose last bits say nothing.
      if (given.length !== expected.length || !timingSafeEqual(given, expected) || expected.toString("base64url") !== signature)
        return null;
      return Number.parseInt(end, 36) * 1000 > now.getTime() ? body : null;
    },
  };
}
