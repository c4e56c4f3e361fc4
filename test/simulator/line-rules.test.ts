import { describe, expect, it } from "vitest";
import { check } from "#scripts/simulator/line-rules/check.ts";
import { pushRequest } from "#scripts/simulator/line-rules/messages.ts";
import { richMenuRequest } from "#scripts/simulator/line-rules/rich-menu.ts";

const to = `U${"a".repeat(32)}`;

/** The properties LINE would complain about. */
function refused(...messages: unknown[]): string[] {
  const checked = check(pushRequest, { to, messages });
  return checked.ok ? [] : (checked.error.details ?? []).map((detail) => detail.property);
}

const text = (fields: object) => ({ type: "text", text: "สวัสดีค่ะ", ...fields });
const postback = (fields: object = {}) => ({ type: "postback", label: "ตกลง", data: "ok", ...fields });
const quickReply = (...actions: object[]) => text({ quickReply: { items: actions.map((action) => ({ type: "action", action })) } });
const flex = (contents: object) => ({ type: "flex", altText: "การ์ด", contents });
const box = (...contents: object[]) => ({ type: "box", layout: "vertical", contents });
const bubble = (body: object, fields: object = {}) => ({ type: "bubble", body, ...fields });
const buttons = (fields: object) => ({
  type: "template",
  altText: "เมนู",
  template: { type: "buttons", text: "เลือก", actions: [postback()], ...fields },
});

/** A Thai syllable with two marks: one grapheme cluster of three UTF-16 units. */
const syllable = "ที่";

