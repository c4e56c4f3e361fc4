import { describe, expect, it } from "vitest";
import { plausible, spokenChat, teacher, viewOf } from "#test/support/spoken-chat.ts";

const done = viewOf({
  state: "done",
  stateLabel: "ซ่อมเสร็จ รอยืนยัน",
  possible: ["confirm-fixed", "not-fixed"],
  asked: { question: "ใช้งานได้แล้วไหมคะ", words: null, transitions: ["confirm-fixed", "not-fixed"] },
});
const confirmed = viewOf({
  state: "confirmed",
  stateLabel: "หายแล้ว รอคะแนน",
  possible: ["rate", "not-fixed"],
  asked: { question: "ให้คะแนนการซ่อมครั้งนี้กี่ดาวคะ", words: null, transitions: ["rate"] },
});
const closed = viewOf({ state: "closed", stateLabel: "ปิดงานแล้ว", possible: ["not-fixed"] });

describe("a talk that is interrupted", () => {
  it("answers the other question and comes back to the open one", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์เสีย", "ซ่อมถึงไหนแล้ว");
    expect(chat.text).toContain("ไม่มีเรื่องที่ค้างอยู่");
    expect(chat.text).toContain("กลับมาที่ แจ้งซ่อม เครื่องพิมพ์ ต่อนะคะ");
    expect(chat.text).toContain("อาการเป็นอย่างไรคะ");
    chat.says("กระดาษติด", "ห้องธุรการ", "ข้าม", "ยืนยัน");
    expect(chat.effect("submit")?.answers).toMatchObject({ symptom: "กระดาษติด" });
  });

  it("never loses an answer to a command that reads alike", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์เสีย", "พิมพ์แล้วเงียบ ติดต่อเครื่องไม่ได้เลย ซ่อมเองแล้วก็ไม่หาย");
    expect(chat.text).toContain("ห้องหรืออาคารไหน");
  });

  it("is given up at once, and brought back by its button", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์เสีย", "กระดาษติด", "ยกเลิก");
    expect(chat.text).toContain("ยกเลิกแจ้งซ่อมแล้วค่ะ");
    expect(chat.session.active).toBeNull();
    chat.presses("เอากลับมา");
    expect(chat.text).toContain("ห้องหรืออาคารไหน");
  });

  it("is offered, not gone on with, when what came between was given up", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์เสีย", "กระดาษติด");
    chat.hear({ kind: "press", press: { to: "start", talk: "edit-me", with: { field: "phone" } } });
    chat.says("ยกเลิก");
    expect(chat.text).toContain("ยังมีเรื่อง แจ้งซ่อม เครื่องพิมพ์ กระดาษติด ค้างอยู่ ทำต่อไหมคะ");
    expect(chat.session.active).toBeNull();
    chat.says("ทำต่อ");
    expect(chat.text).toContain("ห้องหรืออาคารไหน");
  });

  it("is not brought back when its request has taken another step", () => {
    const repairing = viewOf({ state: "repairing", possible: ["done", "ask"] });
    const chat = spokenChat({
      answer: (effect) =>
        effect.do === "find"
          ? { did: "find", ok: true, requests: [repairing] }
          : effect.do === "transition"
            ? { did: "transition", ok: true, request: viewOf({ state: "asked", stateLabel: "รอข้อมูลจากผู้แจ้ง" }) }
            : null,
    });
    const button = (transition: string) => ({ to: "transition" as const, request: "r1", transition, state: "repairing" });
    chat.hear({ kind: "press", press: button("done") });
    chat.says("ลูกยางสึก");
    chat.hear({ kind: "press", press: button("ask") });
    expect(chat.session.parked).toEqual([]);
    chat.says("เครื่องสีหรือขาวดำคะ");
    expect(chat.effect("transition")).toMatchObject({ transition: "ask" });
    expect(chat.text).not.toContain("แก้อย่างไรคะ");
  });

  it("of a request is named by its step and number, and given up by them", () => {
    const chat = spokenChat({
      answer: (e) => (e.do === "find" ? { did: "find", ok: true, requests: [viewOf({ state: "repairing", possible: ["done"] })] } : null),
    });
    chat.hear({ kind: "press", press: { to: "transition", request: "r1", transition: "done", state: "repairing" } });
    chat.says("ลูกยางสึก", "ติดตามสถานะ");
    expect(chat.text).toContain("กลับมาที่ ซ่อมเสร็จ ซ-2570-000123 ต่อนะคะ");
    chat.says("ยกเลิก");
    expect(chat.text).toContain("ไม่ส่งแล้วค่ะ ซ-2570-000123 เหมือนเดิม");
    expect(chat.buttons).toContain("เอากลับมา");
  });

  it("is offered again the next day, and goes on", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์เสีย", "กระดาษติด");
    chat.later(20);
    chat.says("สวัสดีค่ะ");
    expect(chat.text).toContain("ทำต่อไหมคะ");
    expect(chat.buttons).toEqual(["ทำต่อ", "เริ่มใหม่", "ทิ้ง"]);
    chat.presses("ทำต่อ");
    expect(chat.text).toContain("ห้องหรืออาคารไหน");
    chat.says("ห้องธุรการ", "ข้าม", "ยืนยัน");
    expect(chat.effect("submit")?.answers).toMatchObject({ symptom: "กระดาษติด", place: "ห้องธุรการ" });
  });

  it("is thrown away when nobody wants it", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์เสีย", "กระดาษติด");
    chat.later(20);
    chat.says("สวัสดี");
    chat.presses("ทิ้ง");
    expect(chat.session.parked).toEqual([]);
    chat.says("สวัสดี");
    expect(chat.text).not.toContain("ทำต่อไหมคะ");
  });

  it("ends politely when its definition is another version now", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์เสีย");
    if (chat.session.active) chat.session = { ...chat.session, active: { ...chat.session.active, version: 99 } };
    chat.says("กระดาษติด");
    expect(chat.text).toContain("หมดอายุ");
  });
});

