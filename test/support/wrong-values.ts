import type { Field } from "#models/fields/field.ts";
import { limitsOf } from "./generated-values.ts";

/** What somebody, or a broken program, might put into a field, and what is wrong with it. */
export type WrongValue = { what: string; value: unknown };

const wrong = (what: string, value: unknown): WrongValue => ({ what, value });
const aNumber = wrong("a number for words", 12_345);
const words = wrong("words for something else", "ไม่ใช่ค่าที่ถามค่ะ");

/** One more than a field takes. */
function tooMany(field: Field, right: unknown): WrongValue[] {
  const { maxItems } = limitsOf(field);
  const [one] = Array.isArray(right) ? right : [];
  return maxItems === undefined || one === undefined
    ? []
    : [
        wrong(
          "too many",
          Array.from({ length: maxItems + 1 }, () => one),
        ),
      ];
}

function beyond(field: Field): WrongValue[] {
  const { maximum = 0, minimum = 0 } = limitsOf(field);
  return [wrong("too much", maximum + 1), wrong("too little", minimum - 1)];
}

/** Values that a field does not take, each for a reason of its own. `right`: one that it takes. */
export function wrongValuesOf(field: Field, right: unknown): WrongValue[] {
  switch (field.kind) {
    case "text":
    case "place":
    case "asset":
      return [aNumber, wrong("too long", "ก".repeat((field.max ?? 0) + 1))];
    case "choice":
      return [aNumber, wrong("an option that is none", "no-such-option")];
    case "choices":
      return [words, wrong("an option that is none", ["no-such-option"]), wrong("none", [])];
    case "number":
    case "money":
    case "percentage":
    case "rating":
      return [words, ...beyond(field)];
    case "date":
    case "time":
    case "date-time":
      return [aNumber, words, wrong("a day that is none", "2026-02-30")];
    case "date-range":
      return [words, wrong("backwards", { from: "2026-12-02", until: "2026-12-01" })];
    case "phone":
      return [aNumber, wrong("too short", "0812")];
    case "school":
      return [words, wrong("too short", { code: null, name: "ก" })];
    case "person":
      return [words, wrong("without a name", { id: "x" })];
    case "photos":
    case "files":
      return [words, ...tooMany(field, right)];
    case "rows":
      return [words, wrong("a row with a column that is none", [{ "no-such-column": 1 }]), wrong("none", []), ...tooMany(field, right)];
    case "grid":
      return [words, wrong("a level that is none", Object.fromEntries((field.items ?? []).map(({ value }) => [value, 9])))];
    case "yes-no":
      return [words, aNumber];
    case "consent":
      return [words, wrong("not agreed", false)];
    case "signature":
      return [words, wrong("a point outside", [[0, 0, 5_000, 5]])];
  }
}
