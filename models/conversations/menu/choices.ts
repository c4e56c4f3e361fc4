import type { TalkContext } from "#models/conversations/conversation.ts";
import { start } from "#models/messages/build.ts";
import type { Action } from "#models/messages/message.ts";

/** What a person of this role most likely wants next: three or four buttons, only of what works. */
export function usefulChoices({ person, catalogue }: TalkContext): Action[] {
  const reports = catalogue.all.slice(0, 1).map((type) => start(type.name, `report:${type.form.id}`));
  const status = start("ติดตามสถานะ", "status");
  if (person?.isHead) return [start("งานที่ยังไม่มีคนรับ", "queue"), start("ภาระงาน", "workload"), start("งานของฉัน", "my-work"), ...reports];
  if (person?.isStaff) return [start("งานของฉัน", "my-work"), start("คิวงาน", "queue"), start("แจ้งแทนผู้อื่น", "report-for"), ...reports];
  return [...reports, status, start("ติดต่อเจ้าหน้าที่", "contact")];
}
