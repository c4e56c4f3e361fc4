import type { Asking } from "#models/conversations/asking/ask-field.ts";
import { opened } from "#models/conversations/asking/open-question.ts";
import { isControlWord, saysUnsure } from "#models/conversations/asking/said.ts";
import type { TalkContext } from "#models/conversations/conversation.ts";
import { own } from "#models/conversations/own.ts";
import { commonPositions, registrationForm } from "#models/conversations/register/registration.form.ts";
import type { Field } from "#models/fields/field.ts";
import { phoneField } from "#models/fields/kinds/phone.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { isShown } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import type { FormState } from "./form-state.ts";

/** A question's place: the form's own fields go by their name, the others by a prefix. */
export type Section = "answers" | "self" | "caller";

const caller: Record<string, Field> = {
  name: textField({ label: "ชื่อผู้แจ้ง", question: "ผู้แจ้งชื่ออะไรคะ", max: 120, min: 2 }) as Field,
  phone: phoneField({ label: "เบอร์ผู้แจ้ง", question: "เบอร์โทรของผู้แจ้งคืออะไรคะ", optional: true }) as Field,
};

/** Which section a question belongs to, and its name there. */
export function placeOf(key: string): { section: Section; name: string } {
  const [prefix = "", name] = key.split(":");
  return name === undefined ? { section: "answers", name: key } : { section: prefix === "self" ? "self" : "caller", name };
}

/** The field behind a question; null when the definition no longer has it. */
export function fieldOf(type: RequestType, key: string): Field | null {
  const { section, name } = placeOf(key);
  const fields: Record<string, Field> = section === "answers" ? type.form.fields : section === "self" ? registrationForm.fields : caller;
  return own(fields, name) ?? null;
}

/** What is answered to a question so far. */
export function answerTo(state: FormState, key: string): unknown {
  const { section, name } = placeOf(key);
  return state[section][name];
}

/** The questions still to be asked before the summary, in their order. */
export function pendingBefore(type: RequestType, state: FormState, context: TalkContext): string[] {
  // A caller says who they are, from where, and how to reach them.
  const school = schoolKey(type);
  const callers = state.onBehalf ? ["caller:name", ...(school ? [school] : []), "caller:phone"] : [];
  const steps = type.conversation.steps.map((step) => step.field).filter((key) => isShown(type.form, key, state.answers));
  // Someone unknown still has their name and position to tell: what is optional is offered on the summary, not asked.
  const asked = context.person ? steps : steps.filter((key) => !type.form.fields[key]?.optional);
  return [...new Set([...callers, ...asked])].filter((key) => answerTo(state, key) === undefined && !state.passed.includes(key));
}

/** What must be known of someone unknown before their first request can be kept. */
export function pendingSelf(type: RequestType, state: FormState, context: TalkContext): string[] {
  if (context.person) return [];
  const schoolKnown = schoolKey(type) !== null && state.answers[schoolKey(type) ?? ""] !== undefined;
  return ["school", "name", "position"]
    .filter((name) => !(name === "school" && schoolKnown) && state.self[name] === undefined)
    .map((name) => `self:${name}`);
}

/** The form's field that holds a school, if it has one. */
export function schoolKey(type: RequestType): string | null {
  return Object.entries(type.form.fields).find(([, field]) => field.kind === "school")?.[0] ?? null;
}

/** The open question with everything that asking and reading it needs; null when nothing is open. */
export function askingOf(type: RequestType, state: FormState, context: TalkContext, run: string): Asking | null {
  const { open } = state;
  const field = open && fieldOf(type, open.key);
  if (!open || !field) return null;
  const { section, name } = placeOf(open.key);
  const words = section === "answers" ? type.conversation.steps.find((s) => s.field === name)?.question : undefined;
  return {
    run,
    field,
    open,
    offers: offersOf(type, state, context, open.key, field),
    value: answerTo(state, open.key),
    elsewhere: { page: { to: "form", formId: type.form.id, draft: run }, phone: context.office.phone },
    ...(words ? { words } : {}),
  };
}

function offersOf(type: RequestType, state: FormState, context: TalkContext, key: string, field: Field): string[] {
  if (key === "self:position") return commonPositions;
  if (placeOf(key).section !== "answers") return [];
  const suggested = type.conversation.suggest?.(key, state.answers) ?? [];
  const places = field.kind === "place" && !state.onBehalf ? (context.person?.recentPlaces ?? []).filter(isPlace) : [];
  return [...new Set([...suggested, ...places])];
}

// Kept by earlier versions, which took any word for a place.
const isPlace = (text: string): boolean => !isControlWord(text) && !saysUnsure(text);

/** Opens a question. */
export function openQuestionOf(state: FormState, key: string): FormState {
  return { ...state, open: opened(key) };
}
