import type { Step, TalkArgs, TalkContext } from "#models/conversations/conversation.ts";
import type { Effect, Outcome, Registration, ServiceRefusal } from "#models/conversations/effects.ts";
import { formTalkId } from "#models/conversations/form-run.ts";
import { registrationForm } from "#models/conversations/register/registration.form.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { bangkokDate, bangkokTime } from "#models/fields/thai/bangkok.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import { say, start } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";
import { privacyNotice } from "#models/phrases/privacy-notice.ts";
import { sentElsewhere } from "#models/phrases/runner-words.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { parseAnswers } from "#models/requests/parse-answers.ts";
import { schoolKey } from "./form-questions.ts";
import type { FormState } from "./form-state.ts";
import type { At } from "./form-steps.ts";

type Submitted = Extract<Outcome, { did: "submit"; ok: true }>;

/** The submission as an effect. The run is the draft: sent twice, it is one request. */
export function submission(type: RequestType, state: FormState, context: TalkContext, run: string): Effect {
  const registration = context.person ? null : registrationOf(type, state);
  return {
    do: "submit",
    formId: type.form.id,
    formVersion: type.form.version,
    draftId: run,
    answers: state.answers,
    ...(registration ? { registration: { registration, noticeVersion: privacyNotice.version } } : {}),
    ...(state.onBehalf ? { onBehalfOf: callerOf(state) } : {}),
  };
}

function callerOf({ caller }: FormState): { name: string; phone: string | null } {
  return { name: String(caller.name ?? ""), phone: caller.phone === undefined ? null : String(caller.phone) };
}

function registrationOf(type: RequestType, { self, answers }: FormState): Registration | null {
  const phone = Object.entries(type.form.fields).find(([key, field]) => field.kind === "phone" && answers[key] !== undefined)?.[0];
  const parsed = parseAnswers(registrationForm, {
    name: self.name,
    position: self.position,
    school: answers[schoolKey(type) ?? ""] ?? self.school,
    ...(phone ? { phone: answers[phone] } : {}),
  });
  // The questions before it have seen to that; a form that changed meanwhile is caught by the service (not_registered).
  return parsed.ok ? (parsed.answers as Registration) : null;
}

/** The number, what happens next and by when. */
export function submittedWords({ request }: Submitted, state: FormState, { type, context }: Pick<At, "type" | "context">): Message[] {
  const firstTime = !context.person && !state.onBehalf;
  const choices = [
    start("ติดตามสถานะ", "request", { id: request.id }),
    ...(firstTime && state.answers.phone === undefined ? [start("เพิ่มเบอร์โทร", "edit-me", { field: "phone" })] : []),
  ];
  const kept = firstTime ? [say("บันทึกชื่อและโรงเรียนแล้วค่ะ ครั้งหน้าไม่ต้องพิมพ์อีก")] : [];
  return [
    ...kept,
    say(`รับเรื่องแล้วค่ะ เลขที่ ${request.number}\n${nextOf(type, request, context)}`, { choices, shows: [request.id], essential: true }),
  ];
}

/** What is to be decided first waits for a word, not for somebody who gets in touch. */
function nextOf({ workflow }: RequestType, request: RequestView, context: TalkContext): string {
  return workflow.states[request.state]?.asks ? `${request.next}ค่ะ` : promise(request, context);
}

/** By when somebody is in touch; out of hours also when work begins, so that a promise of tomorrow is not heard as of today. */
function promise({ urgency, startBy }: RequestView, { now, office }: TalkContext): string {
  if (urgency === "critical") {
    const orCall = office.phone ? `หรือโทร ${office.phone} ได้เลยค่ะ` : "ค่ะ";
    return `เรื่องด่วนที่สุด ส่งถึงเจ้าหน้าที่แล้วค่ะ\nติดต่อกลับภายใน${dayAndTime(startBy)} ${orCall}`;
  }
  if (office.isOpenNow) return `เจ้าหน้าที่จะติดต่อกลับภายใน${dayAndTime(startBy)} ค่ะ`;
  const opens = office.nextOpening;
  const isToday = bangkokDate(opens) === bangkokDate(now);
  const begins = isToday ? `${bangkokTime(opens) < "12:00" ? "เช้านี้" : "วันนี้"} ${hour(opens)}` : dayAndTime(opens);
  const until = bangkokDate(opens) === bangkokDate(startBy) ? ` ${hour(startBy)}` : dayAndTime(startBy);
  return `เจ้าหน้าที่เริ่มดู${begins}\nและติดต่อกลับภายใน${until} ค่ะ`;
}

const hour = (at: Date): string => `${bangkokTime(at).replace(":", ".")} น.`;
const dayAndTime = (at: Date): string => `วันที่ ${showDate(bangkokDate(at))} เวลา ${hour(at)}`;

/** A refused submission in words; where the talk goes on from there is the caller's to say. */
export function refusedWords(type: RequestType, refusal: ServiceRefusal, context: TalkContext): string {
  switch (refusal.code) {
    case "form_changed":
      return `แบบ${type.name}เพิ่งปรับปรุงค่ะ ข้อมูลยังอยู่ครบ ดูสรุปแล้วกด ยืนยัน อีกครั้งนะคะ`;
    case "not_allowed":
      return `ขออภัยค่ะ เรื่องนี้ยังไม่มีสิทธิ์ส่ง โทรถามศูนย์ ICT ได้ที่ ${context.office.phone}`;
    default:
      return `ขออภัยค่ะ ยังส่งไม่สำเร็จ ข้อมูลยังอยู่ครบ กด ยืนยัน อีกครั้ง หรือโทร ${context.office.phone}`;
  }
}

/** The end of a talk whose draft the mini-app has sent. */
export function sentFromMiniApp({ id, number }: { id: string; number: string }): Message[] {
  return [say(sentElsewhere(number), { choices: [start("ติดตามสถานะ", "request", { id })], shows: [id], essential: true })];
}

/** The report that was typed meanwhile. Who has just registered is not asked for their school again. */
export function laterReport(type: RequestType, { later, onBehalf, answers }: FormState): Pick<Step<FormState>, "handsTo"> {
  if (!later) return {};
  const school = schoolKey(type);
  const args: TalkArgs = {
    input: { kind: "text", ...later },
    ...(onBehalf ? { with: { onBehalf: "yes" } } : {}),
    ...(school && !onBehalf ? { answers: { [school]: answers[school] } } : {}),
  };
  return { handsTo: { talk: formTalkId(type.form.id), args } };
}

/** The step that sends. */
export function sending(type: RequestType, state: FormState, context: TalkContext, run: string): Step<FormState> {
  return { state: { ...state, phase: "sending", open: null }, messages: [], effect: submission(type, state, context, run) };
}
