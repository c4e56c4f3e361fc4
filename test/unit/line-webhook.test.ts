import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWebhookBody, parseWebhook } from "#bot/line/webhook/parse-events.ts";
import { verifySignature } from "#bot/line/webhook/verify-signature.ts";

const base = {
  webhookEventId: "01HZX",
  timestamp: 1_795_000_000_000,
  mode: "active",
  replyToken: "abc",
  deliveryContext: { isRedelivery: false },
  source: { type: "user", userId: "U1" },
};
const narrow = {
  webhookEventId: "01HZX",
  timestamp: 1_795_000_000_000,
  mode: "active",
  replyToken: "abc",
  isRedelivery: false,
  source: base.source,
};
const parse = (...events: unknown[]) => parseWebhook({ destination: "U0", events });
const message = (content: object, more: object = {}) => parse({ ...base, type: "message", message: content, ...more })[0];

describe("the signature of a webhook", () => {
  const body = Buffer.from('{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}');
  const secret = "8c570fa6dd201bb328f1c1eac23a96d8";
  const right = "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=";

  it("holds for LINE's own example and nothing else", () => {
    expect(verifySignature(body, right, secret)).toBe(true);
    for (const wrong of [undefined, "", "x", right.replace("G", "H"), right.slice(4)])
      expect(verifySignature(body, wrong, secret)).toBe(false);
    expect(verifySignature(Buffer.from(`${body} `), right, secret)).toBe(false);
    expect(verifySignature(body, right, "another")).toBe(false);
  });
});

describe("webhook events", () => {
  it("keep of a text what we use", () => {
    const mention = {
      mentionees: [
        { index: 0, length: 4, type: "user", isSelf: true },
        { index: 5, length: 4, type: "all", isSelf: true },
      ],
    };
    expect(message({ type: "text", id: "1", text: "@ict แจ้งซ่อม", quoteToken: "q", mention })).toEqual({
      ...narrow,
      type: "message",
      message: {
        type: "text",
        id: "1",
        text: "@ict แจ้งซ่อม",
        mentionsUs: true,
        mentions: [
          { index: 0, length: 4, isSelf: true },
          { index: 5, length: 4, isSelf: false },
        ],
      },
    });
  });

  it("keep which set a picture belongs to", () => {
    const image = { type: "image", id: "2", contentProvider: { type: "line" }, imageSet: { id: "S", index: 1, total: 3 } };
    expect(message(image)).toMatchObject({
      message: { type: "image", id: "2", isHostedByLine: true, imageSet: { id: "S", index: 1, total: 3 } },
    });
    expect(message({ type: "image", id: "3", contentProvider: { type: "external" } })).toMatchObject({
      message: { isHostedByLine: false },
    });
  });

  it("keep what was pressed, picked, taken back and who came", () => {
    expect(parse({ ...base, type: "postback", postback: { data: "{}", params: { date: "2026-11-23" } } })[0]).toMatchObject({
      postback: { data: "{}", picked: "2026-11-23" },
    });
    expect(parse({ ...base, type: "unsend", unsend: { messageId: "9" } })[0]).toMatchObject({ type: "unsend", unsend: { messageId: "9" } });
    expect(parse({ ...base, type: "follow", follow: { isUnblocked: true } })[0]).toMatchObject({
      type: "follow",
      follow: { isUnblocked: true },
    });
    const group = { type: "group", groupId: "C1" };
    expect(parse({ ...base, type: "join", source: group })[0]).toMatchObject({ type: "join", source: group });
  });

  it("of unknown kinds, standby mode or without a reply token pass without harm", () => {
    expect(parse({ ...base, type: "membership", membership: {} })[0]).toMatchObject({ type: "unknown", named: "membership" });
    expect(message({ type: "hologram", id: "5" })).toMatchObject({ message: { type: "unknown", id: "5" } });
    const { replyToken: _, ...silent } = base;
    expect(parse({ ...silent, type: "unfollow", mode: "standby" })[0]).not.toHaveProperty("replyToken");
    expect(parse({ ...base, type: "unfollow", mode: "somewhat" })[0]).toMatchObject({ mode: "standby" });
  });

  it("without an id get one that a redelivery has too", () => {
    const { webhookEventId: _, ...nameless } = { ...base, type: "follow", follow: {} };
    const [first, again] = parse(nameless, { ...nameless, deliveryContext: { isRedelivery: true } });
    expect(first?.webhookEventId).toMatch(/^content-[0-9a-f]{32}$/);
    expect(again?.webhookEventId).toBe(first?.webhookEventId);
  });

  it("never throw, whatever the body is", () => {
    const types = fc.constantFrom("message", "postback", "unsend", "follow", "join", "other", 7, null);
    const event = fc.oneof(
      fc.anything(),
      fc.record(
        { type: types, message: fc.anything(), postback: fc.anything(), source: fc.anything(), mode: fc.anything() },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ events: fc.array(event) })), (body) => {
        const json: unknown = JSON.parse(JSON.stringify(body, (_, value) => (typeof value === "bigint" ? String(value) : value)) ?? "null");
        for (const one of parseWebhook(json)) expect(one.webhookEventId).not.toBe("");
      }),
    );
    expect(isWebhookBody({ events: [] })).toBe(true);
    for (const body of [null, 1, "x", [], {}, { events: {} }]) expect(isWebhookBody(body)).toBe(false);
  });
});
