import { describe, expect, it } from "vitest";
import type { Effect, Outcome } from "#models/conversations/effects.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { head, spokenChat, technician, viewOf } from "#test/support/spoken-chat.ts";

const staff = [
  { key: "p1", label: "ช่างเอก สมมุติ", detail: "2 งาน", value: { id: "p1", name: "ช่างเอก สมมุติ" } },
  { key: "p2", label: "ช่างโท สมมุติ", value: { id: "p2", name: "ช่างโท สมมุติ" } },
];

/** Services that know one request, and the centre's people. */
const knowing = (view: RequestView, more?: (effect: Effect) => Outcome | null) => (effect: Effect) => {
  const own = more?.(effect);
  if (own) return own;
  if (effect.do === "find") return { did: "find" as const, ok: true as const, requests: [view] };
  if (effect.do !== "lookup") return null;
  const candidates = staff.filter((person) => person.label.includes(effect.text));
  return { did: "lookup" as const, ok: true as const, candidates, directoryIsEmpty: false };
};

const button = (transition: string, state: string) => ({
  kind: "press" as const,
  press: { to: "transition" as const, request: "r1", transition, state },
});

describe("a technician in chat", () => {
  it("takes a job with one press", () => {
    const chat = spokenChat({ person: technician, answer: knowing(viewOf({ possible: ["accept"] })) });
    chat.hear(button("accept", "submitted"));
    expect(chat.effect("transition")).toEqual({
      do: "transition",
      requestId: "r1",
      transition: "accept",
      offeredIn: "submitted",
      answers: {},
    });
    expect(chat.text).toContain("รับงาน ซ-2570-000123 แล้วค่ะ");
  });

  it("is told who was faster, and how the job stands", () => {
    const taken = viewOf({ state: "accepted", stateLabel: "รับเรื่องแล้ว", moved: { by: "ช่างโท สมมุติ", deed: "รับเรื่อง" } });
    const chat = spokenChat({
      person: technician,
      answer: knowing(viewOf({ possible: ["accept"] }), (effect) =>
        effect.do === "transition"
          ? { did: "transition", ok: false, refusal: { code: "state_changed", by: "ช่างโท สมมุติ", deed: "รับเรื่อง", request: taken } }
          : null,
      ),
    });
    chat.hear(button("accept", "submitted"));
    expect(chat.text).toContain("ช่างโท สมมุติ รับเรื่องไปแล้วค่ะ");
    expect(chat.text).toContain("รับเรื่องแล้ว");
  });

  it("is told so by the button of a state that is over, before anything is asked", () => {
    const moved = viewOf({
      state: "done",
      stateLabel: "ซ่อมเสร็จ รอยืนยัน",
      moved: { by: "ช่างโท สมมุติ", deed: "ซ่อมเสร็จ" },
      // A note written since is no reason why the button is over.
      timeline: [
        {
          sequence: 1,
          at: new Date(),
          deed: "ซ่อมเสร็จ",
          by: "ช่างโท สมมุติ",
          position: "",
          isStaffOnly: false,
          isOwn: false,
          words: "",
          filed: [],
          photos: [],
          files: [],
        },
        {
          sequence: 2,
          at: new Date(),
          deed: "บันทึกภายใน",
          by: "นายมานะ สมมุติ",
          position: "",
          isStaffOnly: false,
          isOwn: false,
          words: "",
          filed: [],
          photos: [],
          files: [],
        },
      ],
    });
    const chat = spokenChat({ person: technician, answer: knowing(moved) });
    chat.hear(button("done", "repairing"));
    expect(chat.text).toContain("ช่างโท สมมุติ ซ่อมเสร็จไปแล้วค่ะ");
    expect(chat.effect("transition")).toBeUndefined();
  });

  it("fills what was done, leaving out what is optional, with a picture", () => {
    const chat = spokenChat({ person: technician, answer: knowing(viewOf({ state: "repairing", possible: ["done"] })) });
    chat.hear(button("done", "repairing"));
    expect(chat.text).toContain("ซ-2570-000123");
    chat.says("ลูกยางสึก", "เปลี่ยนลูกยาง", "ข้าม", "1,250 บาท");
    chat.sends("f1");
    chat.says("ครบแล้ว");
    expect(chat.effect("transition")).toMatchObject({
      transition: "done",
      answers: { cause: "ลูกยางสึก", fix: "เปลี่ยนลูกยาง", cost: 1250, photos: ["f1"] },
    });
  });

  it("keeps the cause that reads like a new report", () => {
    const chat = spokenChat({ person: technician, answer: knowing(viewOf({ state: "repairing", possible: ["done"] })) });
    chat.hear(button("done", "repairing"));
    chat.says("สายไฟเครื่องปริ้นขาด");
    expect(chat.text).toContain("แก้อย่างไรคะ");
  });

  it("asks first what to correct where all fields are optional", () => {
    const chat = spokenChat({ person: technician, answer: knowing(viewOf({ state: "accepted", possible: ["correct"] })) });
    chat.hear(button("correct", "accepted"));
    expect(chat.buttons).toEqual(["ประเภทงาน", "ความเร่งด่วน", "โรงเรียน", "อุปกรณ์", "ยกเลิก"]);
    expect(chat.text.split("ซ-2570-000123")).toHaveLength(2);
    chat.presses("ประเภทงาน");
    expect(chat.buttons).toContain("ตัวเลือกอื่น");
    chat.presses("ตัวเลือกอื่น");
    chat.presses("เว็บไซต์ / เพจ");
    expect(chat.effect("transition")).toMatchObject({ transition: "correct", answers: { category: "website" } });
  });

  it("does what is asked of a date in Thai, and explains when it does not read", () => {
    const chat = spokenChat({ person: technician, answer: knowing(viewOf({ state: "accepted", possible: ["wait-parts"] })) });
    chat.hear(button("wait-parts", "accepted"));
    chat.says("ลูกยางดึงกระดาษ", "เดี๋ยวบอก");
    expect(chat.text).toContain("ขอเป็นวันที่นะคะ");
    chat.says("พรุ่งนี้");
    expect(chat.effect("transition")).toMatchObject({ answers: { what: "ลูกยางดึงกระดาษ", until: "2026-11-24" } });
  });

  it("gets the staff actions of a card, the rest behind ทำอย่างอื่น, and the caller's number", () => {
    const view = viewOf({ state: "accepted", possible: ["inspect", "fix-remotely", "done", "correct", "note"] });
    const chat = spokenChat({ person: technician, answer: knowing(view) });
    chat.says("ซ-2570-000123");
    expect(chat.buttons).toEqual(expect.arrayContaining(["เริ่มตรวจสอบ", "ซ่อมเสร็จ", "ทำอย่างอื่น", "โทรหาผู้แจ้ง"]));
    chat.presses("ทำอย่างอื่น");
    expect(chat.buttons).toEqual(expect.arrayContaining(["แก้ทางไกล", "บันทึกภายใน"]));
  });

  it("hands a job on and is done with it", () => {
    const chat = spokenChat({ person: technician, answer: knowing(viewOf({ state: "accepted", possible: ["forward"] })) });
    chat.hear(button("forward", "accepted"));
    chat.presses("ช่างโท สมมุติ");
    chat.says("ข้าม");
    expect(chat.text).toContain("มอบ ซ-2570-000123 แล้วค่ะ");
    expect(chat.buttons).toEqual(["ดูรายละเอียด"]);
  });

  it("gets few actions on the card itself", () => {
    const view = viewOf({ state: "accepted", possible: ["inspect", "fix-remotely", "done", "note"] });
    const chat = spokenChat({ person: technician, answer: knowing(view) });
    chat.says("ซ-2570-000123");
    expect(chat.buttons).toEqual(expect.arrayContaining(["เริ่มตรวจสอบ", "ซ่อมเสร็จ", "แก้ทางไกล", "บันทึกภายใน", "โทรหาผู้แจ้ง"]));
    expect(chat.buttons).not.toContain("ทำอย่างอื่น");
  });

  it("reports for a caller, asking who it is and which school", () => {
    const chat = spokenChat({ person: technician });
    chat.says("แจ้งแทน");
    expect(chat.text).toContain("แจ้งแทนผู้อื่นนะคะ\nผู้แจ้งชื่ออะไรคะ");
    chat.says("ครูมาลี สมมุติ", "บ้านตัวอย่าง", "0812345678", "เครื่องพิมพ์", "กระดาษติด", "ห้องธุรการ", "ข้าม");
    expect(chat.text).toContain("ผู้แจ้ง: ครูมาลี สมมุติ".replace("ผู้แจ้ง", "ชื่อผู้แจ้ง"));
    chat.says("ยืนยัน");
    expect(chat.effect("submit")).toMatchObject({
      onBehalfOf: { name: "ครูมาลี สมมุติ", phone: "081-234-5678" },
      answers: { school: { name: "บ้านตัวอย่าง" } },
    });
    expect(chat.effect("submit")).not.toHaveProperty("registration");
  });
});

