import { opened } from "#models/conversations/asking/open-question.ts";
import { plain, withoutParticles } from "#models/conversations/asking/said.ts";
import type { Understanding } from "#models/conversations/understanding.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { fittingAnswers } from "#models/requests/fitting-answers.ts";
import { placeOf } from "./form-questions.ts";
import type { FormState } from "./form-state.ts";

/** What understanding has of a message that says nothing: a talk begun by a button. */
export const nothingSaid: Understanding = {
  intent: "other",
  category: null,
  urgency: null,
  confidence: 0,
  finished: true,
  entities: {},
};

/** What a sentence already answers, as far as each field takes it. */
export function prefilled(type: RequestType, understood: Understanding, text: string): Answers {
  return fitting(type, type.conversation.prefill?.(understood, text) ?? {});
}

/** The answers that their fields take; the others are asked. */
export const fitting = (type: RequestType, answers: Answers): Answers => fittingAnswers(type.form, answers);

/** Keeps one answer and closes its question. */
export function answered(state: FormState, key: string, value: unknown): FormState {
  const { section, name } = placeOf(key);
  return { ...state, [section]: { ...state[section], [name]: value }, open: null, revision: state.revision + 1 };
}

/** Takes an answer back; its question stays open. */
export function cleared(state: FormState, key: string): FormState {
  const { section, name } = placeOf(key);
  const { [name]: _, ...rest } = state[section];
  return { ...state, [section]: rest, open: opened(key), revision: state.revision + 1 };
}

/** Leaves a question out. */
export function passed(state: FormState, key: string): FormState {
  return { ...state, passed: [...new Set([...state.passed, key])], open: null };
}

// "อยู่ที่", "ค่ะ": what may stand around the one thing that a text names.
const mostAround = 8;

/**
 * A text that names nothing but another question's answer ("ห้องวิชาการ", typed fast while the symptom was being asked): that
 * one is kept and this one stays open. Null when the text may be what was asked for.
 */
export function answeredElsewhere(type: RequestType, state: FormState, key: string, said: Said): FormState | null {
  const field = type.form.fields[key];
  if (placeOf(key).section !== "answers" || !field?.takesAnyText || field.lookup) return null;
  const sentence = prefilled(type, said.understood, said.text);
  if (sentence[key] !== undefined) return null;
  const asked = type.conversation.steps.map((step) => step.field);
  const others = Object.entries(sentence).filter(([k, value]) => asked.includes(k) && typeof value === "string");
  const [only] = others;
  if (!only || others.length > 1 || !namesOnly(type, said, only[0], String(only[1]))) return null;
  const [other, value] = only;
  const kept = state.answers[other] === undefined ? value : other === type.conversation.story ? told(type, state, said.text) : value;
  const answers = { ...state.answers, [other]: kept };
  const refined = fitting(type, type.conversation.refine?.(answers, other, said.understood) ?? {});
  return { ...state, answers: { ...answers, ...refined }, revision: state.revision + 1 };
}

/** The device goes by its own name ("คอม" is คอมพิวเตอร์): only words that stand in the text can be measured. */
function namesOnly(type: RequestType, { text }: Said, other: string, value: string): boolean {
  const said = plain(text);
  if (other === type.conversation.story || !said.includes(plain(value))) return said.length <= plain(value).length + mostAround;
  return said.length - plain(value).length <= mostAround;
}

/** What was told so far with these words behind it, as long as the field takes it. */
function told(type: RequestType, state: FormState, text: string): unknown {
  const { story } = type.conversation;
  const before = story ? state.answers[story] : undefined;
  if (typeof before !== "string" || plain(before).includes(plain(text))) return before ?? text;
  const joined = story ? type.form.fields[story]?.schema.safeParse(`${before} ${withoutParticles(text)}`) : undefined;
  return joined?.success ? joined.data : before;
}

/** Words said besides a question that takes none (a picture): they go to the story. Null where the form has none. */
export function toldBesides(type: RequestType, state: FormState, said: Said): FormState | null {
  const { story } = type.conversation;
  if (!story || typeof state.answers[story] !== "string") return null;
  const answers = { ...state.answers, [story]: told(type, state, said.text) };
  const refined = fitting(type, type.conversation.refine?.(answers, story, said.understood) ?? {});
  return { ...state, answers: { ...answers, ...refined }, revision: state.revision + 1 };
}

type Said = { text: string; understood: Understanding };

/**
 * Keeps a typed answer with all that its sentence says besides: "กระดาษติด ที่ห้องธุรการ" to the symptom answers the place
 * too. Only what is not answered yet is taken, and only when the sentence answers the question that was asked.
 */
export function answeredInWords(type: RequestType, state: FormState, key: string, value: unknown, said: Said): FormState {
  if (placeOf(key).section !== "answers") return answered(state, key, value);
  const field = type.form.fields[key];
  const sentence = field?.takesAnyText && !field.lookup ? prefilled(type, said.understood, said.text) : {};
  const more = Object.fromEntries(
    Object.entries(sentence).filter(([k]) => k !== key && state.answers[k] === undefined && type.form.fields[k]?.question),
  );
  const takes = sentence[key] !== undefined && Object.keys(more).length > 0;
  const kept = answered(state, key, takes ? sentence[key] : value);
  const refined = fitting(type, type.conversation.refine?.(kept.answers, key, said.understood) ?? {});
  return { ...kept, answers: { ...kept.answers, ...(takes ? more : {}), ...refined } };
}
