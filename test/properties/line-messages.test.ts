import type { messagingApi } from "@line/bot-sdk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LinkMaker, pageUrl } from "#bot/line/render/link-maker.ts";
import { renderMessages } from "#bot/line/render/render-messages.ts";
import type { Action, Card, CardRow, Message } from "#models/messages/message.ts";
import type { Page } from "#models/messages/page.ts";
import type { Press } from "#models/messages/press.ts";
import { readPress } from "#models/messages/press.ts";
import { check } from "#scripts/simulator/line-rules/check.ts";
import { replyRequest } from "#scripts/simulator/line-rules/messages.ts";

const pieces = [
  "",
  " ",
  "\n",
  "\u200b",
  "\u0000",
  "\u0007",
  "\ud800",
  "\u202e",
  "ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ",
  "ที่นี่",
  "น้ำ",
  '"\\"',
  "👩‍👩‍👧‍👦",
  "👍🏽",
  "🇹🇭",
  "ก็่้๊๋",
  "é",
  "abc def",
  "๐๓๘ ๕๑๑ ๒๒๒",
  "https://example.go.th/หน้า?a=1",
];

/** Mostly short pieces of every script, at times thousands of one. */
const monsterText = fc.oneof(
  { weight: 8, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join("")) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...pieces), fc.integer({ min: 100, max: 7000 })).map(([piece, n]) => piece.repeat(n)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9000 }).map((n) => `ก${"้".repeat(n)}`) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3000 }).map((n) => "👩\u200d".repeat(n)) },
);

const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({ to: fc.constant("start" as const), talk: fc.string({ maxLength: 60 }) }),
  fc.record({
    to: fc.constant("start" as const),
    talk: fc.constant("repair"),
    // Names of arguments are our code's own; "__proto__" is none, and no object carries it.
    with: fc.dictionary(fc.stringMatching(/^[A-Za-z]\w{0,19}$/), fc.string({ maxLength: 100 })),
  }),
  fc.record({
    to: fc.constant("answer" as const),
    run: fc.string({ maxLength: 12 }),
    ask: fc.string({ maxLength: 40 }),
    value: fc.string({ maxLength: 120, unit: "binary" }),
  }),
  fc.record({ to: fc.constant("resume" as const), run: fc.string({ maxLength: 12 }) }),
);

const page: fc.Arbitrary<Page> = fc.oneof(
  fc.record({ to: fc.constantFrom("home" as const, "welcome" as const, "requests" as const, "desk" as const, "workload" as const) }),
  fc.record({ to: fc.constant("request" as const), id: monsterText.map((text) => text.toWellFormed()) }),
  fc.record({ to: fc.constant("form" as const), formId: fc.string(), draft: fc.string() }),
);

const plainAction = fc.oneof(
  fc.record({ kind: fc.constant("press" as const), label: monsterText, press, says: monsterText }),
  fc.record({ kind: fc.constant("press" as const), label: monsterText, press }),
  fc.record({ kind: fc.constant("say" as const), label: monsterText, text: monsterText }),
  fc.record({ kind: fc.constant("call" as const), label: monsterText, phone: fc.oneof(monsterText, fc.constant("038-511-222 ต่อ 12")) }),
  fc.record({
    kind: fc.constant("open" as const),
    label: monsterText,
    url: fc.oneof(monsterText, fc.webUrl(), fc.constantFrom("javascript:alert(1)", "line://nv/camera", `https://e.th/${"ก".repeat(900)}`)),
  }),
  fc.record({
    kind: fc.constant("pick-date" as const),
    label: monsterText,
    press,
    mode: fc.constantFrom("date" as const, "time" as const, "datetime" as const),
  }),
  fc.record({ kind: fc.constantFrom("camera" as const, "album" as const), label: monsterText }),
);

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: plainAction },
  {
    weight: 2,
    arbitrary: fc.record(
      { kind: fc.constant("page" as const), label: monsterText, page, otherwise: plainAction },
      { requiredKeys: ["kind", "label", "page"] },
    ),
  },
);

const row: fc.Arbitrary<CardRow> = fc.record(
  { label: monsterText, value: monsterText, edit: action },
  { requiredKeys: ["label", "value"] },
);

const card: fc.Arbitrary<Card> = fc.record(
  {
    title: monsterText,
    subtitle: monsterText,
    tone: fc.constantFrom("plain" as const, "critical" as const, "high" as const, "waiting" as const, "done" as const, "muted" as const),
    picture: fc.constantFrom("photo", "none", "http", "broken"),
    rows: fc.array(row, { maxLength: 50, size: "max" }),
    note: monsterText,
    opens: action,
    actions: fc.array(action, { maxLength: 30, size: "max" }),
  },
  { requiredKeys: ["title", "rows", "actions"] },
);

const common = {
  choices: fc.array(action, { maxLength: 30, size: "medium" }),
  asks: fc.constant(true as const),
  essential: fc.constant(true as const),
};

