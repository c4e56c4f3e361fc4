import { describe, expect, it } from "vitest";
import { borrow } from "#models/requests/borrow/borrow.request.ts";
import { daysSaid } from "#models/requests/days-said.ts";
import { repair } from "#models/requests/repair/repair.request.ts";

const now = new Date("2026-11-24T04:00:00Z");

describe("the days that a first sentence names", () => {
  it.each([
    ["ขอยืมโปรเจคเตอร์พรุ่งนี้", { from: "2026-11-25" }],
    ["ขอยืมกล้องพรุ่งนี้สามวันค่ะ", { from: "2026-11-25", until: "2026-11-27" }],
    ["ขอยืมกล้อง 2 ตัว 3 ธ.ค. ถึง 5 ธ.ค. 69", { from: "2026-12-03", until: "2026-12-05" }],
    ["ขอยืมโปรเจคเตอร์ 1 เครื่องวันจันทร์หน้า", { from: "2026-11-30" }],
    ["ขอยืมกล้องสองวัน", {}],
    ["ขอยืมกล้อง 3-5 ธ.ค.", { from: "2026-12-03", until: "2026-12-05" }],
    ["ขอยืมกล้อง คืนวันศุกร์", {}],
    ["ขอยืมกล้องเมื่อวาน", {}],
  ])("%s", (text, days) => {
    expect(daysSaid(borrow, text, now)).toEqual(days);
  });

  it("are left alone where the form asks for none first", () => {
    expect(daysSaid(repair, "เน็ตเสียพรุ่งนี้มีสอบ", now)).toEqual({});
  });
});
