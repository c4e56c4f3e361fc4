import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether LINE signed these very bytes: base64 of HMAC-SHA256 under the channel secret. Takes the same time right or wrong. */
export function verifySignature(rawBody: Buffer, signature: string | undefined, channelSecret: string): boolean {
  if (signature === undefined) return false;
  const expected = createHmac("sha256", channelSecret).update(rawBody).digest();
  const given = Buffer.from(signature, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