describe("buttons", () => {
  it("of a talk that is over are told so, with a way on", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์เสีย", "กระดาษติด", "ห้องธุรการ");
    const old = chat.last;
    chat.says("ข้าม", "ยืนยัน");
    chat.last = old;
    chat.presses("ข้าม");
    expect(chat.text).toContain("เรื่องเดิม");
    expect(chat.buttons).toContain("แจ้งซ่อม");
  });

  it("of the menu do not begin a report twice", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์เสีย", "กระดาษติด");
    chat.hear({ kind: "press", press: { to: "start", talk: "report:repair" } });
    expect(chat.text).toContain("ห้องหรืออาคารไหน");
    chat.presses("เริ่มใหม่");
    expect(chat.text).toContain("อุปกรณ์อะไรเสียคะ");
  });
});

describe("what a request waits for", () => {
  it("is answered by typing, and leads on to the stars", () => {
    const chat = spokenChat({
      waiting: [done],
      answer: (effect) =>
        effect.do === "transition" && effect.transition === "confirm-fixed" ? { did: "transition", ok: true, request: confirmed } : null,
    });
    chat.says("หายแล้วค่ะ");
    expect(chat.text).toContain("กี่ดาว");
    chat.context = { ...chat.context, waiting: [confirmed] };
    chat.says("5 ดาว");
    expect(chat.text).toContain("อยากบอกอะไรช่างไหมคะ");
    chat.says("ข้าม");
    expect(chat.effect("transition")).toMatchObject({ transition: "rate", offeredIn: "confirmed", answers: { stars: 5 } });
  });

  it("takes the stars typed without any button", () => {
    const chat = spokenChat({ waiting: [confirmed] });
    chat.says("5 ดาว", "ข้าม");
    expect(chat.effect("transition")).toMatchObject({ transition: "rate", answers: { stars: 5 } });
  });

  it("is asked back when two wait", () => {
    const chat = spokenChat({ waiting: [done, { ...done, id: "r2", number: "ซ-2570-000124" }] });
    chat.says("หายแล้ว");
    expect(chat.text).toContain("หมายถึงเรื่องไหนคะ");
    chat.presses("000124");
    expect(chat.effect("transition")).toMatchObject({ requestId: "r2", transition: "confirm-fixed" });
  });

  it("takes free words as the answer to a technician's question", () => {
    const asked = viewOf({
      state: "asked",
      possible: ["answer", "add"],
      asked: { question: "ช่างขอข้อมูลเพิ่มค่ะ", words: "เครื่องสีหรือขาวดำคะ", transitions: ["answer"] },
    });
    const chat = spokenChat({ waiting: [asked] });
    chat.says("ขาวดำค่ะ");
    expect(chat.effect("transition")).toMatchObject({ transition: "answer", answers: { words: "ขาวดำค่ะ" } });
  });

  it("asks whether a whole sentence answers the technician or reports something new", () => {
    const asked = viewOf({
      state: "asked",
      possible: ["answer", "add"],
      asked: { question: "ช่างขอข้อมูลเพิ่มค่ะ", words: "อาการเป็นอย่างไรคะ", transitions: ["answer"] },
    });
    const chat = spokenChat({
      waiting: [asked],
      answer: (effect) => (effect.do === "find" ? { did: "find", ok: true, requests: [asked] } : null),
    });
    chat.says("คอมห้องธุรการเปิดไม่ติด");
    expect(chat.text).toContain("ตอบคำถามของช่าง หรือแจ้งเรื่องใหม่คะ");
    chat.presses("ตอบช่าง");
    expect(chat.effect("transition")).toMatchObject({ transition: "answer", answers: { words: "คอมห้องธุรการเปิดไม่ติด" } });
  });

  it("is spoken of in the answer to a greeting", () => {
    const asked = viewOf({
      state: "asked",
      possible: ["answer", "add"],
      asked: { question: "ช่างขอข้อมูลเพิ่มค่ะ", words: "เครื่องสีหรือขาวดำคะ", transitions: ["answer"] },
    });
    const chat = spokenChat({ waiting: [asked] });
    chat.says("สวัสดีค่ะ");
    expect(chat.text).toContain("ซ-2570-000123 รอคำตอบจากคุณอยู่ค่ะ");
    expect(chat.text).toContain("เครื่องสีหรือขาวดำคะ");
    expect(chat.buttons).toContain("ตอบช่าง");
  });

  it("finds the closed job that is broken again", () => {
    const chat = spokenChat({
      answer: (effect) => (effect.do === "list" ? { did: "list", ok: true, requests: [closed], total: 1 } : null),
    });
    chat.says("ยังไม่หาย");
    expect(chat.text).toContain("ตอนนี้ยังเป็นอย่างไรอยู่คะ");
    chat.says("ข้าม");
    expect(chat.effect("transition")).toMatchObject({ transition: "not-fixed", offeredIn: "closed" });
  });
});

