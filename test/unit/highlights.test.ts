import { describe, expect, it } from "vitest";
import { highlights } from "#models/requests/highlights.ts";
import { filedAnswers } from "#models/requests/parse-answers.ts";
import { purchaseForm } from "#models/requests/purchase/purchase.form.ts";

describe("what one decides by", () => {
  it("has the things in short with their sum, the money and the reason before mere choices", () => {
    const [answers = {}] = purchaseForm.examples;
    const rows = highlights(purchaseForm, { filed: filedAnswers(purchaseForm, answers), subject: "ซื้อคอมพิวเตอร์" });
    expect(rows.map(({ label }) => label)).toEqual(["รายการที่ขอซื้อ", "เหตุผลความจำเป็น", "วงเงินที่ใช้ได้", "ใบเสนอราคา"]);
    expect(rows[0]?.shown).toMatch(/^เครื่องคอมพิวเตอร์โน้ตบุ๊ก .* และอีก 1 รายการ รวม 118,900 บาท$/);
    expect(rows[0]?.shown.length).toBeLessThanOrEqual(121);
  });
});
