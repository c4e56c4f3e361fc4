import { describe, expect, it } from "vitest";
import { addDays } from "#models/fields/thai/bangkok.ts";
import { accessRequestForm } from "#models/requests/access-request/access-request.form.ts";
import { assessmentForm } from "#models/requests/assessment/assessment.form.ts";
import { borrowForm } from "#models/requests/borrow/borrow.form.ts";
import { extendForm, wantsLongerForm } from "#models/requests/borrow/borrow.forms.ts";
import { borrowWorkflow } from "#models/requests/borrow/borrow.workflow.ts";
import type { Answers, Form, Known } from "#models/requests/define-form.ts";
import { idCardRequestForm } from "#models/requests/id-card-request/id-card-request.form.ts";
import { materialUseWorkflow } from "#models/requests/material-use/material-use.workflow.ts";
import { parseAnswers } from "#models/requests/parse-answers.ts";
import { purchaseForm } from "#models/requests/purchase/purchase.form.ts";
import { purchaseWorkflow } from "#models/requests/purchase/purchase.workflow.ts";
import { questionnaireForm } from "#models/requests/questionnaire/questionnaire.form.ts";

/** The fields that are complained about. */
function wrongIn(form: unknown, answers: Answers, known: Known): string[] {
  const parsed = parseAnswers(form as Form, answers, known);
  return parsed.ok ? [] : parsed.problems.map(({ field }) => field);
}
const formOf = ({ transitions }: typeof borrowWorkflow, transition: string) => transitions[transition]?.form;

describe("the last day of what is asked for", () => {
  it.each([
    ["borrow", borrowForm, "until", "2026-12-10"],
    ["access_request", accessRequestForm, "period", "2027-03-31"],
    ["id_card_request", idCardRequestForm, "period", "2027-09-30"],
    ["purchase", purchaseForm, "neededOn", "2026-12-25"],
    ["questionnaire", questionnaireForm, "until", "2026-12-25"],
    ["assessment", assessmentForm, "until", "2026-12-25"],
  ])("may be today and not be over: %s", (_, form, field, last) => {
    const [example = {}] = form.examples as Answers[];
    expect(wrongIn(form, example, { today: last })).toEqual([]);
    expect(wrongIn(form, example, { today: addDays(last, 1) })).toEqual([field]);
    expect(wrongIn(form, example, {}), "today is not known").toEqual([]);
  });
});

describe("a loan's new last day", () => {
  const request = { until: "2026-12-10" };
  it.each([
    ["asked for", wantsLongerForm, "wantedUntil", { reason: "งานเลื่อน" }],
    ["given", extendForm, "until", {}],
  ])("that is %s is after the old one and after today", (_, form, field, others) => {
    const wrong = (day: string, today: string) => wrongIn(form, { [field]: day, ...others }, { today, request }).includes(field);
    expect(wrong("2026-12-11", "2026-12-01")).toBe(false);
    expect(wrong("2026-12-10", "2026-12-01")).toBe(true);
    expect(wrong("2026-12-14", "2026-12-14")).toBe(true);
    expect(wrong("2026-12-15", "2026-12-14")).toBe(false);
  });

  it("leaves the old one to fall due while it is only asked for, unless it has", () => {
    const [timeout] = borrowWorkflow.states["extension-asked"]?.timeouts ?? [];
    if (!timeout || !("after" in timeout)) throw new Error("asked for more time, a loan never falls due");
    expect(timeout.after(request, "2026-12-09")).toBe("2026-12-10");
    expect(timeout.after(request, "2026-12-11")).toBeNull();
  });
});

describe("what is paid out of what was asked for", () => {
  const form = formOf(materialUseWorkflow, "pay-out");
  const request = { items: [{ name: "กระดาษ A4", quantity: 5, unit: "รีม" }] };
  const wrong = (...paid: Answers[]) => wrongIn(form, { inFull: false, why: "ของไม่พอ", paid }, { request });

  it("is named as it was asked for, and no more of it", () => {
    expect(wrong({ name: "กระดาษ  A4", quantity: 3, unit: "รีม" })).toEqual([]);
    expect(wrong({ name: "กระดาษ A4", quantity: 6, unit: "รีม" })).toEqual(["paid"]);
    expect(wrong({ name: "กระดาษ A4", quantity: 3, unit: "รีม" }, { name: "กระดาษ A4", quantity: 3, unit: "รีม" })).toEqual(["paid"]);
    expect(wrong({ name: "โทรทัศน์", quantity: 1, unit: "เครื่อง" })).toEqual(["paid"]);
  });

  it("is entered in the books once it was received", () => {
    expect(materialUseWorkflow.transitions.book?.from).toEqual(["received"]);
  });
});

describe("a purchase", () => {
  const ofPrice = (unitPrice: number) => ({ request: { items: [{ name: "เครื่องแม่ข่าย", quantity: 1, unit: "เครื่อง", unitPrice }] } });

  it("of more than 500,000 baht is not ordered from a seller of one's choice", () => {
    const order = formOf(purchaseWorkflow, "order");
    expect(wrongIn(order, { method: "specific", seller: "ร้านตัวอย่าง" }, ofPrice(500_000))).toEqual([]);
    expect(wrongIn(order, { method: "specific", seller: "ร้านตัวอย่าง" }, ofPrice(500_001))).toEqual(["method"]);
    expect(wrongIn(order, { method: "selection", seller: "ร้านตัวอย่าง" }, ofPrice(500_001))).toEqual([]);
  });

  it("that cost more than was approved says why", () => {
    const inspect = formOf(purchaseWorkflow, "inspect");
    const answers = { on: "2026-12-20", paid: 9_001, committee: "นางสาวตัวอย่าง ตรวจรับ" };
    expect(wrongIn(inspect, answers, ofPrice(9_001))).toEqual([]);
    expect(wrongIn(inspect, answers, ofPrice(9_000))).toEqual(["overReason"]);
    expect(wrongIn(inspect, { ...answers, overReason: "ราคาตลาดปรับขึ้น" }, ofPrice(9_000))).toEqual([]);
  });
});
