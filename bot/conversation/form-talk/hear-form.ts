import { opened } from "#models/conversations/asking/open-question.ts";
import { claimOf, joinPhotos, readInput } from "#models/conversations/asking/read-input.ts";
import { isControlWord, saysDone, saysSkip, saysYes } from "#models/conversations/asking/said.ts";
import type { Claim, Step, TalkContext } from "#models/conversations/conversation.ts";
import type { Input } from "#models/conversations/input.ts";
import { photosReceived, refusedPhotos, unsupportedInput } from "#models/phrases/photos.ts";
import { isShown } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { answered, answeredElsewhere, answeredInWords, cleared, passed, toldBesides } from "./form-answers.ts";
import { askingOf, fieldOf } from "./form-questions.ts";
import type { FormState } from "./form-state.ts";
import { type At, advance, again, confirmed, put } from "./form-steps.ts";
import { hearOnSummary, speaksOfSummary } from "./hear-summary.ts";
import { laterReport, sentFromMiniApp } from "./submission.ts";
import { summaryAsk, summaryKeys } from "./summary.ts";
import { isUnseen } from "./take-draft.ts";

type FormStep = Step<FormState>;

/** How an input stands to the form's open question. */
export function claimsForm(type: RequestType, state: FormState, input: Input, context: TalkContext): Claim {
  if (input.kind === "photos") return photosKey(type, state) === null || state.sentAs ? "no" : "answer";
  if (input.kind === "unsupported") return input.what === "file" && !state.sentAs && filesKey(type, state) !== null ? "answer" : "no";
  if (input.kind === "text" && isUnseen(state)) return saysYes(input.text) ? "answer" : "maybe";
  const asking = askingOf(type, state, context, "");
  if (asking) return claimOf(asking, input, context.now);
  if (input.kind === "press") return "answer";
  if (input.kind !== "text" || state.phase !== "summary") return "no";
  return speaksOfSummary(type, state, input);
}

/** One input into the form's talk. */
export function hearForm(state: FormState, input: Input, at: At): FormStep {
  if (state.sentAs) return { state: null, messages: sentFromMiniApp(state.sentAs), ...laterReport(at.type, state) };
  if (isUnseen(state)) return hearUnseen(state, input, at);
  if (input.kind === "unsupported" && input.what === "file") return hearFile(state, at);
  if (input.kind === "photos") return hearPhotos(state, input, at);
  if (state.phase === "page") return again(state, at, input.kind === "unsupported" ? unsupportedInput(input.what) : undefined);
  if (input.kind === "press" && input.press.to === "answer") return hearPress(state, input, input.press, at);
  if (input.kind === "text") return state.open ? hearAnswer(state, input, at) : hearOnSummary(state, input, at);
  return again(state, at, input.kind === "unsupported" ? unsupportedInput(input.what) : undefined);
}

/** Shows first what the mini-app made of it; words may change what stands on the summary, and do not confirm it. */
function hearUnseen(state: FormState, input: Input, at: At): FormStep {
  const shown = advance(state, at, "รวมที่กรอกในมินิแอปแล้วค่ะ");
  const next = shown.state;
  if (!next || isUnseen(next) || next.phase === "page" || input.kind === "unsupported" || input.kind === "follow") return shown;
  if (input.kind !== "text") return hearForm(next, input, at);
  if (next.open || saysYes(input.text)) return shown;
  const step = hearOnSummary(next, input, at);
  return step.state === next ? shown : step;
}

/** Where pictures go: to the question that is open for them, else to the form's first place for them that is shown. */
function photosKey({ form }: RequestType, { open, answers }: FormState): string | null {
  const takers = (kind: "photos" | "files") => Object.keys(form.fields).filter((key) => form.fields[key]?.kind === kind);
  const shown = [...takers("photos"), ...takers("files")].filter((key) => isShown(form, key, answers));
  return shown.find((key) => key === open?.key) ?? shown[0] ?? null;
}

