import { describe, expect, it } from "vitest";
import { understand } from "#bot/understanding/understand.ts";
import { opened } from "#models/conversations/asking/open-question.ts";
import { readInput } from "#models/conversations/asking/read-input.ts";
import type { Field } from "#models/fields/field.ts";
import { numberField } from "#models/fields/kinds/number.ts";
import { assetField } from "#models/fields/kinds/text.ts";
import { yesNoField } from "#models/fields/kinds/yes-no.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import { buttons, plausible, spokenChat, viewOf } from "#test/support/spoken-chat.ts";

describe("rows that the form reads from words", () => {
  it("are asked to be typed, or filled on the page", () => {
    const chat = spokenChat();
    chat.says("ขอเบิกวัสดุ");
    expect(chat.text).not.toContain("รับทราบ");
    expect(chat.text).toContain("พิมพ์ในแชตนี้");
    expect(chat.buttons).toContain("กรอกแบบเต็ม");
    chat.says("หมึก");
    expect(chat.text).toContain("เช่น กระดาษ A4 5 รีม");
    chat.says("กระดาษ A4 ๕ รีม, หมึกพิมพ์ 2 กล่อง");
    expect(chat.text).not.toContain("พิมพ์ในแชตนี้");
  });
});

describe("a step that writes the whole form anew", () => {
  const type = catalogue.find(({ workflow }) => Object.values(workflow.transitions).some(({ rewrites }) => rewrites));
  const [id = "", transition] = Object.entries(type?.workflow.transitions ?? {}).find(([, { rewrites }]) => rewrites) ?? [];

  it("opens the request's page, with somebody to call where there is none", () => {
    const view = viewOf({ formId: type?.form.id ?? "", state: transition?.from[0] ?? "", possible: [id] });
    const chat = spokenChat({
      answer: (effect) => (effect.do === "find" ? { did: "find", ok: true, requests: [view] } : plausible(effect)),
    });
    chat.hear({ kind: "press", press: { to: "transition", request: view.id, transition: id, state: view.state } });
    expect(chat.text).toContain(`${view.number} · ${transition?.label}`);
    expect(chat.text).toContain("038-000-111");
    expect(buttons(chat.last)).toContainEqual(
      expect.objectContaining({
        kind: "page",
        page: { to: "request", id: view.id },
        otherwise: expect.objectContaining({ kind: "press" }),
      }),
    );
    expect(chat.effect("transition")).toBeUndefined();
    expect(chat.session.active).toBeNull();
  });
});

describe("words that leave an optional question out", () => {
  const said = (field: Field, text: string) => {
    const input = { kind: "text" as const, text, understood: understand(text, { codes: [] }) };
    return readInput({ run: "run1", field, open: opened("it") }, input, new Date("2026-11-25T03:00:00Z"));
  };

  it("are an answer where the field has them among its own", () => {
    const asset = assetField({ label: "หมายเลขครุภัณฑ์", optional: true }) as Field;
    expect(said(asset, "ไม่รู้ค่ะ")).toEqual({ is: "value", value: "ไม่ทราบ" });
    expect(said(asset, "ข้าม")).toEqual({ is: "passed" });
    const parts = yesNoField({ label: "อะไหล่", yes: "มี", no: "ไม่มี", optional: true }) as Field;
    expect(said(parts, "ไม่มีค่ะ")).toEqual({ is: "value", value: false });
    expect(said(parts, "ข้าม")).toEqual({ is: "passed" });
    expect(said(numberField({ label: "จำนวน", optional: true }) as Field, "ไม่มี")).toEqual({ is: "passed" });
  });
});
