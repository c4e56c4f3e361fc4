import { askField } from "#models/conversations/asking/ask-field.ts";
import type { Step, TalkContext } from "#models/conversations/conversation.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { say } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";
import { privacyNotice } from "#models/phrases/privacy-notice.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { type AnswerProblem, parseAnswers } from "#models/requests/parse-answers.ts";
import { askingOf, fieldOf, openQuestionOf, pendingBefore, pendingSelf } from "./form-questions.ts";
import type { FormState } from "./form-state.ts";
import { handOverMessage, isForPage } from "./hand-over.ts";
import { sending } from "./submission.ts";
import { summaryCard } from "./summary.ts";

/** Where and for whom a step is made. */
export type At = { type: RequestType; context: TalkContext; run: string };

/** The open question as it stands, or the summary. */
export function present(state: FormState, { type, context, run }: At, lead?: string): Message[] {
  if (state.phase === "page") return [handOverMessage(type, state, run, context, lead)];
  const asking = askingOf(type, state, context, run);
  if (asking) return [askField(asking, lead)];
  return [...(lead ? [say(lead)] : []), summaryCard(type, state, run, context)];
}

/** Stays where it is and asks again. */
export function again(state: FormState, at: At, lead?: string): Step<FormState> {
  return { state, messages: present(state, at, lead) };
}

/** Opens a question and puts it. */
export function put(state: FormState, key: string, at: At, lead?: string): Step<FormState> {
  const next = openQuestionOf(state, key);
  return { state: next, messages: present(next, at, lead) };
}

/** On to whatever is missing, then the summary; after ยืนยัน on to who the person is, then the submission. */
export function advance(state: FormState, at: At, lead?: string): Step<FormState> {
  const { type, context } = at;
  if (isForPage(type)) return again({ ...state, phase: "page", open: null }, at, lead);
  const pending = pendingBefore(type, state, context)[0];
  if (pending !== undefined) return put({ ...state, phase: state.phase === "self" ? "self" : "asking" }, pending, at, lead);
  const parsed = parseAnswers(type.form, state.answers, { today: bangkokDate(context.now) });
  if (!parsed.ok) return correct(state, parsed.problems, at);
  if (state.phase === "self") return advanceSelf({ ...state, answers: parsed.answers }, at, lead);
  return again({ ...state, phase: "summary", open: null }, at, lead);
}

/** Asks again what an answer's gate did not take, with its words. */
export function correct(state: FormState, problems: AnswerProblem[], at: At): Step<FormState> {
  const problem = problems.find((p) => fieldOf(at.type, p.field));
  if (!problem) return again({ ...state, phase: "summary", open: null }, at, problems[0]?.message);
  // "กรอก…ด้วยนะคะ" says no more than the question; why an optional one is wanted after all does.
  const isMissing = state.answers[problem.field] === undefined && fieldOf(at.type, problem.field)?.optional !== true;
  const asking = { ...state, phase: "asking" as const, passed: state.passed.filter((key) => key !== problem.field) };
  return put(asking, problem.field, at, isMissing ? undefined : problem.message);
}

/** The report is confirmed: sent at once, or after someone unknown has said who they are. */
export function confirmed(state: FormState, at: At): Step<FormState> {
  return advance({ ...state, phase: "self", open: null }, at);
}

function advanceSelf(state: FormState, at: At, lead?: string): Step<FormState> {
  const { type, context, run } = at;
  const key = pendingSelf(type, state, context)[0];
  if (key === undefined) return sending(type, state, context, run);
  const step = put({ ...state, noticed: true }, key, at, lead);
  return state.noticed ? step : { ...step, messages: [say(privacyNotice.text), ...step.messages] };
}
