import { opened } from "#models/conversations/asking/open-question.ts";
import { claimOf, joinPhotos, readInput } from "#models/conversations/asking/read-input.ts";
import { plain, saysNo, saysYes } from "#models/conversations/asking/said.ts";
import type { Claim, Step, TalkContext } from "#models/conversations/conversation.ts";
import type { Input } from "#models/conversations/input.ts";
import { own } from "#models/conversations/own.ts";
import { say } from "#models/messages/build.ts";
import { photosReceived, refusedPhotos, unsupportedInput } from "#models/phrases/photos.ts";
import type { Form } from "#models/requests/define-form.ts";
import type { TransitionState } from "./transition-state.ts";
import { type At, advance, again, askingOf, transitionOf } from "./transition-steps.ts";

type TransitionStep = Step<TransitionState>;

/** How an input stands to the transition's open question. */
export function claimsTransition(state: TransitionState, input: Input, at: At, context: TalkContext): Claim {
  const form = transitionOf(at, state)?.form;
  if (input.kind === "photos") return form && photosKey(form) ? "answer" : "no";
  const asking = askingOf(at, state);
  if (asking) return claimOf(asking, input, context.now);
  if (input.kind === "press") return "answer";
  if (input.kind !== "text") return "no";
  if (state.phase === "choosing" && form) return fieldNamed(form, input.text) ? "answer" : "no";
  return state.phase === "confirming" && (saysYes(input.text) || saysNo(input.text)) ? "answer" : "no";
}

/** One input into the transition's talk. */
export function hearTransition(state: TransitionState, input: Input, at: At): TransitionStep {
  const form = transitionOf(at, state)?.form;
  if (input.kind === "unsupported") return again(state, at, unsupportedInput(input.what));
  if (input.kind === "photos" && form) return hearPhotos(state, form, input, at);
  const word = wordOf(input);
  if (input.kind === "press" && input.press.to === "answer") {
    if (input.press.ask === "!confirm") return confirm(state, word === "yes", at);
    if (input.press.ask === "!field") return own(form?.fields, word) ? choose(state, word, at) : again(state, at);
    if (own(form?.fields, input.press.ask)) return hearAnswer(withOpen(state, input.press.ask), input, at);
    return again(state, at);
  }
  if (state.open) return hearAnswer(state, input, at);
  if (state.phase === "confirming" && (saysYes(word) || saysNo(word))) return confirm(state, saysYes(word), at);
  const field = state.phase === "choosing" && form ? fieldNamed(form, word) : null;
  return field ? choose(state, field, at) : again(state, at, "เลือกจากปุ่มด้านล่างได้เลยค่ะ");
}

function wordOf(input: Input): string {
  if (input.kind === "text") return input.text;
  return input.kind === "press" && input.press.to === "answer" ? input.press.value : "";
}

const withOpen = (state: TransitionState, key: string): TransitionState =>
  state.open?.key === key ? state : { ...state, phase: "asking", open: opened(key) };

const choose = (state: TransitionState, key: string, at: At): TransitionStep => again(withOpen(state, key), at);

function confirm(state: TransitionState, isWanted: boolean, at: At): TransitionStep {
  if (state.phase !== "confirming") return again(state, at);
  return isWanted ? advance(state, at) : { state: null, messages: [say(`ไม่มีอะไรเปลี่ยนค่ะ ${state.number} เหมือนเดิม`)] };
}

function fieldNamed(form: Form, text: string): string | null {
  const said = plain(text);
  const found = Object.entries(form.fields).find(([, field]) => plain(field.label) === said);
  return found?.[0] ?? null;
}

function photosKey(form: Form): string | null {
  const takes = (kind: "photos" | "files") => Object.keys(form.fields).find((key) => form.fields[key]?.kind === kind);
  return takes("photos") ?? takes("files") ?? null;
}

function hearPhotos(state: TransitionState, form: Form, input: Extract<Input, { kind: "photos" }>, at: At): TransitionStep {
  const key = photosKey(form);
  const field = key === null ? undefined : form.fields[key];
  const refused = input.refused ? refusedPhotos(input.refused) : "";
  if (key === null || !field || input.files.length === 0) return again(state, at, refused || undefined);
  const { value, tooMany } = joinPhotos(field, state.answers[key], input.files);
  const lead = [photosReceived(value.length, tooMany), refused].filter(Boolean).join("\n");
  return again({ ...state, answers: { ...state.answers, [key]: value } }, at, lead);
}

function hearAnswer(state: TransitionState, input: Input, at: At): TransitionStep {
  const asking = askingOf(at, state);
  if (!asking) return again(state, at);
  const { key } = asking.open;
  const heard = readInput(asking, input, at.context.now);
  switch (heard.is) {
    case "value":
      return advance({ ...state, answers: { ...state.answers, [key]: heard.value }, open: null }, at);
    case "photos":
      return again({ ...state, answers: { ...state.answers, [key]: heard.value } }, at, photosReceived(heard.value.length, heard.tooMany));
    case "kept": {
      const { [key]: _, ...rest } = state.answers;
      return again({ ...state, answers: heard.value ? { ...rest, [key]: heard.value } : rest }, at);
    }
    case "passed":
      return advance({ ...state, passed: [...new Set([...state.passed, key])], open: null }, at);
    case "cleared": {
      const { [key]: _, ...rest } = state.answers;
      return again({ ...state, answers: rest }, at, "ลบรูปแล้วค่ะ");
    }
    case "page":
      return again({ ...state, open: heard.open }, at);
    case "lookup":
      return {
        state: { ...state, open: { ...asking.open, offered: [], typed: heard.text } },
        messages: [],
        effect: { do: "lookup", source: asking.field.lookup ?? "schools", text: heard.text },
      };
    case "unclear":
      return again(state, at, heard.why || undefined);
  }
}
