import { type Asking, askField, cancelAction } from "#models/conversations/asking/ask-field.ts";
import { opened } from "#models/conversations/asking/open-question.ts";
import type { Step, TalkContext } from "#models/conversations/conversation.ts";
import { own } from "#models/conversations/own.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { ask, press } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";
import { type Form, isShown } from "#models/requests/define-form.ts";
import type { Catalogue } from "#models/requests/open-catalogue.ts";
import { parseAnswers } from "#models/requests/parse-answers.ts";
import type { Transition } from "#models/workflows/define-workflow.ts";
import type { TransitionState } from "./transition-state.ts";

export type At = { catalogue: Catalogue; context: TalkContext; run: string };
type TransitionStep = Step<TransitionState>;

// With more optional fields than this, nobody wants to skip through all of them.
const fewFields = 2;

/** The transition's definition; null when the workflow no longer has it. */
export function transitionOf({ catalogue }: At, state: TransitionState): Transition | null {
  const type = catalogue.all.find((t) => t.form.id === state.formId);
  return own(type?.workflow.transitions, state.transition) ?? null;
}

/** The form whose fields are all optional and many: which of them to fill is asked first. */
export function isPickForm(form: Form): boolean {
  const fields = Object.values(form.fields);
  return fields.length > fewFields && fields.every((field) => field.optional);
}

/** The open question with all that asking and reading it needs. */
export function askingOf(at: At, state: TransitionState): Asking | null {
  const field = state.open ? own(transitionOf(at, state)?.form?.fields, state.open.key) : undefined;
  if (!state.open || !field) return null;
  const asWritten = field.kind === "text" ? { asWritten: true as const } : {};
  const elsewhere = { page: { to: "request" as const, id: state.request }, phone: at.context.office.phone };
  return { run: at.run, field, open: state.open, value: state.answers[state.open.key], elsewhere, ...asWritten };
}

/** What stands open as a message: a field, which field, or the confirmation. */
export function present(state: TransitionState, at: At, lead?: string): Message | null {
  const transition = transitionOf(at, state);
  const asking = askingOf(at, state);
  if (asking) return askField(asking, lead);
  if (state.phase === "choosing" && transition?.form) return whichField(state, transition.form, at, lead);
  if (state.phase !== "confirming" || !transition?.confirm) return null;
  const words = filled(transition.confirm, state);
  return ask(lead ? `${lead}\n${words}` : words, [answer(at, "confirm", "ใช่", "yes"), answer(at, "confirm", "ไม่ใช่", "no"), cancelAction]);
}

export function again(state: TransitionState, at: At, lead?: string): TransitionStep {
  const message = present(state, at, lead);
  return message ? { state, messages: [message] } : { state: null, messages: [] };
}

/** On to the next field, the confirmation, the deed. */
export function advance(state: TransitionState, at: At, lead?: string): TransitionStep {
  const transition = transitionOf(at, state);
  if (!transition) return { state: null, messages: [] };
  const { form } = transition;
  const isPicking = form !== undefined && isPickForm(form);
  if (isPicking && Object.keys(state.answers).length === 0) return again({ ...state, phase: "choosing", open: null }, at, lead);
  const next = form && !isPicking ? pending(form, state) : undefined;
  if (next !== undefined) return again({ ...state, phase: "asking", open: opened(next) }, at, lead);
  const refused = form ? firstProblem(form, state, at) : null;
  if (refused) return again({ ...state, phase: "asking", passed: [], open: opened(refused.field) }, at, refused.message);
  if (transition.confirm && state.phase !== "confirming") return again({ ...state, phase: "confirming", open: null }, at, lead);
  return send(state);
}

/** Asks a field; a directory of few is shown before anything is typed. */
export function withDirectory(step: TransitionStep, at: At): TransitionStep {
  const { state } = step;
  const asking = state && askingOf(at, state);
  if (!state || !asking || step.effect || asking.field.lookup !== "staff" || asking.open.typed !== null) return step;
  const open = { ...asking.open, typed: "" };
  return { state: { ...state, open }, messages: step.messages.slice(0, -1), effect: { do: "lookup", source: "staff", text: "" } };
}

export function send(state: TransitionState): TransitionStep {
  const { request, transition, offeredIn, seen, answers } = state;
  return {
    state: { ...state, phase: "sending", open: null },
    messages: [],
    effect: { do: "transition", requestId: request, transition, offeredIn, answers, ...(seen === null ? {} : { seen }) },
  };
}

/** `{number}` in a definition's words. */
export function filled(words: string, facts: { number: string; state?: string }): string {
  return words.replaceAll("{number}", facts.number).replaceAll("{state}", facts.state ?? "");
}

function pending(form: Form, { answers, passed }: TransitionState): string | undefined {
  const isOpen = (key: string) => answers[key] === undefined && !passed.includes(key) && isShown(form, key, answers);
  const next = Object.keys(form.fields).find(isOpen);
  // Words of an addition go at once: pictures may follow as another. Pictures first may still get words.
  const isSaid = Object.values(form.fields).every((field) => field.optional) && Object.keys(answers).length > 0;
  return next !== undefined && isSaid && form.fields[next]?.kind === "photos" ? undefined : next;
}

function firstProblem(form: Form, { answers }: TransitionState, { context }: At) {
  const parsed = parseAnswers(form, answers, { today: bangkokDate(context.now) });
  return parsed.ok ? null : (parsed.problems.find((problem) => form.fields[problem.field]) ?? null);
}

function whichField(state: TransitionState, form: Form, at: At, lead?: string): Message {
  const fields = Object.entries(form.fields).map(([key, field]) => answer(at, "field", field.label, key));
  const words = lead?.includes(state.number) ? "จะแก้อะไรคะ" : `${state.number} จะแก้อะไรคะ`;
  return ask(lead ? `${lead}\n${words}` : words, [...fields, cancelAction]);
}

function answer({ run }: At, question: string, label: string, value: string) {
  return press(label, { to: "answer", run, ask: `!${question}`, value });
}
