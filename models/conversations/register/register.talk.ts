import { z } from "zod";
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
import type { Step, TalkContext } from "#models/conversations/conversation.ts";
import { defineTalk } from "#models/conversations/define-talk.ts";
import type { Outcome, Registration } from "#models/conversations/effects.ts";
import { usefulChoices } from "#models/conversations/menu/choices.ts";
import { refusalWords } from "#models/conversations/requests/refusal-words.ts";
import { openPage, say, start } from "#models/messages/build.ts";
import type { Action } from "#models/messages/message.ts";
import { privacyNotice } from "#models/phrases/privacy-notice.ts";
import { parseAnswers } from "#models/requests/parse-answers.ts";
import { commonPositions, registrationForm } from "./registration.form.ts";

const state = z.strictObject({ interview: interviewState, sent: z.boolean() });
type State = z.infer<typeof state>;

const questions = (run: string): Questions => ({
  fields: registrationForm.fields,
  keys: Object.keys(registrationForm.fields),
  offers: { position: commonPositions },
  run,
});

/** Who a person is: the privacy notice, then school, name, position, and a phone number if they like. */
export const register = defineTalk<State>({
  id: "register",
  version: 1,
  name: "ลงทะเบียน",
  state,
  begin(args, context, run) {
    if (context.person) return { state: null, messages: [], handsTo: { talk: "edit-me", args: {} } };
    const notice = args.with?.noticed === "yes" ? [] : [say(privacyNotice.text)];
    const lead = args.with?.welcome === "yes" ? "พร้อมเมื่อไหร่ บอกชื่อโรงเรียนไว้ก่อนก็ได้ค่ะ" : undefined;
    const step = stepOf(proceed(questions(run), freshInterview, lead), context);
    return { ...step, messages: [...notice, ...step.messages.map((message) => ({ ...message, choices: firstChoices(context) }))] };
  },
  claims: ({ interview }, input, { now }) => claimsInterview(questions(""), interview, input, now),
  hear: ({ interview }, input, context, run) => stepOf(hearInterview(questions(run), interview, input, context.now), context),
  receive(now, outcome, context, run) {
    if (outcome.did === "register") return registered(outcome, context);
    return stepOf(receiveInterview(questions(run), now.interview, outcome, context.now), context);
  },
  // Registered meanwhile, on the way to a number: nothing is open any more.
  question: ({ interview }, { person }, run) => (person ? null : interviewQuestion(questions(run), interview)),
  worthKeeping: ({ interview }) => Object.keys(interview.answers).length > 0,
});

/** Nobody has to register before they report. */
function firstChoices({ catalogue }: TalkContext): Action[] {
  const reports = catalogue.all.slice(0, 1).map((type) => start(`${type.name}เลย`, `report:${type.form.id}`));
  const page = openPage("กรอกในมินิแอป", { to: "welcome" });
  return [...reports, page, { kind: "say", label: "ไว้ทีหลัง", text: "ไว้ทีหลัง" }];
}

function stepOf(progress: Progress, context: TalkContext): Step<State> {
  const { interview } = progress;
  if (progress.is === "asking") return { state: { interview, sent: false }, messages: [progress.message] };
  if (progress.is === "looking") return { state: { interview, sent: false }, messages: [], effect: progress.effect };
  const parsed = parseAnswers(registrationForm, interview.answers);
  if (!parsed.ok) return { state: null, messages: [refusalWords({ code: "invalid_answers", problems: parsed.problems }, context)] };
  const registration = parsed.answers as Registration;
  return {
    state: { interview, sent: true },
    messages: [],
    effect: { do: "register", registration, noticeVersion: privacyNotice.version },
  };
}

function registered(outcome: Extract<Outcome, { did: "register" }>, context: TalkContext): Step<State> {
  if (!outcome.ok) return { state: null, messages: [refusalWords(outcome.refusal, context)] };
  const claimed = outcome.claimed > 0 ? `\nมีเรื่องที่เคยแจ้งไว้ให้คุณ ${outcome.claimed} เรื่อง ดูได้ที่ ติดตามสถานะ ค่ะ` : "";
  return { state: null, messages: [say(`ลงทะเบียนเรียบร้อยค่ะ แจ้งเรื่องได้เลย${claimed}`, { choices: usefulChoices(context) })] };
}
