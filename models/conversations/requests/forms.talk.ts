import { z } from "zod";
import { cancelAction } from "#models/conversations/asking/ask-field.ts";
import { plain } from "#models/conversations/asking/said.ts";
import type { Step, TalkArgs, TalkContext } from "#models/conversations/conversation.ts";
import { defineTalk } from "#models/conversations/define-talk.ts";
import type { Outcome } from "#models/conversations/effects.ts";
import { formTalkId } from "#models/conversations/form-run.ts";
import type { Input } from "#models/conversations/input.ts";
import type { Understanding } from "#models/conversations/understanding.ts";
import { card, press, say } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { saysNoNeed } from "#models/requests/form-asking.ts";
import { findInChat, formsFor } from "./find-in-chat.ts";
import { allForms, mostOffered, needCard, needsCard, rowsOf } from "./form-lists.ts";
import { speaksOfLoan, speaksOfTheLast } from "./form-words.ts";
import { underWay } from "./under-way.ts";

type Said = { text: string; understood: Understanding };

const said = z.custom<Said>((value) => typeof value === "object" && value !== null && "understood" in value && "text" in value);
const state = z.discriminatedUnion("is", [
  /** several forms fit: which one is asked */
  z.strictObject({ is: z.literal("choosing"), said, forms: z.array(z.string()) }),
  /** the last request of a form is looked up, to be filed once more */
  z.strictObject({ is: z.literal("same"), said }),
  /** the open requests of these forms are looked up: something borrowed comes back or is kept longer */
  z.strictObject({ is: z.literal("under-way"), forms: z.array(z.string()) }),
]);
type State = z.infer<typeof state>;

/** "The manual has a form for that": from a sentence, a need or nothing at all to the form's own talk. */
export const forms = defineTalk<State>({
  id: "forms",
  version: 1,
  name: "แบบฟอร์ม",
  state,
  begin({ input, with: pressed }, context, run) {
    if (pressed?.need) return over(needCard(context, pressed.need, Number(pressed.page ?? 0)));
    if (input?.kind !== "text") return over(needsCard(context, "ต้องการแบบฟอร์มเรื่องไหนคะ"));
    const { text, understood } = input;
    return asked({ text, understood }, pressed?.guess === "yes", context, run);
  },
  claims: (now, input, context) => (now.is === "choosing" && chosen(now.forms, input, context) ? "answer" : "no"),
  hear(now, input, context, run) {
    if (now.is !== "choosing") return { state: null, messages: [] };
    const type = chosen(now.forms, input, context);
    return type ? beginForm(type, now.said) : choosing(now.said, typesOf(now.forms, context), run);
  },
  receive: (now, outcome, context) => received(now, outcome, context),
  question: (now, context, run) => (now.is === "choosing" ? whichCard(typesOf(now.forms, context), run) : null),
});

const over = (...messages: Message[]): Step<State> => ({ state: null, messages });

/** `isGuess`: nothing else was understood of the sentence, so that even one match is only offered. */
function asked(words: Said, isGuess: boolean, context: TalkContext, run: string): Step<State> {
  const found = findInChat(context, words.text);
  const likely = found.sure ? [found.sure] : found.forms;
  if (speaksOfTheLast(words.text)) {
    const [only] = likely;
    const formId = found.sure?.form.id ?? (likely.length === 1 ? only?.form.id : undefined);
    return { state: { is: "same", said: words }, messages: [], effect: { do: "lastFiled", ...(formId ? { formId } : {}) } };
  }
  if (context.person && words.understood.intent === "borrow" && speaksOfLoan(words.text)) {
    const formIds = likely.map(({ form }) => form.id);
    return { state: { is: "under-way", forms: formIds }, messages: [], effect: { do: "list", list: "mine-open" } };
  }
  if (saysNoNeed(words.text)) return over(needsCard(context, "ต้องการแบบฟอร์มเรื่องไหนคะ"));
  if (found.sure && !isGuess) return beginForm(found.sure, words);
  if (likely.length === 0) return over(needsCard(context, "ยังไม่พบแบบที่ตรงค่ะ เลือกเรื่องที่ใกล้ที่สุดได้เลยค่ะ"));
  return choosing(words, likely.slice(0, mostOffered), run);
}

/** The form's talk, with what was said as its first words. */
function beginForm(type: RequestType, words: Said, more: Partial<TalkArgs> = {}): Step<State> {
  return { state: null, messages: [], handsTo: { talk: formTalkId(type.form.id), args: { input: { kind: "text", ...words }, ...more } } };
}

function choosing(words: Said, types: RequestType[], run: string): Step<State> {
  return { state: { is: "choosing", said: words, forms: types.map(({ form }) => form.id) }, messages: [whichCard(types, run)] };
}

function whichCard(types: RequestType[], run: string): Message {
  const actions = types.map((type) => press(type.name, { to: "answer", run, ask: "form", value: type.form.id }));
  return card({ title: "ใช้แบบไหนดีคะ", rows: rowsOf(types), actions }, { asks: true, choices: [allForms(), cancelAction] });
}

const typesOf = (ids: string[], context: TalkContext): RequestType[] => formsFor(context).filter(({ form }) => ids.includes(form.id));

/** The form that a button or its typed name means. */
function chosen(ids: string[], input: Input, context: TalkContext): RequestType | null {
  const types = typesOf(ids, context);
  if (input.kind === "press" && input.press.to === "answer") {
    const { value } = input.press;
    return types.find(({ form }) => form.id === value) ?? null;
  }
  if (input.kind !== "text") return null;
  const typed = plain(input.text);
  return types.find(({ name }) => plain(name) === typed) ?? null;
}

function received(now: State, outcome: Outcome, context: TalkContext): Step<State> {
  if (now.is === "same" && outcome.did === "lastFiled" && outcome.ok) return same(now.said, outcome.last, context);
  if (now.is === "under-way" && outcome.did === "list" && outcome.ok) return over(...underWay(outcome.requests, now.forms, context));
  return over(needsCard(context, "เลือกเรื่องที่ต้องการได้เลยค่ะ"));
}

type Last = Extract<Outcome, { did: "lastFiled"; ok: true }>["last"];

/** The answers of the time before, to be looked through and sent. Without one it is the form as ever. */
function same(words: Said, last: Last, context: TalkContext): Step<State> {
  const type = last && formsFor(context).find(({ form }) => form.id === last.formId);
  if (type) {
    const lead = say(`ใส่ให้เหมือน ${last.number} แล้วค่ะ ตรวจและแก้ก่อนส่งได้นะคะ`);
    return { state: null, messages: [lead], handsTo: { talk: formTalkId(type.form.id), args: { answers: last.answers } } };
  }
  const { sure } = findInChat(context, words.text);
  return sure
    ? { state: null, messages: [say("ยังไม่เคยส่งแบบนี้ค่ะ เริ่มใหม่ให้เลยนะคะ")], handsTo: { talk: formTalkId(sure.form.id), args: {} } }
    : over(needsCard(context, "ยังไม่มีเรื่องที่เคยส่งค่ะ เลือกเรื่องที่ต้องการได้เลยค่ะ"));
}
