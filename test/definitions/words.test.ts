import { globSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { catalogue } from "#models/requests/catalogue.ts";

/** Everything a person may read is a literal in one of these folders. */
const folders = [
  "models/{conversations,phrases,requests,workflows,messages}/**/*.ts",
  "models/fields/kinds/*.ts",
  "bot/{conversation,notifications}/**/*.ts",
];

// What people type to us is read there, not said by us.
const readers = [
  "models/conversations/asking/said.ts",
  "models/phrases/also-said.ts",
  "models/conversations/talk-words.ts",
  "models/requests/form-asking.ts",
];

const questionWords = /ไหม|อะไร|ไหน|ใคร|กี่|เท่าไร|อย่างไร|หรือ|เมื่อไร|ทำไม|ใช่/;
const thai = /[ก-๎]/;

type Words = { where: string; text: string };

/** String and template literals with Thai in them; what a template fills in becomes "…". */
function literals(): Words[] {
  const files = globSync(folders).filter((file) => !readers.includes(file));
  return files.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    const found: Words[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push({ where: file, text: node.text });
      else if (ts.isTemplateExpression(node)) {
        found.push({ where: file, text: node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join("") });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found.filter(({ text }) => thai.test(text));
  });
}

const all = literals();
const faulty = (isFaulty: (text: string) => boolean): Words[] => all.filter(({ text }) => isFaulty(text));
const lines = (text: string): string[] => text.split("\n");

describe("the words people read", () => {
  it("are found", () => {
    expect(all.length).toBeGreaterThan(200);
  });

  it("are of one persona: never ครับ, and never a scolding", () => {
    expect(faulty((text) => /ครับ|คำสั่งไม่ถูกต้อง|ข้อผิดพลาด/.test(text))).toEqual([]);
  });

  it("end statements with ค่ะ and questions with คะ or นะคะ", () => {
    expect(faulty((text) => text.includes("นะค่ะ"))).toEqual([]);
    expect(faulty((text) => /(?:ไหม|อะไร|ไหน|เท่าไร|อย่างไร|กี่\S*|หรือยัง|หรือเปล่า)ค่ะ/.test(text))).toEqual([]);
    expect(faulty((text) => lines(text).some((line) => /(?<!นะ)คะ(?:$|[\s)…])/.test(line) && !questionWords.test(line)))).toEqual([]);
  });

  it("ask one thing at a time", () => {
    expect(faulty((text) => (text.match(/(?<!นะ)คะ(?=$|[\s)…])/g) ?? []).length > 1)).toEqual([]);
  });

  it("are short: three lines at most, each readable at a glance", () => {
    expect(faulty((text) => lines(text).length > 3 || lines(text).some((line) => line.length > 100))).toEqual([]);
  });

  it("give every field that is asked a question of its own, and every transition a label that fits a button", () => {
    for (const { form, conversation, workflow } of catalogue) {
      for (const { field, question } of conversation.steps) expect(question ?? form.fields[field]?.question, field).toMatch(/คะ/);
      for (const [id, { label, form: own }] of Object.entries(workflow.transitions)) {
        expect([...new Intl.Segmenter("th", { granularity: "grapheme" }).segment(label)].length, id).toBeLessThanOrEqual(20);
        for (const field of Object.values(own?.fields ?? {})) expect(field.question, `${id} ${field.label}`).toMatch(/คะ/);
      }
      for (const state of Object.values(workflow.states)) if (state.asks) expect(state.asks.question).toMatch(/ค[่]?ะ/);
    }
  });
});
