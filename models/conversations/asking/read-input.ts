import type { Claim } from "#models/conversations/conversation.ts";
import type { Input } from "#models/conversations/input.ts";
import type { Field } from "#models/fields/field.ts";
import { type Asking, button } from "./ask-field.ts";
import type { OpenQuestion } from "./open-question.ts";
import { isControlWord, plain, saysDone, saysSkip, saysUnsure, withoutParticles } from "./said.ts";

/** What an input makes of an open question. */
export type Heard =
  | { is: "value"; value: unknown }
  | { is: "photos"; value: string[]; tooMany: boolean }
  | { is: "passed" }
  | { is: "cleared" }
  | { is: "lookup"; text: string }
  | { is: "page"; open: OpenQuestion }
  | { is: "unclear"; why: string };

// Longer, and a date or number in it is likelier part of a sentence than an answer.
const longestPlainAnswer = 40;

/** How a typed text stands to the open question; see Claim. */
export function claimOf(asking: Asking, input: Input, now: Date): Claim {
  const { field, open, offers = [] } = asking;
  if (input.kind === "press") return "answer";
  if (input.kind === "photos") return field.kind === "photos" ? "answer" : "no";
  if (input.kind !== "text") return "no";
  if (field.optional && saysSkip(input.text)) return "answer";
  if (field.kind === "photos") return saysDone(input.text) ? "answer" : "no";
  const said = plain(input.text);
  if (offers.some((text) => plain(text) === said) || open.offered.some((c) => plain(c.label) === said)) return "answer";
  if (field.takesAnyText || field.lookup) return "maybe";
  if (!field.read(input.text, { now }).ok) return "no";
  return input.text.length <= longestPlainAnswer ? "answer" : "maybe";
}

/** Reads an input as the answer to the open question. */
export function readInput(asking: Asking, input: Input, now: Date): Heard {
  switch (input.kind) {
    case "text":
      return readText(asking, input.text, now);
    case "press":
      return readPress(asking, input.press.to === "answer" ? input.press.value : "", input.picked, now);
    case "photos":
      return asking.field.kind === "photos" ? withPhotos(asking, input.files) : { is: "unclear", why: "" };
    default:
      return { is: "unclear", why: "" };
  }
}

/** Pictures joined to those already there, as many as the field takes. */
export function joinPhotos(field: Field, before: unknown, files: string[]): { value: string[]; tooMany: boolean } {
  const all = [...new Set([...(Array.isArray(before) ? before.map(String) : []), ...files])];
  let kept = all;
  while (kept.length > 1 && !field.schema.safeParse(kept).success) kept = kept.slice(0, -1);
  return { value: kept, tooMany: kept.length < all.length };
}

function withPhotos({ field, value }: Asking, files: string[]): Heard {
  const joined = joinPhotos(field, value, files);
  return joined.value.length === 0 ? { is: "unclear", why: "" } : { is: "photos", ...joined };
}

function readText(asking: Asking, text: string, now: Date): Heard {
  const { field, open } = asking;
  if ((field.optional && saysSkip(text)) || (field.kind === "photos" && saysDone(text))) return { is: "passed" };
  const said = plain(text);
  const named = open.offered.filter((c) => plain(c.label) === said || plain(c.label) === plain(`โรงเรียน${text}`));
  if (named.length === 1) return { is: "value", value: named[0]?.value };
  const why = noAnswer(field, text);
  if (why !== null) return { is: "unclear", why };
  const bare = field.takesAnyText && !asking.asWritten ? withoutParticles(text) : text;
  const reading = field.read(bare, { now });
  if (field.lookup) {
    return field.takesAnyText && !reading.ok ? { is: "unclear", why: reading.message } : { is: "lookup", text: bare.slice(0, 120) };
  }
  return reading.ok ? { is: "value", value: reading.value } : { is: "unclear", why: reading.message };
}

const onlyDigits = /^[\p{N}\s.,/-]+$/u;

/** Why words are no answer to a question that needs one; null when they may be. */
function noAnswer(field: Field, text: string): string | null {
  if ((field.optional && !field.lookup) || !(field.takesAnyText || field.lookup)) return null;
  const isNone =
    isControlWord(text) || (field.help !== undefined && saysUnsure(text)) || ((field.needsWords || field.lookup) && onlyDigits.test(text));
  return isNone ? (field.help ?? `ข้อนี้ขอ${field.label}ด้วยนะคะ`) : null;
}

function readPress(asking: Asking, value: string, picked: string | undefined, now: Date): Heard {
  const { field, open } = asking;
  if (value === button.skip) return field.optional ? { is: "passed" } : { is: "unclear", why: "" };
  if (value === button.done) return { is: "passed" };
  if (value === button.clear) return { is: "cleared" };
  if (value === button.more) return { is: "page", open: { ...open, page: open.page + 1 } };
  if (value === button.typed) return typedName(asking, now);
  const offered = open.offered.find((c) => c.key === value);
  if (offered) return { is: "value", value: offered.value };
  const exact = field.choices ? value : picked;
  if (exact !== undefined) {
    const parsed = field.schema.safeParse(exact);
    if (parsed.success) return { is: "value", value: parsed.data };
  }
  if (field.lookup) return { is: "unclear", why: "" };
  const reading = field.read(value, { now });
  return reading.ok ? { is: "value", value: reading.value } : { is: "unclear", why: reading.message };
}

function typedName({ field, open }: Asking, now: Date): Heard {
  const reading = open.typed === null ? null : field.read(open.typed, { now });
  return reading?.ok ? { is: "value", value: reading.value } : { is: "unclear", why: "" };
}
