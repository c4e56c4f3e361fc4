import type { Claim } from "#models/conversations/conversation.ts";
import type { Input } from "#models/conversations/input.ts";
import type { Field } from "#models/fields/field.ts";
import { button } from "./answer-buttons.ts";
import type { Asking } from "./ask-field.ts";
import { levelSaid, ratedSoFar, rowPressed, withLevel } from "./grid-rows.ts";
import type { OpenQuestion } from "./open-question.ts";
import { isControlWord, plain, saysDone, saysSkip, saysUnsure, withoutParticles } from "./said.ts";

/** What an input makes of an open question. */
export type Heard =
  | { is: "value"; value: unknown }
  | { is: "photos"; value: string[]; tooMany: boolean }
  /** one of several put in or taken out; the question stays open, `null` where none is left */
  | { is: "kept"; value: string[] | null }
  | { is: "passed" }
  | { is: "cleared" }
  | { is: "lookup"; text: string }
  /** the question stands otherwise: more choices shown, a row of a grid rated */
  | { is: "page"; open: OpenQuestion }
  | { is: "unclear"; why: string };

// Longer, and a date or number in it is likelier part of a sentence than an answer.
const longestPlainAnswer = 40;

/** How a typed text stands to the open question; see Claim. */
export function claimOf(asking: Asking, input: Input, now: Date): Claim {
  const { field, open, offers = [] } = asking;
  if (input.kind === "press") return "answer";
  if (input.kind === "photos") return takesPhotos(field) ? "answer" : "no";
  if (input.kind !== "text") return "no";
  if (skips(field, input.text, now)) return "answer";
  if (isGathered(field) && saysDone(input.text)) return "answer";
  if (takesPhotos(field)) return "no";
  if (field.kind === "grid" && levelSaid(field, input.text) !== null) return "answer";
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
      return takesPhotos(asking.field) ? withPhotos(asking, input.files) : { is: "unclear", why: "" };
    default:
      return { is: "unclear", why: "" };
  }
}

const takesPhotos = ({ kind }: Field): boolean => kind === "photos" || kind === "files";
const isGathered = (field: Field): boolean => takesPhotos(field) || field.kind === "choices";

/** Leaves an optional question out; where "ไม่มี" or "ไม่ทราบ" is one of its answers it is that. */
function skips(field: Field, text: string, now: Date): boolean {
  if (!field.optional || !saysSkip(text)) return false;
  const hasOwn = field.choices !== undefined || (field.kind === "asset" && saysUnsure(text));
  return !(hasOwn && field.read(text, { now }).ok);
}

/** Pictures joined to those already there, as many as the field takes. */
export function joinPhotos(field: Field, before: unknown, files: string[]): { value: string[]; tooMany: boolean } {
  const all = [...new Set([...(Array.isArray(before) ? before.map(String) : []), ...files])];
  let kept = all;
  while (kept.length > 1 && isTooMany(field, kept)) kept = kept.slice(0, -1);
  return { value: kept, tooMany: kept.length < all.length };
}

/** Fewer than are wanted may still become enough. */
const isTooMany = (field: Field, files: string[]): boolean =>
  field.schema.safeParse(files).error?.issues.some(({ code }) => code === "too_big") ?? false;

function withPhotos({ field, value }: Asking, files: string[]): Heard {
  const joined = joinPhotos(field, value, files);
  return joined.value.length === 0 ? { is: "unclear", why: "" } : { is: "photos", ...joined };
}

function readText(asking: Asking, text: string, now: Date): Heard {
  const { field, open } = asking;
  if (skips(field, text, now)) return { is: "passed" };
  if (isGathered(field) && saysDone(text)) return finished(asking);
  if (field.kind === "grid" && (field.items ?? []).length > 1) {
    const level = levelSaid(field, text);
    if (level !== null) return rated(asking, ratedSoFar(open.typed).length, level);
  }
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
  if (!reading.ok) return { is: "unclear", why: reading.message };
  // One more word beside what is ticked is one more tick; a whole list is the answer.
  const [one, ...more] = field.kind === "choices" && Array.isArray(reading.value) ? reading.value.map(String) : [];
  if (one !== undefined && more.length === 0 && chosenOf(asking).length > 0) return toggled(asking, one);
  return { is: "value", value: reading.value };
}

const chosenOf = ({ value }: Asking): string[] => (Array.isArray(value) ? value.map(String) : []);

function toggled(asking: Asking, one: string): Heard {
  const chosen = chosenOf(asking);
  const next = chosen.includes(one) ? chosen.filter((value) => value !== one) : [...chosen, one];
  if (next.length === 0) return { is: "kept", value: null };
  const parsed = asking.field.schema.safeParse(next);
  return parsed.success ? { is: "kept", value: parsed.data as string[] } : { is: "unclear", why: asking.field.expected };
}

/** Nothing gathered yet is no end of a question that must be answered. */
function finished({ field, value }: Asking): Heard {
  const hasSome = Array.isArray(value) && value.length > 0;
  return hasSome || field.optional || field.kind === "photos" ? { is: "passed" } : { is: "unclear", why: field.expected };
}

function rated({ field, open }: Asking, row: number, level: number): Heard {
  const next = withLevel(field, open, row, level);
  return next.value ? { is: "value", value: next.value } : { is: "page", open: next.open };
}

const onlyDigits = /^[\p{N}\s.,/-]+$/u;

/** Why words are no answer to a question that needs one; null when they may be. */
function noAnswer(field: Field, text: string): string | null {
  if (field.kind === "asset" && saysUnsure(text)) return null;
  if ((field.optional && !field.lookup) || !(field.takesAnyText || field.lookup)) return null;
  const isNone =
    isControlWord(text) || (field.help !== undefined && saysUnsure(text)) || ((field.needsWords || field.lookup) && onlyDigits.test(text));
  return isNone ? (field.help ?? `ข้อนี้ขอ${field.label}ด้วยนะคะ`) : null;
}

function readPress(asking: Asking, value: string, picked: string | undefined, now: Date): Heard {
  const { field, open } = asking;
  if (value === button.skip) return field.optional ? { is: "passed" } : { is: "unclear", why: "" };
  if (value === button.done) return finished(asking);
  if (value === button.clear) return { is: "cleared" };
  if (value === button.more) return { is: "page", open: { ...open, page: open.page + 1 } };
  if (value === button.typed) return typedName(asking, now);
  const offered = open.offered.find((c) => c.key === value);
  if (offered) return { is: "value", value: offered.value };
  const level = field.kind === "grid" ? rowPressed(field, value) : null;
  if (level) return rated(asking, level.row, level.level);
  if (field.kind === "choices" && field.choices?.some((choice) => choice.value === value)) return toggled(asking, value);
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
