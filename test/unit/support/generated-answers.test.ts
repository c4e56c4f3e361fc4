import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue } from "#models/requests/catalogue.ts";
import { parseAnswers } from "#models/requests/parse-answers.ts";
import { generatedAnswers } from "#test/support/generated-answers.ts";

describe("answers made from a form alone", () => {
  it.each(catalogue)("pass the gate of $form.id, and are mostly not its examples'", ({ form }) => {
    const known = new Set(form.examples.flatMap((example) => Object.entries(example).map((entry) => JSON.stringify(entry))));
    const made = fc.sample(generatedAnswers(form), { numRuns: 20, seed: 3 });
    for (const answers of made) expect(parseAnswers(form, answers)).toMatchObject({ ok: true });
    const entries = made.flatMap((answers) => Object.entries(answers));
    const fresh = entries.filter((entry) => !known.has(JSON.stringify(entry)));
    expect(fresh.length / entries.length).toBeGreaterThan(0.4);
    const unused = Object.keys(form.fields).filter((key) => made.every((answers) => answers[key] === undefined));
    expect(unused).toEqual([]);
  });
});