describe("other wishes", () => {
  it("shows open jobs as cards with state and next step", () => {
    const chat = spokenChat({
      answer: (effect) =>
        effect.do === "list" ? { did: "list", ok: true, requests: [viewOf({ possible: ["withdraw"] })], total: 1 } : null,
    });
    chat.says("ติดตามสถานะ");
    expect(chat.text).toContain("ซ-2570-000123");
    expect(chat.text).toContain("รอรับเรื่อง");
    expect(chat.last.at(-1)?.shows).toEqual(["r1"]);
  });

  it("finds a request by its number in any spelling", () => {
    const chat = spokenChat({ answer: (effect) => (effect.do === "find" ? { did: "find", ok: true, requests: [viewOf()] } : null) });
    chat.says("rep 2570 123");
    expect(chat.effect("find")).toMatchObject({ number: { tail: 123 } });
    expect(chat.text).toContain("ซ-2570-000123");
  });

  it("withdraws the one open job when ยกเลิก is typed with nothing else open, after asking", () => {
    const own = viewOf({ possible: ["add", "withdraw"] });
    const chat = spokenChat({ answer: (effect) => (effect.do === "list" ? { did: "list", ok: true, requests: [own], total: 1 } : null) });
    chat.says("ยกเลิก");
    expect(chat.text).toContain("ยกเลิกรายการ ซ-2570-000123 ใช่ไหมคะ");
    chat.says("ใช่");
    expect(chat.effect("transition")).toMatchObject({ transition: "withdraw" });
  });

  it("gives a safety instruction before anything else", () => {
    const chat = spokenChat();
    chat.says("คอมมีควันขึ้นที่ห้องคอม");
    expect(chat.last[0]).toMatchObject({ essential: true });
    expect(chat.text).toContain("ถอดปลั๊ก");
  });

  it("says whom to ask about the air conditioner", () => {
    const chat = spokenChat();
    chat.says("แอร์ห้องคอมไม่เย็น");
    expect(chat.text).toContain("ศูนย์ ICT ไม่ได้ดูแล");
  });

  it("never loops on what it does not understand", () => {
    const chat = spokenChat();
    chat.says("ฟหกด");
    expect(chat.text).toContain("ยังไม่แน่ใจว่าหมายถึงอะไร");
    chat.says("asdf qwer");
    expect(chat.text).toContain("038-000-111");
    expect(chat.buttons).toContain("คุยกับเจ้าหน้าที่");
  });

  it("says what to do instead of a video, and asks the open question again", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์เสีย");
    chat.hear({ kind: "unsupported", what: "video" });
    expect(chat.text).toContain("วิดีโอ");
    expect(chat.text).toContain("อาการเป็นอย่างไรคะ");
  });

  it("makes a report of a picture that came first", () => {
    const chat = spokenChat();
    chat.sends("f1");
    expect(chat.text).toContain("อุปกรณ์อะไรเสียคะ");
    chat.says("เครื่องพิมพ์", "กระดาษติด", "ห้องธุรการ", "ยืนยัน");
    expect(chat.effect("submit")?.answers).toMatchObject({ photos: ["f1"] });
  });

  it("offers a picture to the open job it may belong to", () => {
    const own = viewOf({ possible: ["add", "withdraw"] });
    const chat = spokenChat({
      answer: (effect) => (effect.do === "list" || effect.do === "find" ? ({ ...plausible(effect), requests: [own] } as never) : null),
    });
    chat.sends("f1");
    chat.presses("000123");
    chat.says("ข้าม");
    expect(chat.effect("transition")).toMatchObject({ transition: "add", answers: { photos: ["f1"] } });
  });
});

