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
import { plain } from "#models/conversations/asking/said.ts";
import type { Step, TalkContext } from "#models/conversations/conversation.ts";
import { defineTalk } from "#models/conversations/define-talk.ts";
import type { Outcome } from "#models/conversations/effects.ts";
import type { Input } from "#models/conversations/input.ts";
import { usefulChoices } from "#models/conversations/menu/choices.ts";
import { staffOnly } from "#models/conversations/requests/lists.talk.ts";
import { refusalWords } from "#models/conversations/requests/refusal-words.ts";
import type { Field } from "#models/fields/field.ts";
import { dateField } from "#models/fields/kinds/date.ts";
import { type PersonValue, personField } from "#models/fields/kinds/picked.ts";
import { addDays, bangkokDate, bangkokMoment } from "#models/fields/thai/bangkok.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import { say } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";

const fields: Record<string, Field> = {
  person: personField({ label: "ผู้ที่ไม่อยู่", question: "ใครไม่อยู่คะ" }) as Field,
  until: dateField({ label: "ไม่อยู่ถึงวันที่", question: "ไม่อยู่ถึงวันไหนคะ ถ้ากลับมาแล้ว กด กลับมาแล้ว" }) as Field,
};

const state = z.strictObject({ isHead: z.boolean(), interview: interviewState });
type State = z.infer<typeof state>;

const questions = (isHead: boolean, run: string): Questions => ({
  fields,
  keys: isHead ? ["person", "until"] : ["until"],
  offers: {},
  run,
});

/** Notes who is away until when, so that nobody assigns to them: staff for themselves, heads for anyone. */
export const away = defineTalk<State>({
  id: "away",
  version: 1,
  name: "บันทึกการลา",
  state,
  begin(_, context, run) {
    if (!context.person?.isStaff) return { state: null, messages: [staffOnly(context)] };
    const { isHead } = context.person;
    return stepOf(isHead, proceed(questions(isHead, run), freshInterview), context);
  },
  claims({ isHead, interview }, input, { now }) {
    return isBack(interview.open?.key, input) ? "answer" : claimsInterview(questions(isHead, ""), interview, input, now);
  },
  hear({ isHead, interview }, input, context, run) {
    if (isBack(interview.open?.key, input)) return note({ isHead, interview }, null, context);
    return stepOf(isHead, hearInterview(questions(isHead, run), interview, input, context.now), context);
  },
  receive(now, outcome, context, run) {
    if (outcome.did === "setAway") return { state: null, messages: [noted(outcome, context)] };
    return stepOf(now.isHead, receiveInterview(questions(now.isHead, run), now.interview, outcome, context.now), context);
  },
  question: ({ isHead, interview }, _, run) => withBack(interview.open?.key, interviewQuestion(questions(isHead, run), interview)),
});

const isBack = (open: string | undefined, input: Input): boolean =>
  open === "until" && input.kind === "text" && ["กลับมาแล้ว", "มาแล้ว", "อยู่แล้ว"].includes(plain(input.text));

function withBack(open: string | undefined, message: Message | null): Message | null {
  if (open !== "until" || !message) return message;
  return { ...message, choices: [{ kind: "say", label: "กลับมาแล้ว", text: "กลับมาแล้ว" }, ...(message.choices ?? [])] };
}

function stepOf(isHead: boolean, progress: Progress, context: TalkContext): Step<State> {
  const { interview } = progress;
  const now = { isHead, interview };
  if (progress.is === "looking") return { state: now, messages: [], effect: progress.effect };
  if (progress.is === "complete") return note(now, String(interview.answers.until), context);
  return { state: now, messages: [withBack(interview.open?.key, progress.message) ?? progress.message] };
}

/** Away through that day, or back (null). */
function note(now: State, lastDay: string | null, { person }: TalkContext): Step<State> {
  const chosen = now.interview.answers.person as PersonValue | undefined;
  const personId = chosen?.id ?? person?.id ?? "";
  const until = lastDay === null ? null : bangkokMoment(addDays(lastDay, 1));
  return { state: now, messages: [], effect: { do: "setAway", personId, until } };
}

function noted(outcome: Extract<Outcome, { did: "setAway" }>, context: TalkContext): Message {
  if (!outcome.ok) return refusalWords(outcome.refusal, context);
  const { name, until } = outcome;
  const how = until === null ? "กลับมารับงานได้แล้วค่ะ" : `ไม่อยู่ถึง ${showDate(bangkokDate(new Date(until.getTime() - 1)))} ค่ะ`;
  return say(`บันทึกแล้วค่ะ ${name} ${how}`, { choices: usefulChoices(context) });
}
