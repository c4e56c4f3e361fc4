import { describe, expect, it } from "vitest";
import type { Answers } from "#models/requests/define-form.ts";
import { filedAnswers, parseAnswers } from "#models/requests/parse-answers.ts";
import { offersWanted, purchaseForm, purchaseTotal } from "#models/requests/purchase/purchase.form.ts";
import { purchase } from "#models/requests/purchase/purchase.request.ts";
import { fromComparison } from "#models/requests/purchase/purchase-after-specs.ts";
import { specComparisonForm } from "#models/requests/spec-comparison/spec-comparison.form.ts";
import { specDefinitionForm } from "#models/requests/spec-definition/spec-definition.form.ts";
import { problemsOf } from "#test/support/broken-answers.ts";

const thing = (quantity: number, unitPrice: number) => ({ name: "จอภาพ", quantity, unit: "เครื่อง", unitPrice });

describe("a purchase", () => {
  const broken = (changes: Answers, example = 0) => problemsOf(purchaseForm as never, changes, example);

  it("sums every row to the satang", () => {
    expect(purchaseTotal([thing(3, 0.1), thing(7, 1_234.35), thing(1, 0)])).toBe(8_640.75);
    expect(purchaseTotal(undefined)).toBe(0);
  });

  it("stays within its budget, to the satang", () => {
    expect(broken({ items: [thing(1, 99_999.99)], budget: 99_999.99 })).toEqual([]);
    expect(broken({ items: [thing(1, 99_999.99)], budget: 99_999.98 })).toEqual(["items"]);
  });

  it("wants three sellers' offers and their paper from the amount on, and not a satang earlier", () => {
    const none = { offers: undefined, offerFiles: undefined, budget: 500_000 };
    expect(broken({ ...none, items: [thing(1, offersWanted.from - 0.01)] })).toEqual([]);
    expect(broken({ ...none, items: [thing(1, offersWanted.from)] })).toEqual(["offers", "offerFiles"]);
    const offers = [
      { seller: "ร้าน ก", price: 1 },
      { seller: "ร้าน ข", price: 1 },
    ];
    expect(broken({ offers })).toEqual(["offers"]);
    // The same seller twice is one, however it is spaced.
    expect(broken({ offers: [...offers, { seller: "ร้าน  ข", price: 2 }] })).toEqual(["offers"]);
    expect(broken({ offers: [...offers, { seller: "ร้าน ค", price: 2 }] })).toEqual([]);
    expect(broken({ offerFiles: undefined })).toEqual(["offerFiles"]);
  });

  it("asks for licences and their term of software alone", () => {
    expect(broken({ licences: undefined, licenceTerm: undefined }, 1)).toEqual(["licences", "licenceTerm"]);
    expect(parseAnswers(purchaseForm as never, { ...purchaseForm.examples[0], licences: 3 })).toMatchObject({
      answers: expect.not.objectContaining({ licences: 3 }),
    });
  });

  it("names the project where the money is one's", () => {
    expect(broken({ project: undefined })).toEqual(["project"]);
    expect(broken({ fund: "office", project: undefined })).toEqual([]);
  });

  it("is of the fiscal year that is named, or later", () => {
    expect(broken({ fiscalYear: 2571, neededOn: "2027-09-30" })).toEqual(["neededOn"]);
    expect(broken({ fiscalYear: 2571, neededOn: "2027-10-01" })).toEqual([]);
  });

  it.each([
    [100_000, { quantity: 3, unit: "เครื่อง" }, { quantity: 1, unit: "ชุด", unitPrice: 100_000 }],
    [99_000, { quantity: 3, unit: "เครื่อง" }, { quantity: 3, unit: "เครื่อง", unitPrice: 33_000 }],
    [1_000.5, { quantity: 2, unit: "ตัว" }, { quantity: 2, unit: "ตัว", unitPrice: 500.25 }],
  ])("costs what was offered, to the satang: %d baht", (price1, asked, row) => {
    const chosen = { ...asked, item: "จอภาพ", sellers: "one", seller1: "ร้านตัวอย่าง", price1, result: "first" };
    const { items } = fromComparison(chosen, { number: "ปท-2570-000001" });
    expect(items).toEqual([{ name: "จอภาพ", ...row }]);
    expect(purchaseTotal(items)).toBe(price1);
  });

  it("goes to the group whose duty it is, and by one of its two titles", () => {
    const group = (answers: Answers) => purchase.group?.(answers);
    expect([group({ duty: "p4" }), group({ duty: "p15" }), group({ itemType: "media" }), group({ itemType: "supplies" })]).toEqual([
      1, 3, 3, 1,
    ]);
    expect(purchase.titleOf?.({ itemType: "equipment" })).toBe("แบบบันทึกขอซื้อวัสดุอุปกรณ์");
    expect(purchase.titleOf?.({ itemType: "software" })).toBe("แบบบันทึกขอซื้อวัสดุอุปกรณ์/เอกสาร/สื่อ Software");
  });

  it("has its total on paper, below the column that it sums", () => {
    const [example = {}] = purchaseForm.examples;
    const items = filedAnswers(purchaseForm as never, example).find(({ field }) => field === "items");
    const table = items?.written?.is === "table" ? items.written : null;
    expect(table?.foot?.at(-1)).toBe("118,900 บาท");
    expect(table?.foot).toHaveLength(table?.heads.length ?? 0);
  });
});

describe("a specification", () => {
  const broken = (changes: Answers, example = 0) => problemsOf(specDefinitionForm as never, changes, example);

  it("keeps its reference price within the budget", () => {
    expect(broken({ budget: 117_499.99 })).toEqual(["budget"]);
    expect(broken({ budget: 117_500 })).toEqual([]);
  });

  it("gives a reason for a price above the ministry's, and only then", () => {
    expect(broken({ whyAbove: undefined })).toEqual(["whyAbove"]);
    expect(broken({ whyAbove: undefined, unitPrice: 22_000 })).toEqual([]);
    expect(broken({ standardYear: undefined })).toEqual(["standardYear"]);
  });

  it("asks the market in three places", () => {
    expect(broken({ sources: [{ source: "ร้าน ก", price: 38_000 }] }, 1)).toEqual(["sources"]);
    expect(broken({ sources: undefined }, 1)).toEqual(["sources"]);
  });

  it("has one chair where several work on it", () => {
    const member = (duty: string) => ({ name: "นายตัวอย่าง", position: "ครู", duty });
    expect(broken({ committee: [member("member")] })).toEqual([]);
    expect(broken({ committee: [member("member"), member("secretary")] })).toEqual(["committee"]);
    expect(broken({ committee: [member("chair"), member("chair")] })).toEqual(["committee"]);
    expect(broken({ committee: [member("chair"), member("member")] })).toEqual([]);
  });
});

describe("a comparison of offers", () => {
  const broken = (changes: Answers) => problemsOf(specComparisonForm as never, changes);

  it("chooses only who passed every clause", () => {
    expect(broken({ result: "second" })).toEqual(["result"]);
    expect(broken({ result: "none" })).toEqual([]);
  });

  it("chooses within the budget, and among those who made an offer", () => {
    expect(broken({ result: "third" })).toEqual(["budget"]);
    expect(broken({ result: "third", budget: 119_000 })).toEqual([]);
    const onlyTwo = { sellers: "two", seller3: undefined, price3: undefined, offer3: undefined };
    expect(broken({ ...onlyTwo, result: "third", budget: 200_000 })).toEqual(["result"]);
    expect(broken({ ...onlyTwo, result: "first" })).toEqual([]);
  });
});