function hearPhotos(state: FormState, input: Extract<Input, { kind: "photos" }>, at: At): FormStep {
  const key = photosKey(at.type, state);
  const field = key === null ? null : fieldOf(at.type, key);
  const refused = input.refused ? refusedPhotos(input.refused) : "";
  if (key === null || field === null || input.files.length === 0) return again(state, at, refused || undefined);
  const { value, tooMany } = joinPhotos(field, state.answers[key], input.files);
  const kept = { ...answered(state, key, value), open: state.open };
  const lead = [photosReceived(value.length, tooMany), refused].filter(Boolean).join("\n");
  return again(kept, at, lead);
}

function filesKey({ form }: RequestType, { answers }: FormState): string | null {
  return Object.keys(form.fields).find((key) => form.fields[key]?.kind === "files" && isShown(form, key, answers)) ?? null;
}

/** The chat takes pictures; a document goes to its question, which leads to the page. */
function hearFile(state: FormState, at: At): FormStep {
  const key = filesKey(at.type, state);
  if (state.phase === "page") return again(state, at, "ไฟล์แนบได้ในแบบเต็มค่ะ");
  return key === null ? again(state, at, unsupportedInput("file")) : put(state, key, at, "ในแชตรับได้แต่รูปค่ะ ไฟล์แนบในแบบเต็มนะคะ");
}

type AnswerPress = { to: "answer"; run: string; ask: string; value: string };

function hearPress(state: FormState, input: Input, press: AnswerPress, at: At): FormStep {
  if (press.ask.startsWith("summary.")) return hearSummaryPress(state, press, at);
  // A button of a question asked before in the same talk answers that one.
  const open = state.open?.key === press.ask ? state.open : opened(press.ask);
  const asking = askingOf(at.type, { ...state, open }, at.context, at.run);
  return asking ? hearAnswer({ ...state, open }, input, at) : again(state, at);
}

function hearSummaryPress(state: FormState, { ask, value }: AnswerPress, at: At): FormStep {
  if (value.startsWith("edit:")) {
    const key = value.slice("edit:".length);
    return summaryKeys(at.type, state).includes(key) ? put(state, key, at) : again(state, at);
  }
  if (state.phase === "sending") return again({ ...state, phase: "summary" }, at);
  if (ask === summaryAsk(state)) return confirmed(state, at);
  return advance(state, at, "มีการแก้ไขหลังสรุปนั้นค่ะ ดูอันล่าสุดนะคะ");
}

/** Words that answer another question than the open one, or belong to the story while pictures are asked for. */
function saidBesides(state: FormState, key: string, input: Extract<Input, { kind: "text" }>, at: At): FormStep | null {
  const elsewhere = answeredElsewhere(at.type, state, key, input);
  if (elsewhere) return again(elsewhere, at);
  const kind = fieldOf(at.type, key)?.kind;
  const isPhotos = kind === "photos" || kind === "files";
  if (!isPhotos || saysSkip(input.text) || saysDone(input.text) || isControlWord(input.text)) return null;
  const told = toldBesides(at.type, state, input);
  return told && again(told, at, "จดเพิ่มให้แล้วค่ะ");
}

function hearAnswer(state: FormState, input: Input, at: At): FormStep {
  const asking = askingOf(at.type, state, at.context, at.run);
  if (!asking) return again(state, at);
  const key = asking.open.key;
  const besides = input.kind === "text" ? saidBesides(state, key, input, at) : null;
  if (besides) return besides;
  const heard = readInput(asking, input, at.context.now);
  switch (heard.is) {
    case "value":
      return advance(
        input.kind === "text" ? answeredInWords(at.type, state, key, heard.value, input) : answered(state, key, heard.value),
        at,
      );
    case "photos":
      return again({ ...answered(state, key, heard.value), open: state.open }, at, photosReceived(heard.value.length, heard.tooMany));
    case "kept":
      return again(
        heard.value ? { ...answered(state, key, heard.value), open: state.open } : { ...cleared(state, key), open: state.open },
        at,
      );
    case "passed":
      return advance(passed(state, key), at);
    case "cleared":
      return again(cleared(state, key), at, "ลบรูปแล้วค่ะ");
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
