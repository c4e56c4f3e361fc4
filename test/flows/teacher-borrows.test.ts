import { beforeAll, describe, expect, it } from "vitest";
import { RequestModel } from "#models/documents/request.document.ts";
import { type TestOffice, useOffice } from "#test/support/office.ts";

const office = useOffice();
let teacher: Awaited<ReturnType<TestOffice["teacher"]>>;

beforeAll(async () => {
  teacher = await office.teacher("ครูยืมของ");
});

const asks = async (...sentences: string[]) => {
  let heard = "";
  for (const sentence of sentences) heard = await teacher.asks(sentence);
  return heard;
};
const stored = (formId: string) => RequestModel.findOne({ formId, filedById: teacher.personId }).sort({ createdAt: -1 }).lean();

describe("a teacher in the chat", () => {
  it("borrows by typing what and how many, and is told when the day of return is wrong", async () => {
    expect(await asks("ขอยืม")).toContain("เช่น โปรเจคเตอร์ 1 เครื่อง");
    expect(await asks("โปรเจคเตอร์ 1 เครื่อง และ ไมโครโฟนสองตัว", "ประชุมผู้ปกครอง", "8 ธ.ค. 69", "5 ธ.ค. 69")).toContain("ยืมแบบไหนคะ");
    expect(await asks("ใช้คงรูป", "ไม่นำออก")).toContain("จะชดใช้");
    expect(await asks("ยอมรับ")).toContain("วันคืนต้องไม่ก่อนวันยืม");
    expect(await asks("10 ธ.ค. 69")).toContain("[ยืนยัน]");
    expect(await asks("ยืนยัน")).toMatch(/ย-\d{4}-\d{6}/);
    expect(await stored("borrow")).toMatchObject({
      state: "waiting-head",
      group: 3,
      process: 16,
      subject: "ยืมโปรเจคเตอร์ และอีก 1 รายการ",
      answers: {
        items: [
          { name: "โปรเจคเตอร์", quantity: 1, unit: "เครื่อง" },
          { name: "ไมโครโฟน", quantity: 2, unit: "ตัว" },
        ],
        from: "2026-12-08",
        until: "2026-12-10",
        offSite: false,
        terms: true,
      },
    });
  });

  it("draws materials, and is asked again for a thing without its number", async () => {
    expect(await asks("เบิกวัสดุ", "กระดาษ")).toContain("พิมพ์ชื่อ จำนวน และหน่วย");
    expect(await asks("กระดาษ A4 ๕ รีม", "พิมพ์ข้อสอบ", "8 ธ.ค. 69")).toContain("กระดาษ A4");
    expect(await asks("ยืนยัน")).toMatch(/บ-\d{4}-\d{6}/);
    expect((await stored("material_use"))?.answers.items).toEqual([{ name: "กระดาษ A4", quantity: 5, unit: "รีม" }]);
  });

  it("asks for a program and tells of its licence, of nothing else that other work needs", async () => {
    expect(await asks("ขอลงโปรแกรม", "ลงโปรแกรมตัดต่อรูปให้ห้องคอม")).toContain("โปรแกรมชื่ออะไร");
    expect(await asks("GIMP")).toContain("ลิขสิทธิ์");
    expect(await asks("โปรแกรมฟรี", "20 เครื่อง", "9 ธ.ค. 69")).toContain("[ยืนยัน]");
    expect(await asks("ยืนยัน")).toMatch(/ง-\d{4}-\d{6}/);
    expect((await stored("work_request"))?.answers).toMatchObject({ kind: "program", program: "GIMP", licence: "free", machines: 20 });
  });

  it("is handed on to the full form for a purchase", async () => {
    expect(await asks("ขอซื้อ")).toContain("[กรอกแบบเต็ม]");
  });
});
