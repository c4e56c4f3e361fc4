import { describe, expect, it } from "vitest";
import { choicesField } from "#models/fields/kinds/choices.ts";
import { consentField } from "#models/fields/kinds/consent.ts";
import { filesField } from "#models/fields/kinds/files.ts";
import { gridField } from "#models/fields/kinds/grid.ts";
import { moneyField, numberField } from "#models/fields/kinds/number.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { signatureField } from "#models/fields/kinds/signature.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { type Answers, defineForm } from "#models/requests/define-form.ts";
import { brokenRules, parseAnswers } from "#models/requests/parse-answers.ts";

const form = defineForm({
  id: "everything",
  version: 1,
  title: "ขอทุกอย่าง",
  fields: {
    items: rowsField({
      label: "รายการ",
      columns: { name: textField({ label: "ชื่อ", max: 20 }), count: numberField({ label: "จำนวน", min: 1, max: 9, whole: true }) },
      min: 1,
      max: 3,
    }),
    rated: gridField({ label: "ความพึงพอใจ", items: { speed: "ความรวดเร็ว", manners: "มารยาท" } }),
    kinds: choicesField({ label: "ประเภท", choices: { a: "ก", b: "ข" } }),
    budget: moneyField({ label: "วงเงิน" }),
    agreed: consentField({ label: "ระเบียบ", statement: "จะทำตามระเบียบ" }),
    signed: signatureField({ label: "ลายมือชื่อ" }),
    papers: filesField({ label: "ใบเสนอราคา", min: 2, max: 3 }),
  },
  rules: [
    { at: "budget", message: "วงเงินไม่พอ เช่น 500", holds: ({ budget, items }) => (items ?? []).length * 100 <= (budget ?? 0) },
    { at: "papers", message: "กรอกบ้าง", holds: (answers) => Object.keys(answers).length > 0 },
  ],
});

const right = {
  items: [{ name: "หมึก", count: 2 }],
  rated: { speed: 5, manners: 4 },
  kinds: ["a"],
  budget: 500,
  agreed: true,
  signed: [[0, 0, 9, 9]],
  papers: ["one", "two"],
};

/** What is said of the one field that is changed. */
function problemWith(change: Answers): string {
  const parsed = parseAnswers(form, { ...right, ...change });
  expect(parsed.ok).toBe(false);
  const problems = parsed.ok ? [] : parsed.problems;
  expect(problems.map(({ field }) => field)).toEqual(Object.keys(change));
  return problems[0]?.message ?? "";
}

describe("a problem with an answer", () => {
  it("is none where all is right", () => {
    expect(parseAnswers(form, right)).toEqual({ ok: true, answers: right });
  });

  it("in a table of rows says which row and which column", () => {
    expect(problemWith({ items: [{ name: "หมึก", count: 2 }, { name: "กระดาษ" }] })).toBe("รายการที่ 2: กรอกจำนวนด้วยนะคะ");
    const tooMany = problemWith({ items: [{ name: "หมึก", count: 12 }] });
    expect(tooMany).toMatch(/^รายการที่ 1 จำนวน: .*1 ถึง 9.*เช่น/);
    expect(problemWith({ items: Array.from({ length: 4 }, () => right.items[0]) })).toContain("ไม่เกิน 3 รายการ");
    expect(problemWith({ items: [{ ...right.items[0], price: 3 }] })).toContain("ช่องที่แบบนี้ไม่มี");
    expect(problemWith({ items: "หมึก" })).toBe("กรอกรายการทีละแถวในแบบเต็มนะคะ เช่น ชื่อ, จำนวน");
    expect(problemWith({ items: [null, 7] })).toContain("รายการที่ 1");
  });

  it("of a missing answer asks for what one does there", () => {
    expect(problemWith({ kinds: undefined })).toBe("เลือกประเภทด้วยนะคะ");
    expect(problemWith({ agreed: undefined })).toBe("ยอมรับระเบียบด้วยนะคะ");
    expect(problemWith({ agreed: false })).toBe("ยอมรับระเบียบด้วยนะคะ");
    expect(problemWith({ signed: undefined })).toContain("ลงชื่อ");
    expect(problemWith({ papers: undefined })).toBe("แนบใบเสนอราคาด้วยนะคะ");
  });

  it("names the thing that has no level, and how many files are wanted", () => {
    expect(problemWith({ rated: { speed: 5 } })).toContain("มารยาท");
    expect(problemWith({ rated: { speed: 9, manners: 5 } })).toContain("ความรวดเร็ว");
    expect(problemWith({ papers: ["one"] })).toContain("อย่างน้อย 2 ไฟล์");
    expect(problemWith({ papers: ["1", "2", "3", "4"] })).toContain("ไม่เกิน 3 ไฟล์");
  });

  it("says what is expected with an example, whatever was sent", () => {
    for (const budget of ["แพง", -1, Number.NaN, {}, [], true]) expect(problemWith({ budget })).toContain("เช่น");
  });

  it("is said too where another field shows by the answer that is wrong", () => {
    const linked = defineForm({
      id: "linked",
      version: 1,
      title: "เชื่อมระบบ",
      fields: { systems: form.fields.kinds, how: textField({ label: "วิธีเชื่อม", max: 20, example: "ดึงทุกวัน" }) },
      shownWhen: { how: ({ systems }) => (systems ?? []).some((one) => one === "a") },
    });
    const parsed = parseAnswers(linked, { systems: "ไม่มี", how: "ดึงทุกคืน" });
    expect(parsed).toEqual({ ok: false, problems: [{ field: "systems", message: form.fields.kinds.expected }] });
  });

  it("of a rule across fields comes with the fields that it looks at", () => {
    const [short] = brokenRules(form, { ...right, budget: 1 });
    expect(short?.reads).toEqual(new Set(["items", "budget"]));
    const counting = brokenRules(form, {}).find(({ at }) => at === "papers");
    expect(counting?.reads).toBeNull();
  });
});
