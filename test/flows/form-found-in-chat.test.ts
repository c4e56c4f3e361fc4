import { describe, expect, it } from "vitest";
import { RequestModel } from "#models/documents/request.document.ts";
import { officeClock } from "#test/support/clock.ts";
import { useOffice } from "#test/support/office.ts";
import type { LineUser } from "#test/support/simulator.ts";

const office = useOffice({ clock: officeClock() });

const shows = async (user: LineUser, text: string, ...words: string[]) => {
  const heard = await user.asks(text);
  for (const word of words) expect(heard, text).toContain(word);
  return heard;
};

describe("a teacher who says what they need", () => {
  it("is asked the next question of the form, what was said already answered", async () => {
    const teacher = await office.teacher("ครูบอกตรง ๆ");
    const heard = await shows(teacher, "ขอเบิกหมึกพิมพ์ 2 ตลับ", "หมึกพิมพ์", "คะ");
    expect(heard).not.toContain("[กรอกแบบเต็ม]");
    await teacher.asks("ยกเลิก");
    expect(await shows(teacher, "ขอยืมโปรเจคเตอร์พรุ่งนี้", "โปรเจคเตอร์")).not.toContain("อุปกรณ์อะไรเสีย");
  });

  it("opens the mini-app for a form that is too long for the chat, with what the chat knows", async () => {
    const teacher = await office.teacher("ครูขอสิทธิ์");
    await shows(teacher, "ขอสิทธิ์เข้า DMC", "ขอเข้าถึงระบบข้อมูล", "[กรอกแบบเต็ม]");
  });

  it("chooses from a few forms where several fit, and the sentence is kept", async () => {
    const teacher = await office.teacher("ครูพูดกว้าง");
    const heard = await shows(
      teacher,
      "มีแบบฟอร์มเกี่ยวกับ DMC ไหมคะ",
      "ใช้แบบไหนดีคะ",
      "[ขอบัตรผู้ใช้งานระบบ]",
      "[ขอเข้าถึงระบบข้อมูล]",
      "[แบบฟอร์มทั้งหมด]",
    );
    expect(heard.split("\n").filter((line) => /^\[ขอ/.test(line.trim())).length).toBeLessThanOrEqual(5);
    expect(await teacher.asks("ขอบัตรผู้ใช้งานระบบ")).toContain("DMC");
  });

  it("finds forms by need where none is named", async () => {
    const teacher = await office.teacher("ครูหาแบบ");
    const heard = await shows(teacher, "มีแบบฟอร์มอะไรบ้างคะ", "[ยืม / ขอใช้ของ]", "[ซื้อ / กำหนดสเปก]", "[แบบฟอร์มทั้งหมด]");
    expect(heard).not.toContain("กำหนดคุณสมบัติ");
    expect(await teacher.pressesAndHears("ซื้อ / กำหนดสเปก")).toContain("[ขอซื้อ]");
    expect(await teacher.pressesAndHears("ขอซื้อ")).toContain("[กรอกแบบเต็ม]");
  });

  it("is told who fills a form of the centre's own, and is not offered it", async () => {
    const teacher = await office.teacher("ครูถามของเจ้าหน้าที่");
    await shows(teacher, "ขอแบบฟอร์มรายงานประจำปี", "เจ้าหน้าที่");
    expect(await teacher.asks("แบบฟอร์มทั้งหมด")).not.toContain("รายงานผลรอบปี");
  });

  it("still reports what is broken", async () => {
    const teacher = await office.teacher("ครูแจ้งของเสีย");
    await shows(teacher, "โปรเจคเตอร์ที่ยืมมาเปิดไม่ติดค่ะ", "รับทราบค่ะ");
    await teacher.asks("ยกเลิก");
    await shows(teacher, "ขอแบบฟอร์มแจ้งซ่อมค่ะ", "อุปกรณ์อะไรเสียคะ");
  });

  it("names a form by its title on paper", async () => {
    const teacher = await office.teacher("ครูถือคู่มือ");
    await shows(teacher, "แบบบันทึกขอซื้อวัสดุอุปกรณ์/เอกสาร/สื่อ Software", "ขอซื้อ", "[กรอกแบบเต็ม]");
  });
});

describe("once more", () => {
  it("begins with the answers of the time before", async () => {
    const teacher = await office.teacher("ครูเบิกประจำ");
    await shows(teacher, "ขอเบิกกระดาษเหมือนครั้งก่อน", "ยังไม่เคยส่งแบบนี้");
    await teacher.asks("ยกเลิก");
    let heard = await teacher.asks("ขอเบิกกระดาษ 5 รีม");
    for (const answer of ["งานธุรการ", "พรุ่งนี้", "ยืนยัน"]) heard = await teacher.asks(answer);
    const first = await RequestModel.findOne({ "requester.name": "ครูเบิกประจำ" }).lean();
    expect(heard).toContain(first?.number);
    await shows(teacher, "เบิกเหมือนครั้งก่อน", `ใส่ให้เหมือน ${first?.number}`, "กระดาษ", "งานธุรการ", "[ยืนยัน]");
  });

  it("says how a loan stands that comes back or is kept longer, and whom to ask where there is none", async () => {
    const teacher = await office.teacher("ครูคืนของ");
    await shows(teacher, "จะคืนโปรเจคเตอร์พรุ่งนี้นะคะ", "ไม่พบรายการที่ยังไม่จบ", "[ขอยืม]");
  });
});

describe("staff", () => {
  it("find the centre's own forms, five at a time", async () => {
    const technician = await office.staff("ช่างทำรายงาน");
    await shows(technician, "แบบฟอร์ม", "[บันทึก / รายงาน]");
    const first = await technician.pressesAndHears("บันทึก / รายงาน");
    expect(first).toContain("[ดูต่อ]");
    expect(await technician.pressesAndHears("ดูต่อ")).toContain("รายงานผลรอบปี");
    await shows(technician, "ขอกำหนดสเปกคอม", "กำหนดคุณสมบัติ", "[กรอกแบบเต็ม]");
  });
});
