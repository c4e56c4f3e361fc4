import { describe, expect, it } from "vitest";
import { choiceField } from "#models/fields/kinds/choice.ts";
import { dateField } from "#models/fields/kinds/date.ts";
import { numberField } from "#models/fields/kinds/number.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { defineRequestType } from "#models/requests/define-request-type.ts";
import { defineWorkflow } from "#models/workflows/define-workflow.ts";
import { groupHead, groupStaff } from "#models/workflows/rule.ts";
import { spokenChat, viewOf } from "#test/support/spoken-chat.ts";

const form = defineForm({
  id: "room",
  version: 1,
  title: "ขอใช้ห้อง",
  fields: {
    room: choiceField({ label: "ห้อง", choices: { big: "ห้องใหญ่", small: "ห้องเล็ก" }, question: "ใช้ห้องไหนคะ" }),
    from: dateField({ label: "ตั้งแต่", question: "ใช้ตั้งแต่วันไหนคะ" }),
    to: dateField({ label: "ถึง", question: "ใช้ถึงวันไหนคะ" }),
    people: numberField({ label: "จำนวนคน", question: "มากี่คนคะ", min: 1, max: 200 }),
    snacks: textField({ label: "ของว่าง", question: "ของว่างอะไรดีคะ", max: 100 }),
  },
  examples: [{ room: "big", from: "2026-11-22", to: "2026-11-25", people: 12, snacks: "ขนมกล้วย" }],
  shownWhen: { snacks: ({ people }) => (people ?? 0) > 10 },
  rules: [{ at: "to", message: "วันสุดท้ายมาก่อนวันแรกค่ะ", holds: ({ from, to }) => !from || !to || to >= from }],
});

const room = defineRequestType({
  form,
  workflow: defineWorkflow({
    id: "room",
    version: 1,
    initial: "asked-for",
    worker: groupStaff,
    tells: [],
    states: {
      "asked-for": {
        label: "รออนุญาต",
        tone: "waiting",
        next: "หัวหน้าจะตอบกลับ",
        clock: "runs",
        asks: { of: groupHead, question: "อนุญาตไหมคะ", transitions: ["allow"] },
      },
      allowed: { label: "อนุญาต", tone: "done", next: "ใช้ห้องได้", clock: "stops", final: true },
    },
    transitions: {
      allow: {
        label: "อนุญาต",
        deed: "อนุญาต",
        reply: "อนุญาต {number} แล้วค่ะ",
        from: ["asked-for"],
        to: "allowed",
        who: [groupHead],
        decides: "approve",
        primary: true,
      },
    },
  }),
  conversation: {
    startsOn: { intents: [], phrases: ["ขอใช้ห้อง"] },
    opening: "ขอใช้ห้องได้เลยค่ะ",
    steps: [{ field: "room" }, { field: "from" }, { field: "to" }, { field: "people" }, { field: "snacks" }],
  },
  code: { thai: "ห", ascii: "ROOM" },
  name: "ขอใช้ห้อง",
  icon: "work",
  about: "ห้องใหญ่ ห้องเล็ก ของสำนักงาน",
  keywords: ["ห้อง"],
  processes: [],
  subject: ({ people }) => (people ? `${people} คน` : ""),
});

describe("a form that nobody has heard of before", () => {
  it("is filled by chat from its definition alone", () => {
    const chat = spokenChat({ types: [room] });
    chat.says("ขอใช้ห้อง");
    expect(chat.buttons).toEqual(["ห้องใหญ่", "ห้องเล็ก", "ยกเลิก"]);
    chat.presses("ห้องเล็ก");
    chat.says("พรุ่งนี้");
    expect(chat.buttons).toContain("เลือกวันที่");
    chat.says("22 พ.ย.", "สิบสองคน");
    expect(chat.text).toContain("ของว่างอะไรดีคะ");
    chat.says("ขนมกล้วย");
    expect(chat.text).toContain("วันสุดท้ายมาก่อนวันแรกค่ะ");
    chat.says("25 พ.ย. 69");
    expect(chat.text).toContain("ถึง: 25 พ.ย. 69");
    chat.says("ยืนยัน");
    expect(chat.effect("submit")).toMatchObject({
      formId: "room",
      answers: { room: "small", from: "2026-11-24", to: "2026-11-25", people: 12, snacks: "ขนมกล้วย" },
    });
  });

  it("is decided by one press or one word of its workflow", () => {
    const view = viewOf({
      formId: "room",
      state: "asked-for",
      possible: ["allow"],
      asked: { question: "อนุญาตไหมคะ", words: null, transitions: ["allow"] },
    });
    const chat = spokenChat({ types: [room], waiting: [view] });
    chat.says("อนุญาตค่ะ");
    expect(chat.effect("transition")).toMatchObject({ transition: "allow", offeredIn: "asked-for" });
    expect(chat.text).toContain("อนุญาต ซ-2570-000123 แล้วค่ะ");
  });
});