describe("a head in chat", () => {
  it("assigns a job to one of the people offered", () => {
    const chat = spokenChat({ person: head, answer: knowing(viewOf({ possible: ["assign"] })) });
    chat.hear(button("assign", "submitted"));
    expect(chat.text).toContain("มอบให้ใครดีคะ");
    chat.presses("ช่างโท สมมุติ");
    chat.says("ข้าม");
    expect(chat.effect("transition")).toMatchObject({ transition: "assign", answers: { person: { id: "p2" } } });
  });

  it("finds a person by a few letters", () => {
    const chat = spokenChat({ person: head, answer: knowing(viewOf({ possible: ["assign"] })) });
    chat.hear(button("assign", "submitted"));
    chat.says("เอก", "ฝากดูวันนี้");
    expect(chat.effect("transition")).toMatchObject({ answers: { person: { id: "p1" }, note: "ฝากดูวันนี้" } });
  });

  it("sees who has how much and who is away", () => {
    const awayUntil = new Date("2026-11-25T17:00:00Z");
    const people = [
      { personId: "p1", name: "ช่างเอก สมมุติ", open: 3, late: 1, awayUntil: null },
      { personId: "p2", name: "ช่างโท สมมุติ", open: 0, late: 0, awayUntil },
    ];
    const chat = spokenChat({
      person: head,
      answer: (effect) => (effect.do === "workload" ? { did: "workload", ok: true, people, unassigned: 2 } : null),
    });
    chat.says("ภาระงาน");
    expect(chat.text).toContain("3 งาน: ช่างเอก สมมุติ · เลยกำหนด 1");
    expect(chat.text).toContain("ไม่อยู่ถึง 25 พ.ย. 69");
  });

  it("notes who is away until when, and who is back", () => {
    const chat = spokenChat({ person: head, answer: knowing(viewOf()) });
    chat.says("บันทึกการลา");
    chat.presses("ช่างโท สมมุติ");
    chat.says("25 พ.ย.");
    expect(chat.effect("setAway")).toEqual({ do: "setAway", personId: "p2", until: new Date("2026-11-25T17:00:00Z") });
    chat.says("บันทึกการลา");
    chat.presses("ช่างโท สมมุติ");
    chat.says("กลับมาแล้ว");
    expect(chat.effect("setAway")).toMatchObject({ until: null });
  });
});

describe("what is not for everyone", () => {
  it("is kept from teachers politely", () => {
    const chat = spokenChat();
    chat.hear({ kind: "press", press: { to: "start", talk: "workload" } });
    expect(chat.text).toContain("สำหรับเจ้าหน้าที่ค่ะ");
    expect(chat.effects).toEqual([]);
  });

  it("is opened by an invitation typed in chat", () => {
    const chat = spokenChat();
    chat.says("ict-ab23-cd45");
    expect(chat.effect("redeem")).toEqual({ do: "redeem", code: "ICT-AB23-CD45" });
    expect(chat.text).toContain("ยินดีต้อนรับค่ะ");
  });
});
