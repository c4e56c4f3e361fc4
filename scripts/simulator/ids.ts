import { randomBytes } from "node:crypto";

const hex = (bytes: number): string => randomBytes(bytes).toString("hex");

export const newUserId = (): string => `U${hex(16)}`;
export const newGroupId = (): string => `C${hex(16)}`;
export const newRoomId = (): string => `R${hex(16)}`;
export const newReplyToken = (): string => hex(16);
export const newQuoteToken = (): string => randomBytes(48).toString("base64url");
export const newImageSetId = (): string => hex(20).toUpperCase();

let lastMessageNumber = 0;
/** Message ids are decimal digits, growing with time. */
export function newMessageId(now: Date): string {
  lastMessageNumber = Math.max(lastMessageNumber + 1, now.getTime() * 1000);
  return `5${lastMessageNumber}`;
}

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A ULID, the form of LINE's webhookEventId: 48 bits of time, 80 bits of chance. */
export function newUlid(now: Date): string {
  let time = now.getTime();
  let head = "";
  for (let index = 0; index < 10; index += 1) {
    head = crockford.charAt(time % 32) + head;
    time = Math.floor(time / 32);
  }
  return head + Array.from(randomBytes(16), (byte) => crockford.charAt(byte % 32)).join("");
}
