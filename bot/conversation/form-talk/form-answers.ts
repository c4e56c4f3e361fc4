import { opened } from "#models/conversations/asking/open-question.ts";
import type { Understanding } from "#models/conversations/understanding.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
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
export function fitting(type: RequestType, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]) => {
      const parsed = type.form.fields[key]?.schema.safeParse(value);
      return parsed?.success ? [[key, parsed.data]] : [];
    }),
  );
}

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

/**
 * Keeps a typed answer with all that its sentence says besides: "กระดาษติด ที่ห้องธุรการ" to the symptom answers the place
 * too. Only what is not answered yet is taken, and only when the sentence answers the question that was asked.
 */
export function answeredInWords(
  type: RequestType,
  state: FormState,
  key: string,
  value: unknown,
  said: { text: string; understood: Understanding },
): FormState {
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
