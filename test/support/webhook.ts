import { createHmac, randomBytes } from "node:crypto";
import { testChannel } from "./simulator.ts";

/** Posts a body as LINE would, signed with the channel's secret or another. */
export function signedPost(serverUrl: string, body: string, { secret = testChannel.secret } = {}): Promise<Response> {
  const signature = createHmac("sha256", secret).update(body).digest("base64");
  return fetch(`${serverUrl}/webhook`, {
    method: "POST",
    body,
    headers: { "x-line-signature": signature, "content-type": "application/json" },
  });
}

/** A text message event with ids of its own. */
export function textEvent(userId: string, text: string) {
  const unique = randomBytes(13).toString("hex").toUpperCase();
  return {
    type: "message",
    mode: "active",
    timestamp: Date.now(),
    webhookEventId: unique,
    deliveryContext: { isRedelivery: false },
    source: { type: "user", userId },
    replyToken: `token-${unique}`,
    message: { id: unique, type: "text", quoteToken: "q", text },
  };
}
