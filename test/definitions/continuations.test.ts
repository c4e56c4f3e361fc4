import { describe, expect, it } from "vitest";
import type { Field } from "#models/fields/field.ts";
import { begunAnswers } from "#models/requests/begun-answers.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import { isShown } from "#models/requests/define-form.ts";
import type { Earlier, RequestType } from "#models/requests/define-request-type.ts";
import { filesIn } from "#models/requests/files-in.ts";
import { openCatalogue } from "#models/requests/open-catalogue.ts";
import { surveyResults } from "#models/surveys/results.ts";

const { of } = openCatalogue(catalogue);
const continuations = catalogue.flatMap((type) => type.continues.map((continuation) => ({ type, continuation })));
const cases = continuations.map(({ type, continuation }): [string, string, number] => [
  continuation.from,
  type.form.id,
  type.continues.indexOf(continuation),
]);

const rating = { key: "q1", section: "", text: "ความเร็วของอินเทอร์เน็ต", kind: "rating" as const };
const collected = surveyResults([rating], [{ q1: 4 }, { q1: 5 }, { q1: 4 }]);
const earlierOf = ({ code, collects }: RequestType, subject: string): Earlier => ({
  number: `${code.thai}-2570-000012`,
  subject,
  results: collects ? collected : null,
});

/** A row may be filled in part, to be completed by who goes on; what is in it fits its column. */
function fits({ rows, schema }: Field, value: unknown): boolean {
  if (!rows) return schema.safeParse(value).success;
  const cells = (value as Record<string, unknown>[]).flatMap((row) => Object.entries(row));
  return cells.every(([key, cell]) => rows.columns[key]?.schema.safeParse(cell).success);
}

describe.each(cases)("what goes on from %s as %s", (from, to, at) => {
  const earlier = of(from);
  const type = of(to);
  const continuation = type.continues[at];

  it("is offered in states that the earlier one has", () => {
    for (const state of continuation?.states ?? []) expect(Object.keys(earlier.workflow.states)).toContain(state);
  });

  it.each(earlier.form.examples.map((_, example) => example))("fills fields of its own with what they take, from example %i", (example) => {
    const subject = earlier.subject(earlier.form.examples[example] ?? {});
    const filled = continuation?.prefill(earlier.form.examples[example] ?? {}, earlierOf(earlier, subject)) ?? {};
    expect(Object.keys(filled).length).toBeGreaterThan(0);
    for (const [key, value] of Object.entries(filled)) {
      const field = type.form.fields[key];
      expect(field && fits(field, value), `${key}: ${JSON.stringify(value)}`).toBe(true);
      expect(isShown(type.form, key, filled), `${key} is shown`).toBe(true);
    }
  });

  it("carries all files of the earlier one along where it takes files", () => {
    const keep = ["photos", "files"];
    const holders = Object.entries(earlier.form.fields).filter(([, { kind }]) => keep.includes(kind));
    if (holders.length === 0 || !Object.values(type.form.fields).some(({ kind }) => keep.includes(kind))) return;
    const held = Object.fromEntries(holders.map(([key]) => [key, [`file-of-${key}`]]));
    const example = { ...Object.assign({}, ...earlier.form.examples), ...held };
    const filled = continuation?.prefill(example, earlierOf(earlier, earlier.subject(example))) ?? {};
    expect(filesIn(type.form, filled).sort()).toEqual(Object.values(held).flat().sort());
    const begun = begunAnswers(type.form, filled);
    expect(filesIn(type.form, begun).sort(), "as the draft begins").toEqual(Object.values(held).flat().sort());
  });

  it("fills what it can from answers that say nothing, and never throws", () => {
    const filled = continuation?.prefill({}, { ...earlierOf(earlier, ""), results: null }) ?? {};
    for (const key of Object.keys(filled)) expect(type.form.fields[key], key).toBeDefined();
  });
});
