import { describe, expect, it } from "vitest";
import { compile, openCompiler } from "#bot/print/compile.ts";
import { filedBlocks } from "#bot/print/filed-words.ts";
import { requestSheet } from "#bot/print/request-sheet.ts";
import { signatureBoxes } from "#bot/print/signatures.ts";
import { moneyField, numberField } from "#models/fields/kinds/number.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { filedAnswers } from "#models/requests/parse-answers.ts";
import type { EntryOnPaper, RequestOnPaper } from "#models/requests/request-on-paper.ts";
import { printingsOf } from "#scripts/print-all/samples.ts";
import { chairs } from "#test/support/invented-types.ts";
import { pdfText, squeezed } from "#test/support/pdf-text.ts";

const compiler = openCompiler();
const [sample] = printingsOf(chairs);
if (!sample) throw new Error("the chairs have no example");
const { request } = sample;

describe("a table of sixty rows", () => {
  const list = rowsField({
    label: "รายการ",
    columns: {
      name: textField({ label: "ชื่อสิ่งของ", max: 100 }),
      count: numberField({ label: "จำนวน" }),
      price: moneyField({ label: "ราคา" }),
    },
    computed: { sum: { label: "รวมเงิน", kind: "money", of: ({ count = 0, price = 0 }) => count * price } },
    totals: ["sum"],
    max: 80,
  });
  const form = defineForm({ id: "list", version: 1, title: "รายการ", fields: { list } });
  const rows = Array.from({ length: 60 }, (_, at) => ({ name: `สิ่งของลำดับ ${at + 1} ของห้อง`, count: at + 1, price: 10 }));

  it("goes on over pages with its heads again on each, every row once, and the sum at the end", async () => {
    const [block] = filedBlocks(filedAnswers(form, { list: rows }));
    const data = { ...requestSheet(sample), sections: [{ title: "รายการ", blocks: block ? [block] : [] }] };
    const pages = (await pdfText(compile(compiler, { layout: "request", data, emblem: null }))).map(squeezed);
    const holding = pages.filter((page) => page.includes("สิ่งของลำดับ"));
    expect(holding.length).toBeGreaterThan(1);
    for (const page of holding) expect(page).toContain("ชื่อสิ่งของจำนวนราคารวมเงิน");
    const all = pages.join("");
    for (const at of rows.keys()) {
      const figure = String(at + 1).replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[Number(digit)] ?? "");
      expect(all.split(`สิ่งของลำดับ${figure}ของห้อง`)).toHaveLength(2);
    }
    expect(holding.at(-1)).toContain("๑๘,๓๐๐บาท");
  });
});

describe("boxes to sign in", () => {
  const at = new Date("2026-11-24T10:00:00+07:00");
  const entry = (transition: string, deed: string, words?: string): EntryOnPaper => ({
    at,
    transition,
    deed,
    by: { name: "อารีย์ ตั้งใจ", position: "หัวหน้ากลุ่มงาน" },
    filed: words === undefined ? [] : [{ field: "words", label: "ความเห็น", shown: words }],
    isStaffOnly: false,
  });
  const boxesOf = (more: Partial<RequestOnPaper>) =>
    signatureBoxes(chairs.workflow, { ...request, ...more }).map(({ signature }) => signature);
  const many = { answers: { ...request.answers, count: 80 } };

  it("stand empty for whoever may yet decide, and are left out where the answers need nobody", () => {
    const waiting = { state: "waiting-head", isOpen: true, entries: [] };
    expect(boxesOf(waiting).map(({ as, signed }) => [as, signed])).toEqual([["ผู้อนุมัติ", ""]]);
    expect(boxesOf({ ...waiting, ...many }).map(({ as }) => as)).toEqual(["ผู้อนุมัติ", "ผอ."]);
  });

  it("hold who decided, when, and the opinion that came with it", () => {
    const [box] = boxesOf({ state: "approved", isOpen: true, entries: [entry("head-approve-to-end", "อนุมัติ", "ให้ยืมได้ 20 ตัว")] });
    expect(box).toMatchObject({ name: "อารีย์ ตั้งใจ", decided: "อนุมัติ", opinion: "ความเห็น: ให้ยืมได้ ๒๐ ตัว" });
    expect(box?.signed).toContain("ลงนามทางอิเล็กทรอนิกส์\nเมื่อ ๒๔ พฤศจิกายน ๒๕๖๙ เวลา ๑๐.๐๐ น.");
  });

  it("show a refusal in the place of who could have agreed, and nobody after it", () => {
    const refused = { state: "refused", isOpen: false, entries: [entry("head-refuse", "ไม่อนุมัติ", "ไม่มีเก้าอี้")] };
    expect(boxesOf({ ...refused, ...many })).toMatchObject([{ as: "ผู้อนุมัติ", decided: "ไม่อนุมัติ" }]);
  });

  it("are empty again once the answers were written anew after a return", () => {
    const returned = [entry("head-return", "ส่งกลับให้แก้ไข", "ขอวันที่ใหม่")];
    expect(boxesOf({ state: "returned", isOpen: true, entries: returned })).toMatchObject([{ decided: "ส่งกลับให้แก้ไข" }]);
    const again = [...returned, entry("resubmit", "แก้ไขแล้วส่งใหม่")];
    expect(boxesOf({ state: "waiting-head", isOpen: true, entries: again })).toMatchObject([{ decided: "", signed: "" }]);
  });
});
