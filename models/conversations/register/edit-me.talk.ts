import { z } from "zod";
import { cancelAction } from "#models/conversations/asking/ask-field.ts";
import {
  claimsInterview,
  freshInterview,
  hearInterview,
  interviewQuestion,
  interviewState,
  type Progress,
  proceed,
  type Questions,
  receiveInterview,
} from "#models/conversations/asking/interview.ts";
import { plain } from "#models/conversations/asking/said.ts";
import type { PersonView, Step, TalkContext } from "#models/conversations/conversation.ts";
import { defineTalk } from "#models/conversations/define-talk.ts";
import type { Registration } from "#models/conversations/effects.ts";
import type { Input } from "#models/conversations/input.ts";
import { refusalWords } from "#models/conversations/requests/refusal-words.ts";
import { card, press, say, start } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";
import { privacyNotice } from "#models/phrases/privacy-notice.ts";
import { commonPositions, registrationForm } from "./registration.form.ts";

type Key = keyof typeof registrationForm.fields;
const keys = Object.keys(registrationForm.fields) as Key[];
const isKey = (name: string | undefined): name is Key => keys.some((key) => key === name);

const state = z.strictObject({ field: z.string().nullable(), interview: interviewState });
type State = z.infer<typeof state>;

const questions = (field: string | null, run: string): Questions => ({
  fields: registrationForm.fields,
  keys: field === null ? [] : [field],
  offers: { position: commonPositions },
  run,
});

/** "แก้ไขข้อมูลของฉัน": one line at a time. */
export const editMe = defineTalk<State>({
  id: "edit-me",
  version: 1,
  name: "แก้ไขข้อมูลของฉัน",
  state,
  begin(args, context, run) {
    // Someone who has just registered with their report presses this button before the next turn knows them: ask, the service knows.
    const field = args.with?.field;
    if (isKey(field) && context.person) return edit(field, context, run);
    if (!context.person) return { state: null, messages: [], handsTo: { talk: "register", args: {} } };
    return { state: { field: null, interview: freshInterview }, messages: [mine(context.person, run)] };
  },
  claims({ field, interview }, input, { now }) {
    if (field !== null) return claimsInterview(questions(field, ""), interview, input, now);
    return input.kind === "press" || (input.kind === "text" && named(input.text)) ? "answer" : "no";
  },
  hear(now, input, context, run) {
    const wanted = wantedField(input);
    if (wanted) return edit(wanted, context, run);
    if (now.field === null) return again(now, context, run);
    return stepOf(now.field, hearInterview(questions(now.field, run), now.interview, input, context.now), context);
  },
  receive(now, outcome, context, run) {
    if (outcome.did === "register") {
      const words = outcome.ok
        ? say("แก้ไขข้อมูลแล้วค่ะ", { choices: [start("ดูข้อมูลของฉัน", "edit-me")] })
        : refusalWords(outcome.refusal, context);
      return { state: null, messages: [words] };
    }
    return stepOf(now.field, receiveInterview(questions(now.field, run), now.interview, outcome, context.now), context);
  },
  question({ field, interview }, { person }, run) {
    if (field !== null) return interviewQuestion(questions(field, run), interview);
    return person && mine(person, run);
  },
});

function edit(field: Key, context: TalkContext, run: string): Step<State> {
  return stepOf(field, proceed(questions(field, run), freshInterview), context);
}

function stepOf(field: string | null, progress: Progress, { person }: TalkContext): Step<State> {
  const { interview } = progress;
  const now = { field, interview };
  if (progress.is === "asking") return { state: now, messages: [progress.message] };
  if (progress.is === "looking") return { state: now, messages: [], effect: progress.effect };
  if (!person) return { state: null, messages: [], handsTo: { talk: "register", args: {} } };
  if (Object.keys(interview.answers).length === 0) return { state: null, messages: [say("ข้อมูลเหมือนเดิมค่ะ")] };
  const { name, position, school, phone } = person;
  const registration = { name, position, school, ...(phone ? { phone } : {}), ...interview.answers } as Registration;
  return { state: now, messages: [], effect: { do: "register", registration, noticeVersion: privacyNotice.version } };
}

function again(now: State, { person }: TalkContext, run: string): Step<State> {
  return person ? { state: now, messages: [mine(person, run)] } : { state: null, messages: [] };
}

function wantedField(input: Input): Key | null {
  if (input.kind === "press" && input.press.to === "answer" && input.press.ask === "field") {
    return isKey(input.press.value) ? input.press.value : null;
  }
  return null;
}

const named = (text: string): boolean => keys.some((key) => plain(registrationForm.fields[key].label) === plain(text));

function mine(person: PersonView, run: string): Message {
  const shown: Record<Key, string> = {
    school: person.school.name,
    name: person.name,
    position: person.position,
    phone: person.phone ?? "ไม่ได้ระบุ",
  };
  const edits = keys.map((key) => {
    const { label } = registrationForm.fields[key];
    return { label, value: shown[key], edit: press("แก้ไข", { to: "answer", run, ask: "field", value: key }, `แก้ไข${label}`) };
  });
  const choices = edits.map(({ label, edit: action }) => ({ ...action, label }));
  return card(
    { title: "ข้อมูลของฉัน", subtitle: "อยากแก้ไขบรรทัดไหนคะ", rows: edits, actions: [] },
    { asks: true, choices: [...choices, cancelAction] },
  );
}
