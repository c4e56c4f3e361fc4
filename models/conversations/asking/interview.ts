import { z } from "zod";
import type { Claim } from "#models/conversations/conversation.ts";
import type { Effect, Outcome } from "#models/conversations/effects.ts";
import type { Input } from "#models/conversations/input.ts";
import { own } from "#models/conversations/own.ts";
import type { Field } from "#models/fields/field.ts";
import type { Message } from "#models/messages/message.ts";
import { type Asking, askField } from "./ask-field.ts";
import { opened, openQuestion } from "./open-question.ts";
import { claimOf, readInput } from "./read-input.ts";
import { readLookup } from "./read-lookup.ts";

/** A few fields asked one after the other, without summary or submission. */
export const interviewState = z.strictObject({
  answers: z.record(z.string(), z.unknown()),
  passed: z.array(z.string()),
  open: openQuestion.nullable(),
});

export type Interview = z.infer<typeof interviewState>;

/** Which fields, in which order, with which one-tap answers. */
export type Questions = { fields: Record<string, Field>; keys: string[]; offers?: Record<string, string[]>; run: string };

/** Where an interview got: it asks, it wants a lookup, or it has everything. */
export type Progress =
  | { is: "asking"; interview: Interview; message: Message }
  | { is: "looking"; interview: Interview; effect: Effect }
  | { is: "complete"; interview: Interview };

export const freshInterview: Interview = { answers: {}, passed: [], open: null };

function askingOf(questions: Questions, { open, answers }: Interview): Asking | null {
  const field = open ? own(questions.fields, open.key) : undefined;
  if (!open || !field) return null;
  return { run: questions.run, field, open, offers: questions.offers?.[open.key] ?? [], value: answers[open.key] };
}

/** The open question again; null when none is open. */
export function interviewQuestion(questions: Questions, interview: Interview, lead?: string): Message | null {
  const asking = askingOf(questions, interview);
  return asking && askField(asking, lead);
}

/** On to the next field that is neither answered nor skipped. */
export function proceed(questions: Questions, interview: Interview, lead?: string): Progress {
  const key = questions.keys.find((k) => interview.answers[k] === undefined && !interview.passed.includes(k));
  const next = key === undefined ? null : { ...interview, open: opened(key) };
  // The centre's people are few: they are offered before anything is typed.
  if (next && questions.fields[next.open.key]?.lookup === "staff") {
    return {
      is: "looking",
      interview: { ...next, open: { ...next.open, typed: "" } },
      effect: { do: "lookup", source: "staff", text: "" },
    };
  }
  const message = next && interviewQuestion(questions, next, lead);
  return next && message ? { is: "asking", interview: next, message } : { is: "complete", interview: { ...interview, open: null } };
}

/** How an input stands to the open question. */
export function claimsInterview(questions: Questions, interview: Interview, input: Input, now: Date): Claim {
  const asking = askingOf(questions, interview);
  return asking ? claimOf(asking, input, now) : "no";
}

/** One input into the interview. */
export function hearInterview(questions: Questions, interview: Interview, input: Input, now: Date): Progress {
  const isOlder = input.kind === "press" && input.press.to === "answer" && input.press.ask !== interview.open?.key;
  const asking = isOlder ? null : askingOf(questions, interview);
  if (!asking) return again(questions, interview);
  const { key } = asking.open;
  const heard = readInput(asking, input, now);
  switch (heard.is) {
    case "value":
    case "photos":
      return proceed(questions, answeredWith(interview, key, heard.value));
    case "passed":
      return proceed(questions, { ...interview, passed: [...interview.passed, key], open: null });
    case "page":
      return again(questions, { ...interview, open: heard.open });
    case "kept": {
      const { [key]: _, ...rest } = interview.answers;
      return again(questions, { ...interview, answers: heard.value ? { ...rest, [key]: heard.value } : rest });
    }
    case "cleared":
      return again(questions, interview);
    case "lookup": {
      const next = { ...interview, open: { ...asking.open, offered: [], typed: heard.text } };
      return { is: "looking", interview: next, effect: { do: "lookup", source: asking.field.lookup ?? "schools", text: heard.text } };
    }
    case "unclear":
      return again(questions, interview, heard.why || undefined);
  }
}

/** What a lookup found for the open question. */
export function receiveInterview(questions: Questions, interview: Interview, outcome: Outcome, now: Date): Progress {
  const asking = askingOf(questions, interview);
  if (!asking) return again(questions, interview);
  const found = readLookup(asking, outcome, now);
  if (found.is === "value") return proceed(questions, answeredWith(interview, asking.open.key, found.value));
  return again(questions, { ...interview, open: { ...asking.open, offered: found.offered } }, found.why || undefined);
}

const answeredWith = (interview: Interview, key: string, value: unknown): Interview => ({
  ...interview,
  answers: { ...interview.answers, [key]: value },
  open: null,
});

function again(questions: Questions, interview: Interview, lead?: string): Progress {
  const message = interviewQuestion(questions, interview, lead);
  return message ? { is: "asking", interview, message } : proceed(questions, interview, lead);
}
