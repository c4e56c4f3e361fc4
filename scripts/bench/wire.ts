import { createHmac } from "node:crypto";

/** What the parts of the bench agree on: the channel, whose chats there are, and what stands in a reply token. */
export const channel = { id: "2000000001", secret: "b0b1c2d3e4f5061728394a5b6c7d8e9f" };

/** LINE id of the n-th person. */
export const lineUserId = (index: number): string => `U${index.toString(16).padStart(32, "0")}`;

/** Microseconds of a clock that all processes of this machine share. */
export const microseconds = (): number => Number(process.hrtime.bigint() / 1_000n);

/** The token tells when its event was due to be sent: whoever gets it back knows how long the way there and back was. */
export const replyTokenOf = (sentAt: number, serial: number): string => `t${sentAt.toString(36)}-${serial.toString(36)}`;

const tokenInBody = /"replyToken":"t([0-9a-z]+)-/;

/** When the event of this reply was due to be sent; null for a reply to something else. */
export function sentAtOf(replyBody: string): number | null {
  const time = tokenInBody.exec(replyBody)?.[1];
  return time === undefined ? null : Number.parseInt(time, 36);
}

export const signatureOf = (body: string): string => createHmac("sha256", channel.secret).update(body).digest("base64");

// Crockford's base 32, as in a ULID: 10 characters of time, 16 that make it unique.
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function base32(value: number, length: number): string {
  let text = "";
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = digits[rest % 32] + text;
  return text;
}

/** Makes webhook bodies that differ in everything that LINE makes differ. */
export function openWebhookBodies(text: string): (person: number, sentAt: number) => string {
  const run = Math.floor(Math.random() * 32 ** 8);
  let serial = 0;
  return (person, sentAt) => {
    serial += 1;
    const now = Date.now();
    const event = {
      type: "message",
      message: { type: "text", id: `${now}${serial}`, quoteToken: `quote-${serial}`, text },
      webhookEventId: base32(now, 10) + base32(run, 8) + base32(serial, 8),
      deliveryContext: { isRedelivery: false },
      timestamp: now,
      source: { type: "user", userId: lineUserId(person) },
      replyToken: replyTokenOf(sentAt, serial),
      mode: "active",
    };
    return JSON.stringify({ destination: `U${"b".repeat(32)}`, events: [event] });
  };
}

/** The value below which so many of a hundred lie. Sorts what it is given. */
export function percentile(values: number[], percent: number): number {
  values.sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.floor((values.length * percent) / 100))] ?? 0;
}
