import { describe, expect, it } from "vitest";
import { NoticeModel } from "#models/documents/notice.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { choiceField } from "#models/fields/kinds/choice.ts";
import { dateField } from "#models/fields/kinds/date.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { defineRequestType } from "#models/requests/define-request-type.ts";
import { defineWorkflow } from "#models/workflows/define-workflow.ts";
import { groupHead, requester } from "#models/workflows/rule.ts";
import { useOffice } from "#test/support/office.ts";

/** A request type that the shipped catalogue does not know: the server gets it through the catalogue and nothing else. */
const roomBooking = defineRequestType({
  form: defineForm({
    id: "room-booking",
    version: 1,
    title: "ขอใช้ห้องอบรม",
    fields: {
      room: choiceField({ label: "ห้อง", question: "ขอใช้ห้องไหนคะ", choices: { large: "ห้องใหญ่", small: "ห้องเล็ก" } }),
      day: dateField({ label: "วันที่ใช้", question: "ใช้วันไหนคะ" }),
      purpose: textField({ label: "กิจกรรม", question: "ใช้ทำกิจกรรมอะไรคะ", max: 200 }),
      seats: textField({ label: "จำนวนที่นั่ง", question: "ใช้กี่ที่นั่งคะ", max: 20 }),
    },
    examples: [{ room: "large", day: "2026-12-22", purpose: "อบรมครูใหม่", seats: "40" }],
    shownWhen: { seats: ({ room }) => room === "large" },
  }),
  workflow: defineWorkflow({
    id: "room-booking",
    version: 1,
    initial: "waiting",
    worker: groupHead,
    tells: [{ to: groupHead, event: "decision" }],
    states: {
      waiting: {
        label: "รออนุมัติ",
        tone: "waiting",
        next: "หัวหน้ากลุ่มงานจะพิจารณา",
        clock: "runs",
        asks: { of: groupHead, question: "อนุมัติให้ใช้ห้องไหมคะ", transitions: ["approve", "refuse"] },
      },
      approved: { label: "อนุมัติแล้ว", tone: "done", next: "ใช้ห้องได้ตามวันที่ขอ", clock: "stops", final: true },
      refused: { label: "ไม่อนุมัติ", tone: "muted", next: "ขอวันอื่นได้", clock: "stops", final: true },
    },
    transitions: {
      approve: {
        label: "อนุมัติ",
        deed: "อนุมัติ",
        reply: "อนุมัติ {number} แล้วค่ะ",
        from: ["waiting"],
        to: "approved",
        who: [groupHead],
        decides: "approve",
        confirm: "อนุมัติ {number} ใช่ไหมคะ",
        primary: true,
        tells: [{ to: requester, event: "result" }],
      },
      refuse: {
        label: "ไม่อนุมัติ",
        deed: "ไม่อนุมัติ",
        reply: "บันทึกแล้วค่ะ {number} ไม่อนุมัติ",
        from: ["waiting"],
        to: "refused",
        who: [groupHead],
        decides: "refuse",
        form: defineForm({
          id: "room-refuse",
          version: 1,
          title: "เหตุที่ไม่อนุมัติ",
          fields: { reason: textField({ label: "เหตุผล", question: "ไม่อนุมัติเพราะอะไรคะ", max: 300 }) },
        }),
        tells: [{ to: requester, event: "result" }],
      },
    },
  }),
  conversation: {
    startsOn: { intents: [], phrases: ["ขอใช้ห้องอบรม"] },
    opening: "ขอใช้ห้องอบรมได้เลยค่ะ",
    steps: [{ field: "room" }, { field: "day" }, { field: "purpose" }, { field: "seats" }],
  },
  code: { thai: "ห", ascii: "ROOM" },
  name: "ขอใช้ห้องอบรม",
  icon: "work",
  about: "ห้องใหญ่ ห้องเล็ก ของสำนักงาน",
  keywords: ["ห้องอบรม"],
  processes: [],
  subject: ({ room, purpose }) => `${room === "large" ? "ห้องใหญ่" : "ห้องเล็ก"} ${purpose ?? ""}`,
  urgency: () => "high",
});

const office = useOffice({ catalogue: [roomBooking] });

describe("a request type invented in a test", () => {
  it("goes in chat from the first question to the decision, with reason, and back to the one who asked", async () => {
    const teacher = await office.teacher("ครูขอห้อง");
    const head = await office.head("หัวหน้าอนุมัติ");

    expect(await teacher.asks("ขอใช้ห้องอบรม")).toContain("ขอใช้ห้องไหนคะ");
    expect(await teacher.pressesAndHears("ห้องเล็ก")).toContain("ใช้วันไหนคะ");
    expect(await teacher.asks("22 ธ.ค. 2569")).toContain("ใช้ทำกิจกรรมอะไรคะ");
    const summary = await teacher.asks("อบรมครูใหม่");
    expect(summary).toContain("22 ธ.ค. 69");
    expect(summary).not.toContain("จำนวนที่นั่ง");
    const filed = await teacher.pressesAndHears("ยืนยัน");
    const number = /ห-\d{4}-\d{6}/.exec(filed)?.[0] ?? "";
    expect(number).not.toBe("");

    const told = await head.hearsText({ containing: number });
    expect(told).toContain("ห้องเล็ก อบรมครูใหม่");
    expect(await head.pressesAndHears("ไม่อนุมัติ")).toContain("ไม่อนุมัติเพราะอะไรคะ");
    expect(await head.asks("ห้องปิดปรับปรุง")).toContain(`${number} ไม่อนุมัติ`);

    // How a notice travels is decided after the decision's own commit; until then it cannot ride along.
    await expect.poll(() => NoticeModel.countDocuments({ personId: teacher.personId, state: "new" })).toBe(0);
    expect(await teacher.asks("สวัสดีค่ะ")).toContain("ไม่อนุมัติ");
    expect(await RequestModel.findOne({ number }).lean()).toMatchObject({ state: "refused", revision: 2, isOpen: false });
  });

  it("asks for one confirmation where the workflow says so, and no more", async () => {
    const teacher = await office.teacher("ครูขอห้องใหญ่");
    const head = await office.head("หัวหน้าอีกคน");
    await teacher.asks("ขอใช้ห้องอบรม");
    await teacher.asks("ห้องใหญ่");
    await teacher.asks("พรุ่งนี้");
    expect(await teacher.asks("ประชุมผู้ปกครอง")).toContain("ใช้กี่ที่นั่งคะ");
    expect(await teacher.asks("120")).toContain("120");
    const number = /ห-\d{4}-\d{6}/.exec(await teacher.pressesAndHears("ยืนยัน"))?.[0] ?? "";
    await head.hears({ containing: number });
    expect(await head.pressesAndHears("อนุมัติ")).toContain(`อนุมัติ ${number} ใช่ไหมคะ`);
    expect(await head.asks("ใช่")).toContain(`อนุมัติ ${number} แล้วค่ะ`);
    expect(await RequestModel.findOne({ number }).lean()).toMatchObject({ state: "approved" });
  });
});
