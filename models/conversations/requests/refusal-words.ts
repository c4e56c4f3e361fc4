import type { OfficeView, TalkContext } from "#models/conversations/conversation.ts";
import type { ServiceRefusal } from "#models/conversations/effects.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { say, start } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";
import { transitionActions } from "./transition-actions.ts";

/** Why a step on a request was not done, how it stands instead, and the way on. */
export function refusalWords(refusal: ServiceRefusal, context: TalkContext): Message {
  switch (refusal.code) {
    case "state_changed":
      return movedOn(refusal.request, context, `${refusal.by} ${refusal.deed}ไปแล้วค่ะ`);
    case "too_late":
      return say(`เลยกำหนด ${refusal.days} วันแล้วค่ะ ถ้ายังมีปัญหา แจ้งใหม่ได้เลยค่ะ`, { choices: reports(context) });
    case "not_found":
      return say("ไม่พบรายการนี้ค่ะ ดูรายการของคุณได้ที่ปุ่มด้านล่าง", { choices: [start("ติดตามสถานะ", "status")] });
    case "not_allowed":
      return say("ขออภัยค่ะ รายการนี้คุณยังทำขั้นตอนนี้ไม่ได้", { choices: [start("ติดตามสถานะ", "status"), start("ติดต่อเจ้าหน้าที่", "contact")] });
    case "not_registered":
      return say("ขอทราบชื่อและโรงเรียนก่อนนะคะ กดปุ่มด้านล่างได้เลยค่ะ", { choices: [start("ลงทะเบียน", "register")] });
    default:
      return say(failed(context.office), { choices: [start("ติดตามสถานะ", "status")] });
  }
}

/** A request that is not where its button thought it was: who did what, and how it stands now. */
export function movedOn(request: RequestView, context: TalkContext, who?: string): Message {
  const last = request.timeline.at(-1);
  const how = who ?? (last ? `${last.by} ${last.deed}ไปแล้วค่ะ` : "เรื่องนี้เดินหน้าไปแล้วค่ะ");
  return say(`${how}\n${request.number} ตอนนี้: ${request.stateLabel}`, {
    shows: [request.id],
    choices: [...transitionActions(request, context.catalogue).primary.slice(0, 3), start("ดูรายละเอียด", "request", { id: request.id })],
  });
}

const reports = ({ catalogue }: TalkContext) => catalogue.all.slice(0, 1).map((type) => start(type.name, `report:${type.form.id}`));

function failed({ phone }: OfficeView): string {
  return `ขออภัยค่ะ ยังทำไม่สำเร็จ ลองอีกครั้ง หรือโทร ${phone}`;
}
