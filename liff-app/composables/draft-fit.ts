import {
  longestCallerName,
  longestCallerPhone,
  longestDraftCell,
  longestDraftText,
  mostDraftRows,
} from "#models/contracts/draft-limits.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { Caller } from "./draft-local.ts";

type Typed = { answers: Answers; onBehalfOf: Caller | null };

/** Not in the middle of an emoji. */
const cut = (text: string, max: number) => text.slice(0, max).replace(/[\uD800-\uDBFF]$/, "");

/** A text as long as a draft takes it; of rows and parts each cell. */
function fitted(value: unknown, longest: number): unknown {
  if (typeof value === "string") return cut(value, longest);
  if (Array.isArray(value)) return fittedList(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fitted(part, longestDraftCell)]));
}

/** Rows that a program put in are cut off; of a signature's line every figure counts. */
function fittedList(list: unknown[]): unknown[] {
  const isLine = list.every((one) => typeof one === "number");
  return isLine ? list : list.slice(0, mostDraftRows).map((one) => fitted(one, longestDraftCell));
}

/** What the server takes of a draft: one text that is too long is sent cut, so that all the rest is kept. The phone keeps it whole. */
export function fitDraft({ answers, onBehalfOf }: Typed): Typed {
  return {
    answers: Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, fitted(value, longestDraftText)])),
    onBehalfOf: onBehalfOf && {
      name: cut(onBehalfOf.name, longestCallerName),
      phone: onBehalfOf.phone === null ? null : cut(onBehalfOf.phone, longestCallerPhone),
    },
  };
}
