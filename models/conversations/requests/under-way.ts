import type { TalkContext } from "#models/conversations/conversation.ts";
import { formTalkId } from "#models/conversations/form-run.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { card, say, start } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";
import { allForms } from "./form-lists.ts";
import { fullCard, shortCard } from "./request-card.ts";

const mostCards = 10;

/** What the person has under way of some forms, with the steps they may take on it. */
export function underWay(requests: RequestView[], formIds: string[], context: TalkContext): Message[] {
  const own = requests.filter(({ formId }) => formIds.includes(formId)).slice(0, mostCards);
  const [only] = own;
  if (own.length > 1) {
    const title = `ที่กำลังดำเนินการ ${own.length} เรื่องค่ะ`;
    return [
      say(title),
      { kind: "cards", title, cards: own.map((view) => shortCard(view, context)), shows: own.map(({ id }) => id), choices: [allForms()] },
    ];
  }
  if (only) return [card(fullCard(only, context), { shows: [only.id], choices: [allForms()] })];
  const type = context.catalogue.all.find(({ form }) => form.id === formIds[0]);
  const again = type ? [start(type.name, formTalkId(type.form.id))] : [];
  const { phone } = context.office;
  return [
    say(`ไม่พบรายการที่ยังไม่จบของคุณค่ะ\nคืนหรือสอบถามได้ที่ศูนย์ในเวลาราชการ${phone ? ` โทร ${phone}` : ""}`, {
      choices: [...again, start("ติดตามสถานะ", "status"), start("ติดต่อเจ้าหน้าที่", "contact")],
    }),
  ];
}
