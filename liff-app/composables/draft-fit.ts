import { longestCallerName, longestCallerPhone, longestDraftText } from "#models/contracts/draft-limits.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { Caller } from "./draft-local.ts";

type Typed = { answers: Answers; onBehalfOf: Caller | null };

/** Not in the middle of an emoji. */
const cut = (text: string, max: number) => text.slice(0, max).replace(/[\uD800-\uDBFF]$/, "");

/** What the server takes of a draft: one text that is too long is sent cut, so that all the rest is kept. The phone keeps it whole. */
export function fitDraft({ answers, onBehalfOf }: Typed): Typed {
  const fitted = (value: unknown) => (typeof value === "string" ? cut(value, longestDraftText) : value);
  return {
    answers: Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, fitted(value)])),
    onBehalfOf: onBehalfOf && {
      name: cut(onBehalfOf.name, longestCallerName),
      phone: onBehalfOf.phone === null ? null : cut(onBehalfOf.phone, longestCallerPhone),
    },
  };
}