const message: fc.Arbitrary<Message> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("text" as const), text: monsterText, ...common }, { requiredKeys: ["kind", "text"] }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("card" as const), card, ...common }, { requiredKeys: ["kind", "card"] }) },
  {
    weight: 1,
    arbitrary: fc.record(
      { kind: fc.constant("cards" as const), title: monsterText, cards: fc.array(card, { maxLength: 16, size: "medium" }), ...common },
      { requiredKeys: ["kind", "title", "cards"] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      { kind: fc.constant("picture" as const), file: fc.constantFrom("photo", "none"), alt: monsterText, ...common },
      { requiredKeys: ["kind", "file", "alt"] },
    ),
  },
);

const addresses: Record<string, string> = {
  photo: `https://ict.example.go.th/t/${"a".repeat(900)}`,
  http: "http://ict.example.go.th/t/1",
  broken: "not an address",
};
const picture = (file: string) => addresses[file] ?? null;
const withoutMiniApp: LinkMaker = { picture, page: () => null };
const withMiniApp: LinkMaker = { picture, page: (to) => pageUrl("2000000002-AbCdEfGh", to) };
const offices = [withoutMiniApp, withMiniApp];

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Every string that LINE would show. */
function shownStrings(value: unknown, key = ""): string[] {
  if (typeof value === "string") return ["text", "label", "altText", "displayText"].includes(key) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => shownStrings(inner, name));
}

function problems(messages: messagingApi.Message[]): unknown {
  const checked = check(replyRequest, { replyToken: "token", messages });
  return checked.ok ? [] : checked.error;
}

describe("messages of any kind and size", () => {
  it("stay within every limit of LINE's", () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 12, size: "medium" }), fc.constantFrom(...offices), (messages, links) => {
        const rendered = renderMessages(messages, links);
        if (rendered.length === 0) return;
        expect(problems(rendered)).toEqual([]);
        expect(shownStrings(rendered).filter((text) => control.test(text) || text.trim() === "")).toEqual([]);
        expect(rendered.slice(0, -1).filter((one) => one.quickReply !== undefined)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("never lose the question, the last or an essential one", () => {
    const plain = fc.record({ words: fc.integer({ min: 1, max: 400 }), essential: fc.boolean(), asks: fc.boolean(), isCard: fc.boolean() });
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 14, size: "max" }), (wanted) => {
        const messages = wanted.map(({ words, essential, asks, isCard }, index): Message => {
          const text = `«${index}» ${"คำ ".repeat(words)}`;
          const marks = { ...(essential ? { essential: true as const } : {}), ...(asks ? { asks: true as const } : {}) };
          return isCard ? { kind: "card", card: { title: text, rows: [], actions: [] }, ...marks } : { kind: "text", text, ...marks };
        });
        const shown = shownStrings(renderMessages(messages, withoutMiniApp)).join("\n");
        const needed = wanted.flatMap((one, index) => (one.essential || one.asks || index === wanted.length - 1 ? [`«${index}»`] : []));
        expect(needed.filter((mark) => !shown.includes(mark))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("carry presses that read back as they were written", () => {
    fc.assert(
      fc.property(press, (wanted) => {
        const rendered = renderMessages(
          [{ kind: "text", text: "เลือกค่ะ", choices: [{ kind: "press", label: "ก", press: wanted }] }],
          withoutMiniApp,
        );
        const chosen = rendered[0]?.quickReply?.items?.[0]?.action;
        if (chosen?.type === "postback") expect(readPress((chosen as messagingApi.PostbackAction).data ?? "")).toEqual(wanted);
        else expect(chosen).toMatchObject({ type: "message", text: "ก" });
      }),
    );
  });

  it("open the mini-app's page where the office has one, else offer what stands in its place, else no button", () => {
    const way: Action = { kind: "press", label: "ดูในแชต", press: { to: "start", talk: "request" } };
    const actions: Action[] = [
      { kind: "page", label: "ดูรายละเอียด", page: { to: "request", id: "r1" }, otherwise: way },
      { kind: "page", label: "เปิดโต๊ะงาน", page: { to: "desk" } },
    ];
    const buttonsOf = (links: LinkMaker) => {
      const [rendered] = renderMessages([{ kind: "text", text: "ค่ะ", choices: actions }], links);
      return (rendered?.quickReply?.items ?? []).map(({ action: one }) => one);
    };
    expect(buttonsOf(withMiniApp)).toEqual([
      { type: "uri", label: "ดูรายละเอียด", uri: "https://liff.line.me/2000000002-AbCdEfGh/requests/r1" },
      { type: "uri", label: "เปิดโต๊ะงาน", uri: "https://liff.line.me/2000000002-AbCdEfGh/desk" },
    ]);
    expect(buttonsOf(withoutMiniApp)).toMatchObject([{ type: "postback", label: "ดูในแชต" }]);
  });
});
