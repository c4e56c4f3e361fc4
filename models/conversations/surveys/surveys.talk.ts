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
import type { Outcome } from "#models/conversations/effects.ts";
import { refusalWords } from "#models/conversations/requests/refusal-words.ts";
import { say, start } from "#models/messages/build.ts";
import { question } from "#models/surveys/question.ts";
import { surveyForm } from "#models/surveys/survey-form.ts";
import { answered, handedOver, isForChat, isGone, listed } from "./survey-words.ts";

const asked = z.strictObject({ id: z.string(), title: z.string(), questions: z.array(question) });
/** `wanted`: the survey whose button was pressed; `survey`: the one being answered */
const state = z.strictObject({ wanted: z.string().nullable(), survey: asked.nullable(), interview: interviewState });
type State = z.infer<typeof state>;
type Asked = z.infer<typeof asked>;

function questionsOf(survey: Asked, run: string): Questions {
  const { fields } = surveyForm(survey);
  return { fields, keys: Object.keys(fields), run };
}

/** "แบบสอบถาม": those that wait for the person; one under names may be answered here, question by question. */
export const surveys = defineTalk<State>({
  id: "surveys",
  version: 1,
  name: "ตอบแบบสอบถาม",
  state,
  begin(args, context) {
    if (!context.person)
      return {
        state: null,
        messages: [say("ลงทะเบียนครั้งแรกก่อนนะคะ แล้วพิมพ์ แบบสอบถาม อีกครั้งค่ะ", { choices: [start("ลงทะเบียน", "register")] })],
      };
    return {
      state: { wanted: args.with?.id ?? null, survey: null, interview: freshInterview },
      messages: [],
      effect: { do: "openSurveys" },
    };
  },
  claims: ({ survey, interview }, input, { now }) => (survey ? claimsInterview(questionsOf(survey, ""), interview, input, now) : "no"),
  hear(now, input, context, run) {
    const { survey, interview } = now;
    return survey
      ? stepOf(now, survey, hearInterview(questionsOf(survey, run), interview, input, context.now))
      : { state: null, messages: [] };
  },
  receive(now, outcome, context, run) {
    const { survey, interview, wanted } = now;
    if (outcome.did === "openSurveys") return opened(wanted, outcome, context, run);
    if (!survey) return { state: null, messages: [] };
    if (outcome.did === "answerSurvey") return { state: null, messages: [answered(outcome, survey.id, context)] };
    return stepOf(now, survey, receiveInterview(questionsOf(survey, run), interview, outcome, context.now));
  },
  question: ({ survey, interview }, _, run) => survey && interviewQuestion(questionsOf(survey, run), interview),
  worthKeeping: ({ interview }) => Object.keys(interview.answers).length > 0,
  title: ({ survey }) => (survey ? `ตอบ ${survey.title}` : "ตอบแบบสอบถาม"),
});

function opened(wanted: string | null, outcome: Extract<Outcome, { did: "openSurveys" }>, context: TalkContext, run: string): Step<State> {
  if (!outcome.ok) return { state: null, messages: [refusalWords(outcome.refusal, context)] };
  if (wanted === null) return { state: null, messages: listed(outcome.surveys, context) };
  const found = outcome.surveys.find(({ id }) => id === wanted);
  if (!found) return { state: null, messages: [isGone(context)] };
  if (!isForChat(found)) return { state: null, messages: [handedOver(found)] };
  const survey = { id: found.id, title: found.title, questions: found.questions };
  const lead = `${found.title}\nตอบได้ครั้งเดียว คำตอบเก็บพร้อมชื่อของคุณค่ะ`;
  return stepOf({ wanted, survey, interview: freshInterview }, survey, proceed(questionsOf(survey, run), freshInterview, lead));
}

function stepOf(before: State, survey: Asked, progress: Progress): Step<State> {
  const now = { ...before, survey, interview: progress.interview };
  if (progress.is === "asking") return { state: now, messages: [progress.message] };
  if (progress.is === "looking") return { state: now, messages: [], effect: progress.effect };
  return { state: now, messages: [], effect: { do: "answerSurvey", surveyId: survey.id, answers: progress.interview.answers } };
}
