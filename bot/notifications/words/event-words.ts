import type { Urgency } from "#models/conversations/understanding.ts";
import type { Tone } from "#models/messages/message.ts";
import type { NoticeEvent } from "#models/workflows/define-workflow.ts";

/** What a notice says to those who do the work, at the head of its card. */
export const eventWords: Record<NoticeEvent, string> = {
  "new-work": "งานใหม่",
  assigned: "มอบหมายให้คุณ",
  reopened: "กลับมาให้ทำต่อ",
  asked: "รอคำตอบจากคุณ",
  answered: "ได้คำตอบแล้ว",
  result: "มีผลแล้ว",
  progress: "มีความคืบหน้า",
  decision: "รอคุณพิจารณา",
  deadline: "ใกล้ครบกำหนด",
};

export const urgencyTones: Record<Urgency, Tone> = { critical: "critical", high: "high", normal: "waiting", low: "plain" };
