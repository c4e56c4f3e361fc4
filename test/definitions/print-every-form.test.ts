import { describe, expect, it } from "vitest";
import { compile, openCompiler } from "#bot/print/compile.ts";
import { sheetText } from "#bot/print/sheet-text.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import { openCatalogue } from "#models/requests/open-catalogue.ts";
import type { FiledAnswer } from "#models/requests/parse-answers.ts";
import type { RequestOnPaper } from "#models/requests/request-on-paper.ts";
import { printingsOf, printSample } from "#scripts/print-all/samples.ts";
import { pdfText, squeezed } from "#test/support/pdf-text.ts";

const compiler = openCompiler();
const { all } = openCatalogue(catalogue);

/** What paper has to say of an answer: the cells of a table, a text as it is written there, else what is shown. */
function saidOf({ shown, written }: FiledAnswer): string[] {
  if (written?.is === "table") return [...written.heads.map(({ label }) => label), ...written.rows.flat(), ...(written.foot ?? [])];
  if (written?.is === "drawing") return [];
  return (written?.is === "text" ? written.text : shown).split("\n");
}

function valuesOf({ filed, requester, entries, files, number }: RequestOnPaper): string[] {
  const done = entries.flatMap(({ deed, by, filed: given }) => [deed, by?.name ?? "", ...given.flatMap(saidOf)]);
  return [
    number,
    requester.name,
    requester.position,
    ...filed.flatMap((answer) => [answer.label, ...saidOf(answer)]),
    ...files.map(({ name }) => name),
    ...done,
  ];
}

/** All pages as one text without their feet, which would stand in the middle of what goes on over a page. */
async function readPaper(pdf: Uint8Array, foot: string): Promise<string> {
  const pages = await pdfText(pdf);
  return pages.map((page) => squeezed(page).replace(squeezed(foot), "")).join("");
}

const samples = all.flatMap((type) =>
  printingsOf(type).map((printing, at) => ({ name: `${type.form.title}, example ${at + 1}`, type, printing })),
);

describe("every form on paper", () => {
  it.each(samples)("says all that was filled in, done and signed: $name", async ({ type, printing }) => {
    const pdf = compile(compiler, printSample(printing));
    const paper = await readPaper(pdf, printing.printed);
    const lost = valuesOf(printing.request)
      .map((value) => squeezed(sheetText(value)).replaceAll("\u200b", ""))
      .filter((value) => !paper.includes(value));
    expect(lost).toEqual([]);
    expect(paper).toContain(squeezed(sheetText(type.titleOf?.(printing.request.answers) ?? type.form.manualTitles[0] ?? type.form.title)));
    expect(paper).toMatch(/หน้า๑จาก[๑-๙]/);
  });

  it.each(samples.filter(({ type }) => type.memo))("goes up to the director as a memo: $name", async ({ type, printing }) => {
    const [first = ""] = await pdfText(compile(compiler, printSample(printing)));
    const memo = squeezed(first);
    const { answers } = printing.request;
    for (const words of ["บันทึกข้อความ", "ส่วนราชการ", "ที่", "วันที่", "เรื่อง", "เรียน", printing.office.director]) {
      expect(memo).toContain(squeezed(words));
    }
    for (const said of [type.memo?.about(answers), type.memo?.cause(answers), type.memo?.purpose(answers)]) {
      expect(memo).toContain(squeezed(sheetText(said ?? "")));
    }
    expect(memo).toContain(squeezed(`จึงเรียนมาเพื่อ${type.memo?.closing}`));
    expect(memo).toContain(squeezed("ศธ ๐๔๐๐๐.๑๒/๔๕"));
    expect(memo).toContain("คำสั่งผู้อำนวยการ");
  });
});
