import { describe, expect, it } from "vitest";
import type { Effect, Outcome } from "#models/conversations/effects.ts";
import { plausible, spokenChat, teacher } from "#test/support/spoken-chat.ts";

const schools = ["โรงเรียนบ้านตัวอย่าง", "โรงเรียนวัดสมมุติ", "โรงเรียนวัดสมมุติใหม่"];

/** A directory that finds by part of a name. */
function directory(effect: Effect): Outcome | null {
  if (effect.do !== "lookup") return null;
  const found = schools.filter((name) => name.includes(effect.text));
  const candidates = found.map((name) => ({ key: name, label: name, value: { code: `C${schools.indexOf(name)}`, name } }));
  return { did: "lookup", ok: true, candidates, directoryIsEmpty: false };
}

describe("a report by chat", () => {
  it("takes a full sentence and asks only for a picture before the summary", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ");
    expect(chat.text).toContain("รูป");
    chat.presses("ข้าม");
    expect(chat.text).toContain("ห้องธุรการ");
    chat.says("ยืนยัน");
    expect(chat.text).toContain("ซ-2570-000123");
    expect(chat.text).toContain("24 พ.ย. 69 เวลา 09.30 น.");
    expect(chat.inputs).toBeLessThanOrEqual(4);
    expect(chat.session.active).toBeNull();
    expect(chat.effect("submit")).toMatchObject({
      formId: "repair",
      answers: { place: "ห้องธุรการ", category: "printer", school: { code: "S01" } },
    });
  });

  it("needs four more inputs after a bare sentence", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์เสีย", "กระดาษติดค่ะ", "ห้องธุรการ", "ข้าม", "ใช่ค่ะ");
    expect(chat.text).toContain("ซ-2570-000123");
    expect(chat.effect("submit")?.answers).toMatchObject({ symptom: "กระดาษติด", place: "ห้องธุรการ" });
  });

  it("asks someone unknown at most eight things, and registers them with the report", () => {
    const chat = spokenChat({ person: null, answer: directory });
    chat.says("แจ้งซ่อม", "เครื่องพิมพ์", "กระดาษติด", "ห้องธุรการ", "วัดสมมุติ");
    expect(chat.text).toContain("สรุป");
    chat.says("ยืนยัน");
    expect(chat.text).toContain("ศูนย์ ICT เก็บชื่อ");
    chat.says("สมหญิง มานะ");
    chat.presses("ครู");
    expect(chat.text).toContain("ซ-2570-000123");
    expect(chat.inputs - 1).toBeLessThanOrEqual(8);
    expect(chat.effect("submit")?.registration).toMatchObject({
      registration: { name: "สมหญิง มานะ", position: "ครู", school: { name: "โรงเรียนวัดสมมุติ" } },
      noticeVersion: expect.any(String),
    });
  });

  it("offers the schools that a few letters fit, and takes the one that is pressed", () => {
    const chat = spokenChat({ person: null, answer: directory });
    chat.says("ปริ้นเตอร์ห้องธุรการกระดาษติด", "วัด");
    expect(chat.buttons).toEqual(expect.arrayContaining(["วัดสมมุติ", "วัดสมมุติใหม่", "ใช้ชื่อที่พิมพ์", "ยกเลิก"]));
    chat.presses("วัดสมมุติใหม่");
    expect(chat.text).toContain("โรงเรียนวัดสมมุติใหม่");
  });

  it("takes a school that the directory lacks as it was typed", () => {
    const chat = spokenChat({ person: null, answer: directory });
    chat.says("ปริ้นเตอร์ห้องธุรการกระดาษติด", "บ้านไกลปืนเที่ยง");
    expect(chat.text).toContain("ไม่พบ");
    chat.presses("ใช้ชื่อที่พิมพ์");
    expect(chat.text).toContain("โรงเรียน: บ้านไกลปืนเที่ยง");
  });

  it("adds pictures at any time and asks the open question again", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์เสีย");
    chat.sends("f1", "f2");
    expect(chat.text).toContain("ได้รับ 2 รูปแล้วค่ะ");
    expect(chat.text).toContain("อาการ");
    chat.says("กระดาษติด", "ห้องธุรการ");
    expect(chat.text).toContain("รูปถ่าย: 2 รูป");
  });

  it("changes a line of the summary and comes back to it", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์ห้องธุรการกระดาษติด", "ข้าม", "แก้สถานที่");
    expect(chat.text).toContain("ห้องหรืออาคารไหน");
    chat.says("ห้องวิชาการ");
    expect(chat.text).toContain("สถานที่: ห้องวิชาการ");
  });

  it("notices a confirmation pressed on an older summary", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์ห้องธุรการกระดาษติด", "ข้าม");
    const old = chat.last;
    chat.says("แก้สถานที่", "ห้องวิชาการ");
    chat.last = old;
    chat.presses("ยืนยัน");
    expect(chat.text).toContain("ดูอันล่าสุด");
    expect(chat.effect("submit")).toBeUndefined();
  });

  it("puts what was typed fast where it belongs, and asks the open question again", () => {
    const chat = spokenChat();
    chat.says("คอมค่ะ", "ห้องวิชาการ");
    expect(chat.text).toContain("อาการเป็นอย่างไรคะ");
    chat.says("เปิดไม่ติด", "ข้าม", "ยืนยัน");
    expect(chat.effect("submit")?.answers).toMatchObject({ device: "คอมพิวเตอร์", place: "ห้องวิชาการ", symptom: "เปิดไม่ติด" });
  });

  it("takes no word that steers the talk as an answer it needs", () => {
    const chat = spokenChat({ person: { ...teacher, recentPlaces: ["ข้าม", "ห้องธุรการ"] } });
    chat.says("แจ้งซ่อม", "ยืนยัน", "12345");
    expect(chat.text).toContain("อุปกรณ์อะไรเสียคะ");
    chat.says("เครื่องพิมพ์", "เสร็จแล้ว");
    expect(chat.text).toContain("อาการเป็นอย่างไรคะ");
    chat.says("กระดาษติด");
    expect(chat.buttons).not.toContain("ข้าม");
    for (const word of ["ข้าม", "ใช่ค่ะ", "ไม่รู้"]) {
      chat.says(word);
      expect(chat.text).toContain("ขอไว้ให้ช่างไปถูกที่นะคะ");
    }
  });

  it("asks for a short answer where the text is longer than its field", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์กระดาษติด", "อาคารหลังใหม่ ".repeat(20));
    expect(chat.text).toContain("ข้อความยาวมากค่ะ ขอสถานที่สั้น ๆ");
    expect(chat.text).toContain("อยู่ห้องหรืออาคารไหนคะ");
  });

  it("keeps what is said while a picture is asked for", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์ห้องธุรการกระดาษติด", "มีเสียงดังกึกๆ ด้วยค่ะ");
    expect(chat.text).toContain("มีรูปไหมคะ");
    chat.says("ข้าม", "ยืนยัน");
    expect(chat.effect("submit")?.answers.symptom).toContain("เสียงดัง");
  });

  it("takes no digits for a school, and a whole number for what it is", () => {
    const chat = spokenChat({ person: null, answer: directory });
    chat.says("ปริ้นเตอร์ห้องธุรการกระดาษติด", "12345");
    expect(chat.effect("lookup")).toBeUndefined();
    expect(chat.text).toContain("อยู่โรงเรียนไหนคะ");
    chat.says("ซ-2570-000123");
    expect(chat.effect("find")).toMatchObject({ number: { tail: 123 } });
  });

  it("takes a name that sounds like thanks", () => {
    const chat = spokenChat({ person: null, answer: directory });
    chat.says("ปริ้นเตอร์ห้องธุรการกระดาษติด", "บ้านตัวอย่าง", "ยืนยัน", "สมหญิง ใจดีมาก");
    expect(chat.text).toContain("ตำแหน่งอะไรคะ");
    chat.says("ครู");
    expect(chat.effect("submit")?.registration).toMatchObject({ registration: { name: "สมหญิง ใจดีมาก" } });
  });

  it("puts in what is typed on the summary, and shows it changed", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์ห้องธุรการกระดาษติด", "ข้าม", "ไม่ใช่ค่ะ ห้องวิชาการ");
    expect(chat.text).toContain("แก้สถานที่เป็น ห้องวิชาการ แล้วค่ะ");
    expect(chat.text).toContain("สถานที่: ห้องวิชาการ");
    chat.says("ชั้น 2");
    expect(chat.text).toContain("สถานที่: ชั้น 2");
    chat.says("0812345678");
    expect(chat.text).toContain("เพิ่มเบอร์โทร 081-234-5678 แล้วค่ะ");
    chat.says("ยืนยัน");
    expect(chat.effect("submit")?.answers).toMatchObject({ place: "ชั้น 2", phone: "081-234-5678" });
  });

  it("keeps another report for after the number, and begins it by itself", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์ห้องธุรการกระดาษติด", "ข้าม", "เข้าระบบ dmc ไม่ได้");
    expect(chat.text).toContain("จดเรื่อง ระบบ DMC ไว้แล้วค่ะ");
    expect(chat.text).not.toContain("สรุป");
    chat.says("ยืนยัน");
    expect(chat.effect("submit")?.answers).toMatchObject({ device: "เครื่องพิมพ์" });
    expect(chat.text).toContain("ซ-2570-000123");
    expect(chat.text.toLowerCase()).toContain("รับทราบค่ะ");
    expect(chat.session.active?.state).toMatchObject({ answers: { device: "ระบบ DMC" } });
  });

  it("asks back on the summary without sending the card again, and offers every line", () => {
    const chat = spokenChat();
    chat.says("ปริ้นเตอร์ห้องธุรการกระดาษติด", "ข้าม", "อืม งงนะเนี่ย");
    expect(chat.text).toContain("ยังไม่แน่ใจว่าแก้ตรงไหน");
    expect(chat.last).toHaveLength(1);
    expect(chat.buttons).toEqual(["ยืนยัน", "แก้อุปกรณ์", "แก้อาการ", "แก้สถานที่", "แก้รูปถ่าย", "แก้โรงเรียน", "ยกเลิก"]);
  });

  it("keeps all answers when the form changed meanwhile", () => {
    let refused = false;
    const chat = spokenChat({
      answer(effect) {
        if (effect.do !== "submit" || refused) return plausible(effect);
        refused = true;
        return { did: "submit", ok: false, refusal: { code: "form_changed" } };
      },
    });
    chat.says("ปริ้นเตอร์ห้องธุรการกระดาษติด", "ข้าม", "ยืนยัน");
    expect(chat.text).toContain("เพิ่งปรับปรุง");
    chat.says("ยืนยัน");
    expect(chat.text).toContain("ซ-2570-000123");
  });
});
