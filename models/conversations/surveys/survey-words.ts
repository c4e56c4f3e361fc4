import type { TalkContext } from "#models/conversations/conversation.ts";
import type { OpenSurvey, Outcome } from "#models/conversations/effects.ts";
import { usefulChoices } from "#models/conversations/menu/choices.ts";
import { refusalWords } from "#models/conversations/requests/refusal-words.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import { openPage, say, start } from "#models/messages/build.ts";
import type { Action, Card, Message } from "#models/messages/message.ts";

// A carousel of LINE's has twelve bubbles.
const mostCards = 10;
/** Longer ones are a page's: nobody answers thirty messages, and the session holds the questions meanwhile. */
const mostInChat = 12;

/**
 * Whether a survey may be answered in the chat. An anonymous one never: what is typed or pressed here stands in the inbox and in
 * the session with the person's name, where an answer must not.
 */
export const isForChat = ({ isAnonymous, questions }: OpenSurvey): boolean => !isAnonymous && questions.length <= mostInChat;

const openOn = (id: string): Action => openPage("เปิดแบบสอบถาม", { to: "survey", id }, { kind: "say", label: "เมนู", text: "เมนู" });

/** The surveys that wait for somebody, each with its way on. */
export function listed(surveys: OpenSurvey[], context: TalkContext): Message[] {
  const choices = usefulChoices(context);
  if (surveys.length === 0) return [say("ตอนนี้ไม่มีแบบสอบถามที่รอคุณตอบค่ะ", { choices })];
  const title = `แบบสอบถามที่รอคุณตอบ ${surveys.length} เรื่อง`;
  return [say(title), { kind: "cards", title, cards: surveys.slice(0, mostCards).map(cardOf), choices }];
}

function cardOf(survey: OpenSurvey): Card {
  return {
    title: survey.title,
    tone: "plain",
    rows: [
      { label: "จำนวนข้อ", value: `${survey.questions.length} ข้อ` },
      { label: "ตอบได้ถึง", value: showDate(survey.until) },
    ],
    ...(survey.isAnonymous ? { note: "ไม่ระบุชื่อ ตอบในมินิแอปเท่านั้นค่ะ" } : {}),
    actions: [openOn(survey.id), ...(isForChat(survey) ? [start("ตอบในแชต", "surveys", { id: survey.id })] : [])],
  };
}

/** One that the chat does not take: its page does. */
export function handedOver({ id, title, isAnonymous }: OpenSurvey): Message {
  const why = isAnonymous ? "แบบนี้ไม่ระบุชื่อผู้ตอบ" : "แบบนี้มีหลายข้อ";
  return say(`${title}\n${why} ตอบในมินิแอปนะคะ กดเปิดได้เลยค่ะ`, { choices: [openOn(id)] });
}

/** It was answered meanwhile, or takes no answers any more. */
export function isGone(context: TalkContext): Message {
  return say("แบบสอบถามนี้ตอบไปแล้วหรือปิดแล้วค่ะ", { choices: [start("แบบสอบถามอื่น", "surveys"), ...usefulChoices(context)] });
}

/** What came of the answers. */
export function answered(outcome: Extract<Outcome, { did: "answerSurvey" }>, id: string, context: TalkContext): Message {
  const choices = usefulChoices(context);
  if (outcome.ok)
    return say(outcome.is === "kept" ? "ส่งคำตอบแล้วค่ะ ขอบคุณที่ช่วยตอบนะคะ" : "ได้รับคำตอบของคุณไว้แล้วค่ะ ตอบได้คนละครั้งนะคะ", { choices });
  switch (outcome.refusal.code) {
    case "too_late":
      return say("ปิดรับคำตอบแล้วค่ะ ขอบคุณที่ตั้งใจตอบนะคะ", { choices });
    case "not_found":
      return isGone(context);
    case "invalid_answers":
      return say("ข้อคำถามเปลี่ยนไปแล้วค่ะ ตอบในมินิแอปนะคะ", { choices: [openOn(id)] });
    default:
      return refusalWords(outcome.refusal, context);
  }
}
