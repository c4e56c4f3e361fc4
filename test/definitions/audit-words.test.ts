import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { actionLabel } from "#bot/services/admin/audit-words.ts";
import { catalogue } from "#models/requests/catalogue.ts";

const sources = globSync("bot/**/*.ts").map((path) => readFileSync(path, "utf8"));

/** Where a look is noted: the words in the action's place, "list:late" by its kind. */
const places = [
  /recordLooks\(\s*[^,]+,\s*[^,]+,\s*(["`][^"`]+["`])/g,
  /readRequest\(\s*[^,()]+,\s*[^,]+,\s*[^,()]+,\s*(["`][^"`]+["`])/g,
  /\baction = (["`][^"`]+["`])/g,
  /\bpersonId\b[^{}]*?\baction: ([^{}]*?)(?:\$\{[^}]*\}[^{}]*?)?, subject:/g,
];

const words = (text: string) => [...text.matchAll(/["`]([a-z][^"`$]*)/g)].flatMap(([, word]) => (word ? [word.replace(/:$/, "")] : []));
const actions = [
  ...new Set(sources.flatMap((text) => places.flatMap((place) => [...text.matchAll(place)].flatMap(([, at]) => words(at ?? ""))))),
];

describe("the audit trail's words", () => {
  it("name every action that the bot notes", () => {
    // Some of every way to note one: the search above has not gone blind.
    expect(actions).toEqual(expect.arrayContaining(["desk", "print", "open", "list", "find", "transition", "register", "redeem", "audit"]));
    expect(actions.filter((action) => actionLabel({ all: catalogue }, action) === action)).toEqual([]);
  });

  it("name a step as its workflow does", () => {
    const label = (action: string) => actionLabel({ all: catalogue }, action);
    expect(label("transition:repair:accept")).toBe("รับเรื่อง");
    for (const { form, workflow } of catalogue) {
      for (const [id, { label: words }] of Object.entries(workflow.transitions)) expect(label(`transition:${form.id}:${id}`)).toBe(words);
    }
  });
});