describe("LINE's limits", () => {
  it.each<[string, object]>([
    ["a text of 5,000", text({ text: "ก".repeat(5000) })],
    ["13 quick replies", quickReply(...Array.from({ length: 13 }, () => postback()))],
    ["a label of 20 Thai syllables with marks", quickReply(postback({ label: syllable.repeat(20) }))],
    [
      "camera, camera roll and location in quick replies",
      quickReply(...["camera", "cameraRoll", "location"].map((type) => ({ type, label: "ส่ง" }))),
    ],
    [
      "a date picker",
      quickReply({ type: "datetimepicker", label: "วันที่", data: "d", mode: "date", initial: "2026-11-23", max: "2026-12-31" }),
    ],
    ["a telephone link", quickReply({ type: "uri", label: "โทร", uri: "tel:021234567" })],
    ["a Flex button of 40", flex(bubble(box({ type: "button", action: postback({ label: "ก".repeat(40) }) })))],
    ["spans in place of text", flex(bubble(box({ type: "text", contents: [{ type: "span", text: "หนา", weight: "bold" }] })))],
    ["an icon on the base line", flex(bubble({ ...box({ type: "icon", url: "https://example.org/i.png" }), layout: "baseline" }))],
    ["12 bubbles", flex({ type: "carousel", contents: Array.from({ length: 12 }, () => bubble(box({ type: "text", text: "ก" }))) })],
    [
      "a picture over loopback, which stands in for https",
      { type: "image", originalContentUrl: "http://127.0.0.1:8/a.jpg", previewImageUrl: "http://localhost/a.jpg" },
    ],
    ["a template text of 160", buttons({ text: "ก".repeat(160) })],
    ["textV2 with a mention", { type: "textV2", text: "{who} คะ", substitution: { who: { type: "mention", mentionee: { type: "all" } } } }],
  ])("accept %s", (_, message) => {
    expect(refused(message)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ["an empty text", text({ text: "" }), "messages[0].text"],
    ["a text of 5,001", text({ text: "ก".repeat(5001) }), "messages[0].text"],
    ["14 quick replies", quickReply(...Array.from({ length: 14 }, () => postback())), "messages[0].quickReply.items"],
    ["a label of 21 syllables", quickReply(postback({ label: syllable.repeat(21) })), "messages[0].quickReply.items[0].action.label"],
    ["a quick reply without a label", quickReply({ type: "message", text: "x" }), "messages[0].quickReply.items[0].action.label"],
    ["postback data of 301", quickReply(postback({ data: "x".repeat(301) })), "messages[0].quickReply.items[0].action.data"],
    [
      "an address of a script",
      quickReply({ type: "uri", label: "ไป", uri: "javascript:alert(1)" }),
      "messages[0].quickReply.items[0].action.uri",
    ],
    [
      "a date in another form",
      quickReply({ type: "datetimepicker", label: "วัน", data: "d", mode: "date", initial: "23/11/2569" }),
      "messages[0].quickReply.items[0].action.initial",
    ],
    ["a camera outside quick replies", buttons({ actions: [{ type: "camera", label: "ถ่าย" }] }), "messages[0].template.actions[0].type"],
    ["five template buttons", buttons({ actions: Array.from({ length: 5 }, () => postback()) }), "messages[0].template.actions"],
    ["61 letters under a title", buttons({ title: "หัวข้อ", text: "ก".repeat(61) }), "messages[0].template.text"],
    [
      "a picture over plain http",
      { type: "image", originalContentUrl: "http://example.org/a.jpg", previewImageUrl: "https://example.org/a.jpg" },
      "messages[0].originalContentUrl",
    ],
    ["an unknown type", { type: "nope" }, "messages[0].type"],
    [
      "an unknown Flex property",
      flex(bubble(box({ type: "text", text: "ก", colour: "#000000" }))),
      "messages[0].contents.body.contents[0]",
    ],
    ["a Flex text without text", flex(bubble(box({ type: "text", text: "" }))), "messages[0].contents.body.contents[0].text"],
    ["a colour by name", flex(bubble(box({ type: "text", text: "ก", color: "red" }))), "messages[0].contents.body.contents[0].color"],
    [
      "a button on the base line",
      flex(bubble({ ...box({ type: "button", action: postback() }), layout: "baseline" })),
      "messages[0].contents.body.contents[0].type",
    ],
    ["a bubble over 30 KB", flex(bubble(box({ type: "text", text: "x".repeat(31 * 1024) }))), "messages[0].contents"],
    ["13 bubbles", flex({ type: "carousel", contents: Array.from({ length: 13 }, () => bubble(box())) }), "messages[0].contents.contents"],
    [
      "bubbles of two widths",
      flex({ type: "carousel", contents: [bubble(box()), bubble(box(), { size: "nano" })] }),
      "messages[0].contents.contents[1].size",
    ],
    ["a long alternative text", { ...flex(bubble(box())), altText: "ก".repeat(1501) }, "messages[0].altText"],
    [
      "three confirm buttons",
      { type: "template", altText: "?", template: { type: "confirm", text: "?", actions: [postback(), postback(), postback()] } },
      "messages[0].template.actions",
    ],
  ])("refuse %s", (_, message, property) => {
    expect(refused(message)).toContain(property);
  });

  it("allow five messages at once and no sixth", () => {
    expect(refused(...Array.from({ length: 5 }, () => text({})))).toEqual([]);
    expect(refused(...Array.from({ length: 6 }, () => text({})))).toEqual(["messages"]);
  });

  it("keep the areas of a rich menu inside it, and its bar text within 14", () => {
    const menu = (fields: object) =>
      check(richMenuRequest, {
        size: { width: 2500, height: 1686 },
        selected: true,
        name: "menu",
        chatBarText: "เมนู",
        areas: [],
        ...fields,
      }).ok;
    const area = (x: number) => ({ bounds: { x, y: 0, width: 1250, height: 843 }, action: postback() });
    expect(menu({ areas: [area(0), area(1250)] })).toBe(true);
    expect(menu({ areas: [area(1251)] })).toBe(false);
    expect(menu({ chatBarText: syllable.repeat(14) })).toBe(true);
    expect(menu({ chatBarText: syllable.repeat(15) })).toBe(false);
    expect(menu({ size: { width: 1000, height: 1000 } })).toBe(false);
  });
});
