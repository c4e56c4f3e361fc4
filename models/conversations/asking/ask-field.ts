import type { Field } from "#models/fields/field.ts";
import { ask, press } from "#models/messages/build.ts";
import type { Action, Message } from "#models/messages/message.ts";
import type { OpenQuestion } from "./open-question.ts";

/** One field as it is asked in a run of a talk. */
export type Asking = {
  run: string;
  field: Field;
  open: OpenQuestion;
  /** the question in this talk's own words */
  words?: string;
  /** texts offered as one-tap answers */
  offers?: string[];
  /** words for people: kept with their particles */
  asWritten?: true;
  /** what is answered so far */
  value?: unknown;
};

/** Values of buttons that are no value of a field. */
export const button = { skip: "!skip", done: "!done", typed: "!typed", more: "!more", clear: "!clear" } as const;

/** Always offered where a talk is open. */
export const cancelAction: Action = { kind: "say", label: "ยกเลิก", text: "ยกเลิก" };

// LINE shows 13 quick replies; skip, more and cancel need room.
const choicesShown = 10;
// Quick replies carry 20 characters; the word that all schools share would fill half of it.
const shortLabel = (label: string) => label.replace(/^โรงเรียน(?=.)/, "");

/** The open question as a message, with everything that answers it at one tap. `lead` is said before it. */
export function askField(asking: Asking, lead?: string): Message {
  const { field, open } = asking;
  // Nothing typed yet: the directory itself is offered, under the field's own question.
  const isNarrowing = open.offered.length > 0 && open.typed !== "";
  const question = isNarrowing ? narrowing(field) : wordsOf(asking);
  const skip = field.optional && field.kind !== "photos" ? [answer(asking, "ข้าม", button.skip)] : [];
  return ask(lead ? `${lead}\n${question}` : question, [...valueActions(asking), ...skip, cancelAction]);
}

const narrowing = ({ lookup }: Field): string =>
  lookup === "schools" ? "พบหลายโรงเรียนค่ะ พิมพ์ชื่อเพิ่มอีกนิด หรือเลือกได้เลย" : "หมายถึงใครคะ เลือกได้เลย หรือพิมพ์ชื่อเพิ่มก็ได้ค่ะ";

function wordsOf({ field, words }: Asking): string {
  return words ?? field.question ?? `${field.label}คืออะไรคะ`;
}

/** A button that answers the question. */
function answer({ run, open }: Asking, label: string, value: string): Action {
  return press(label, { to: "answer", run, ask: open.key, value });
}

function valueActions(asking: Asking): Action[] {
  const { field } = asking;
  if (field.lookup) return candidateActions(asking);
  if (field.choices) return choiceActions(asking, field.choices);
  if (field.kind === "photos") return photoActions(asking);
  if (field.kind === "rating") return [5, 4, 3, 2, 1].map((stars) => answer(asking, `${stars} ดาว`, String(stars)));
  if (field.kind === "date") return dateActions(asking);
  return (asking.offers ?? []).slice(0, choicesShown).map((text) => ({ kind: "say", label: text, text }));
}

function candidateActions(asking: Asking): Action[] {
  const { field, open } = asking;
  const found = open.offered.map((c) => answer(asking, candidateLabel(c), c.key));
  const asTyped = field.takesAnyText && open.typed ? [answer(asking, "ใช้ชื่อที่พิมพ์", button.typed)] : [];
  return [...found, ...asTyped];
}

// A quick reply carries 20 characters: half a district tells nobody anything.
const longestLabel = 20;

function candidateLabel({ label, detail }: { label: string; detail?: string }): string {
  const whole = detail ? `${shortLabel(label)} · ${detail}` : shortLabel(label);
  return whole.length <= longestLabel ? whole : shortLabel(label);
}

function choiceActions(asking: Asking, choices: { value: string; label: string }[]): Action[] {
  if (choices.length <= choicesShown) return choices.map((c) => answer(asking, c.label, c.value));
  const pages = Math.ceil(choices.length / choicesShown);
  const from = (asking.open.page % pages) * choicesShown;
  return [
    ...choices.slice(from, from + choicesShown).map((c) => answer(asking, c.label, c.value)),
    answer(asking, "ตัวเลือกอื่น", button.more),
  ];
}

function photoActions(asking: Asking): Action[] {
  const has = Array.isArray(asking.value) && asking.value.length > 0;
  const finish = has ? [answer(asking, "ส่งครบแล้ว", button.done), answer(asking, "ลบรูปทั้งหมด", button.clear)] : [];
  const skip = !has && asking.field.optional ? [answer(asking, "ข้าม", button.skip)] : [];
  return [{ kind: "camera", label: "ถ่ายรูป" }, { kind: "album", label: "เลือกรูป" }, ...finish, ...skip];
}

function dateActions({ run, open }: Asking): Action[] {
  return [
    { kind: "pick-date", label: "เลือกวันที่", mode: "date", press: { to: "answer", run, ask: open.key, value: "" } },
    ...["วันนี้", "พรุ่งนี้"].map((text): Action => ({ kind: "say", label: text, text })),
  ];
}
