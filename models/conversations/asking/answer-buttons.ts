import type { Field } from "#models/fields/field.ts";
import { openPage, press } from "#models/messages/build.ts";
import type { Action } from "#models/messages/message.ts";
import type { Asking } from "./ask-field.ts";
import { ratedSoFar, rowValue } from "./grid-rows.ts";

/** Values of buttons that are no value of a field. */
export const button = { skip: "!skip", done: "!done", typed: "!typed", more: "!more", clear: "!clear" } as const;

// LINE shows 13 quick replies; skip or done, more and cancel need room.
const choicesShown = 10;

/** A button that answers the question. */
function answer({ run, open }: Asking, label: string, value: string, says = label): Action {
  return press(label, { to: "answer", run, ask: open.key, value }, says);
}

/** Everything that answers the question at one tap, leaving it out included. */
export function answerActions(asking: Asking): Action[] {
  const { field } = asking;
  const skip = field.optional && !hasSome(asking) ? [answer(asking, "ข้าม", button.skip)] : [];
  return [...valueActions(asking), ...skip];
}

/** Kinds that grow by one press at a time have an end of their own once something is there. */
const gathered: ReadonlySet<Field["kind"]> = new Set(["photos", "files", "choices"]);
const hasSome = ({ field, value }: Asking): boolean => gathered.has(field.kind) && Array.isArray(value) && value.length > 0;

function valueActions(asking: Asking): Action[] {
  const { field } = asking;
  if (field.lookup) return candidateActions(asking);
  switch (field.kind) {
    case "choices":
      return toggleActions(asking, field.choices ?? []);
    case "photos":
      return photoActions(asking);
    case "files":
      return [...pageAction(asking), ...photoActions(asking)];
    case "rows":
    case "signature":
      return pageAction(asking);
    case "grid":
      return levelActions(asking);
    case "rating":
      return [5, 4, 3, 2, 1].map((stars) => answer(asking, `${stars} ดาว`, String(stars)));
    case "date":
      return [picker(asking, "เลือกวันที่", "date"), ...saying("วันนี้", field.past ? "เมื่อวาน" : "พรุ่งนี้")];
    case "time":
      return [picker(asking, "เลือกเวลา", "time"), ...saying("9 โมงเช้า", "บ่ายโมง")];
    case "date-time":
      return [picker(asking, "เลือกวันและเวลา", "datetime")];
    case "date-range":
      return saying("วันนี้", "พรุ่งนี้", "สัปดาห์หน้า");
    default:
      if (field.choices) return choiceActions(asking, field.choices);
      return saying(...(asking.offers ?? []).slice(0, choicesShown));
  }
}

const saying = (...texts: string[]): Action[] => texts.map((text) => ({ kind: "say", label: text, text }));

function picker({ run, open }: Asking, label: string, mode: "date" | "time" | "datetime"): Action {
  return { kind: "pick-date", label, mode, press: { to: "answer", run, ask: open.key, value: "" } };
}

function candidateActions(asking: Asking): Action[] {
  const { field, open } = asking;
  const found = open.offered.map((c) => answer(asking, candidateLabel(c), c.key));
  const asTyped = field.takesAnyText && open.typed ? [answer(asking, "ใช้ชื่อที่พิมพ์", button.typed)] : [];
  return [...found, ...asTyped];
}

// A quick reply carries 20 characters: half a district tells nobody anything, and the word that all schools share fills half.
const longestLabel = 20;
const shortLabel = (label: string) => label.replace(/^โรงเรียน(?=.)/, "");

function candidateLabel({ label, detail }: { label: string; detail?: string }): string {
  const whole = detail ? `${shortLabel(label)} · ${detail}` : shortLabel(label);
  return whole.length <= longestLabel ? whole : shortLabel(label);
}

type Choice = { value: string; label: string };

function choiceActions(asking: Asking, choices: Choice[]): Action[] {
  const shown = pageOf(asking, choices).map(({ label, value }) => answer(asking, label, value));
  return [...shown, ...moreAction(asking, choices)];
}

/** Each press puts one in or takes it out again; the tick shows what stands. */
function toggleActions(asking: Asking, choices: Choice[]): Action[] {
  const chosen = new Set(Array.isArray(asking.value) ? asking.value : []);
  const shown = pageOf(asking, choices).map(({ label, value }) => answer(asking, chosen.has(value) ? `✓ ${label}` : label, value, label));
  const finish = chosen.size > 0 ? [answer(asking, "เลือกครบแล้ว", button.done)] : [];
  return [...shown, ...moreAction(asking, choices), ...finish];
}

function pageOf({ open }: Asking, choices: Choice[]): Choice[] {
  const pages = Math.ceil(choices.length / choicesShown);
  const from = (open.page % Math.max(1, pages)) * choicesShown;
  return choices.slice(from, from + choicesShown);
}

const moreAction = (asking: Asking, choices: Choice[]): Action[] =>
  choices.length > choicesShown ? [answer(asking, "ตัวเลือกอื่น", button.more)] : [];

function photoActions(asking: Asking): Action[] {
  const finish = hasSome(asking) ? [answer(asking, "ส่งครบแล้ว", button.done), answer(asking, "ลบรูปทั้งหมด", button.clear)] : [];
  return [{ kind: "camera", label: "ถ่ายรูป" }, { kind: "album", label: "เลือกรูป" }, ...finish];
}

function levelActions(asking: Asking): Action[] {
  const { field, open } = asking;
  const row = ratedSoFar(open.typed).length;
  const item = field.items?.[row]?.label ?? "";
  return (field.levels ?? []).map((word, at) => answer(asking, `${5 - at} ${word}`, rowValue(row, 5 - at), `${item}: ${5 - at}`));
}

/** What the chat cannot take has a page; an office without one has people. */
function pageAction({ elsewhere }: Asking): Action[] {
  if (!elsewhere) return [];
  return [openPage("กรอกแบบเต็ม", elsewhere.page, press("คุยกับเจ้าหน้าที่", { to: "start", talk: "contact" }))];
}