describe("someone new", () => {
  it("is greeted with the privacy notice and asked for their school", () => {
    const chat = spokenChat({ person: null });
    chat.hear({ kind: "follow" });
    expect(chat.text).toContain("ศูนย์ ICT เก็บชื่อ");
    expect(chat.text).toContain("อยู่โรงเรียนไหนคะ");
    chat.says("บ้านตัวอย่าง", "สมหญิง สมมุติ", "ครู", "ข้าม");
    expect(chat.effect("register")).toMatchObject({
      registration: { name: "สมหญิง สมมุติ", position: "ครู" },
      noticeVersion: expect.any(String),
    });
  });

  it("may report before registering, and is not asked twice", () => {
    const chat = spokenChat({ person: null });
    chat.hear({ kind: "follow" });
    chat.says("ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ", "บ้านตัวอย่าง", "ยืนยัน");
    expect(chat.text).not.toContain("ศูนย์ ICT เก็บชื่อ");
    chat.says("สมหญิง สมมุติ", "ครู");
    expect(chat.text).toContain("ซ-2570-000123");
    expect(chat.session.active).toBeNull();
    expect(chat.session.parked).toEqual([]);
  });

  it("is greeted by name when they come back", () => {
    const chat = spokenChat({ person: teacher });
    chat.hear({ kind: "follow" });
    expect(chat.text).toContain("สมใจ ทดสอบดี");
  });

  it("changes one line of what we know of them", () => {
    const chat = spokenChat();
    chat.says("แก้ไขข้อมูลของฉัน");
    chat.presses("เบอร์โทร");
    chat.says("0812345678");
    expect(chat.effect("register")).toMatchObject({ registration: { name: teacher.name, phone: "081-234-5678" } });
  });
});
