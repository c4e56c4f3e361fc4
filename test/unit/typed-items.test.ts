import { describe, expect, it } from "vitest";
import { understand } from "#bot/understanding/understand.ts";
import { borrow } from "#models/requests/borrow/borrow.request.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { materialUse } from "#models/requests/material-use/material-use.request.ts";
import { readItems } from "#models/requests/parts/typed-items.ts";
import { workKindIn } from "#models/requests/work-request/work-kinds.ts";

const of = (name: string, quantity: number, unit: string) => ({ name, quantity, unit });

describe("things that are typed with how many", () => {
  it.each([
    ["กระดาษ A4 5 รีม", [of("กระดาษ A4", 5, "รีม")]],
    ["หมึกพิมพ์ HP 680 2 กล่องค่ะ", [of("หมึกพิมพ์ HP 680", 2, "กล่อง")]],
    ["กระดาษ A4 ๕ รีม, หมึกพิมพ์ 2 กล่อง", [of("กระดาษ A4", 5, "รีม"), of("หมึกพิมพ์", 2, "กล่อง")]],
    ["1. สายแลน 10 เส้น\n2. ปลั๊กพ่วง จำนวน 2 อัน", [of("สายแลน", 10, "เส้น"), of("ปลั๊กพ่วง", 2, "อัน")]],
    ["โปรเจคเตอร์ 1 เครื่อง และ ไมโครโฟนสองตัว", [of("โปรเจคเตอร์", 1, "เครื่อง"), of("ไมโครโฟน", 2, "ตัว")]],
  ])("are rows: %s", (text, rows) => {
    expect(readItems(text)).toEqual(rows);
  });

  it.each(["กระดาษ", "5 รีม", "", "12345", "ขอคุยกับเจ้าหน้าที่", "กระดาษ 0 รีม", "กระดาษ 5 รีม, หมึก"])("are none: %s", (text) => {
    expect(readItems(text)).toBeNull();
  });
});

describe("a sentence that asks for things", () => {
  const filled = (type: RequestType, text: string) => type.conversation.prefill?.(understand(text), text);

  it("says what is drawn", () => {
    expect(filled(materialUse, "ขอเบิกหมึกพิมพ์ค่ะ")).toEqual({ items: [of("หมึกพิมพ์", 1, "หน่วย")] });
    expect(filled(materialUse, "ขอเบิกกระดาษ A4 3 รีม ให้ห้องธุรการหน่อยค่ะ")).toMatchObject({ items: [of("กระดาษ A4", 3, "รีม")] });
    expect(filled(materialUse, "ขอเบิกวัสดุ")).toEqual({});
  });

  it("says what is lent", () => {
    expect(filled(borrow, "ขอยืมโปรเจคเตอร์พรุ่งนี้ค่ะ")).toMatchObject({ items: [of("โปรเจคเตอร์", 1, "เครื่อง")], kind: "keeps" });
    expect(filled(borrow, "ขอยืมไมโครโฟน 2 ตัว วันศุกร์")).toMatchObject({ items: [of("ไมโครโฟน", 2, "ตัว")] });
    expect(filled(borrow, "ขอยืมของ")).toEqual({});
    expect(filled(borrow, "ขอคืนกล้องที่ยืมไป")).toEqual({});
    expect(filled(borrow, "ขอยืมกล้อง 2 ตัว จะคืนวันศุกร์")).toMatchObject({ items: [of("กล้อง", 2, "ตัว")] });
  });

  it.each([
    ["อยากให้มาเดินสายแลนห้องสมุด", "wiring"],
    ["ช่วยย้ายคอมห้องเก่าไปห้องใหม่", "move"],
    ["ขอลงโปรแกรม Office", "program"],
    ["อยากได้คนทำระบบจองห้อง พัฒนาโปรแกรมให้หน่อย", "develop"],
    ["ฝากลงข่าวหน้าเว็บ", "website"],
    ["ขอทำสื่อการสอน", "media"],
    ["เปิดรายวิชาใน LMS", "lms"],
    ["จัดอบรม Excel ให้ครู", "training"],
    ["ติดตั้งกล้องวงจรปิด", "install"],
    ["ขอเบอร์หน่อย", null],
  ])("says which work is wanted: %s", (text, kind) => {
    expect(workKindIn(text)).toBe(kind);
  });
});
