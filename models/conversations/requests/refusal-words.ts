import type { OfficeView, TalkContext } from "#models/conversations/conversation.ts";
import type { ServiceRefusal } from "#models/conversations/effects.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { say, start } from "#models/messages/build.ts";
import type { Action, Message } from "#models/messages/message.ts";
import { transitionAction, transitionActions } from "./transition-actions.ts";

// A line or two on a phone; the request itself tells all.
const longestChange = 160;

/** Why a step on a request was not done, how it stands instead, and the way on. */
export function refusalWords(refusal: ServiceRefusal, context: TalkContext): Message {
  switch (refusal.code) {
    case "state_changed":
      return refusal.changed !== undefined
        ? rewrittenWords(refusal, context)
        : movedOn({ ...refusal.request, moved: { by: refusal.by, deed: refusal.deed } }, context);
    case "own_request":
      return say("เรื่องที่ยื่นเองพิจารณาเองไม่ได้ค่ะ\nหัวหน้าศูนย์หรือผู้อำนวยการจะพิจารณาแทนค่ะ", { choices: [start("ติดตามสถานะ", "status")] });
    case "too_late":
      return say(`เลยกำหนด ${refusal.days} วันแล้วค่ะ ถ้ายังมีปัญหา แจ้งใหม่ได้เลยค่ะ`, { choices: reports(context) });
    case "not_found":
      return say("ไม่พบเลขที่นี้ในเรื่องของคุณค่ะ\nกดดูเรื่องทั้งหมดได้ด้านล่างค่ะ", { choices: [start("ติดตามสถานะ", "status")] });
    case "not_allowed":
      return say("ขออภัยค่ะ รายการนี้คุณยังทำขั้นตอนนี้ไม่ได้", { choices: [start("ติดตามสถานะ", "status"), start("ติดต่อเจ้าหน้าที่", "contact")] });
    case "not_registered":
      return say("ขอทราบชื่อและโรงเรียนก่อนนะคะ กดปุ่มด้านล่างได้เลยค่ะ", { choices: [start("ลงทะเบียน", "register")] });
    default:
      return say(failed(context.office), { choices: [start("ติดตามสถานะ", "status")] });
  }
}

/** The answers are not those that the button was offered with: who changed what, and the way to decide about them as they are. */
export function rewrittenWords(
  { by, deed, changed, request }: { by: string; deed: string; changed?: string; request: RequestView },
  context: TalkContext,
): Message {
  const who = deed ? whoDid({ ...request, moved: { by, deed } }) : "ข้อมูลของเรื่องนี้แก้ไขแล้วค่ะ";
  const { primary } = transitionActions(request, context.catalogue);
  return say(
    [who, changed?.replace(/\s+/g, " ").slice(0, longestChange), `${request.number} อ่านฉบับแก้ไขแล้วค่อยพิจารณานะคะ`].filter(Boolean).join("\n"),
    {
      shows: [request.id],
      choices: [start("ดูรายละเอียด", "request", { id: request.id }), ...primary.slice(0, 3)],
    },
  );
}

/** A request that is not where its button thought it was: who did what or whose word is waited for, and the way on. */
export function movedOn(request: RequestView, context: TalkContext): Message {
  const back = waysBack(request, context);
  const { primary } = transitionActions(request, context.catalogue);
  return say(standing(request, back), {
    shows: [request.id],
    choices: [...back, ...primary.slice(0, 3), start("ดูรายละเอียด", "request", { id: request.id })],
  });
}

function standing(request: RequestView, [back]: Action[]): string {
  if (back) return `ตอนนี้ ${request.number} ${request.next}อยู่ค่ะ\nถ้าไม่รอแล้ว กด ${back.label}`;
  return `${whoDid(request)}\n${request.number} ตอนนี้: ${request.stateLabel}`;
}

function whoDid({ moved }: RequestView): string {
  if (!moved?.deed) return "เรื่องนี้เดินหน้าไปแล้วค่ะ";
  const who = moved.by === "คุณ" ? moved.by : `${moved.by} `;
  return `${who}${moved.deed}${moved.deed.endsWith("แล้ว") ? "" : "ไปแล้ว"}ค่ะ`;
}

/** While somebody else's word is waited for: what this viewer may do without waiting any longer. */
function waysBack(request: RequestView, { catalogue }: TalkContext): Action[] {
  const workflow = catalogue.all.find((type) => type.form.id === request.formId)?.workflow;
  if (!workflow?.states[request.state]?.asks || request.asked) return [];
  return request.possible.flatMap((id) => {
    const transition = workflow.transitions[id];
    const leadsBack = typeof transition?.to === "object" && "back" in transition.to;
    return transition && leadsBack ? [transitionAction(request, id, transition)] : [];
  });
}

const reports = ({ catalogue }: TalkContext) => catalogue.all.slice(0, 1).map((type) => start(type.name, `report:${type.form.id}`));

function failed({ phone }: OfficeView): string {
  return `ขออภัยค่ะ ยังทำไม่สำเร็จ ลองอีกครั้ง หรือโทร ${phone}`;
}
