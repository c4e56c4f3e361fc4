import type { TalkContext } from "#models/conversations/conversation.ts";
import { defineReply } from "#models/conversations/define-reply.ts";
import { formTalkId } from "#models/conversations/form-run.ts";
import { allForms } from "#models/conversations/requests/form-lists.ts";
import { openPage, say, start } from "#models/messages/build.ts";
import type { Action } from "#models/messages/message.ts";

function actions({ person, catalogue }: TalkContext): Action[] {
  const page = person?.isStaff ? openPage("เปิดโต๊ะงาน", { to: "desk" }) : openPage("เปิดมินิแอป", { to: "home" });
  const everyone = [
    // The first is what nearly everyone comes for; the others are found by need.
    ...catalogue.all.slice(0, 1).map((type) => start(type.name, formTalkId(type.form.id))),
    start("ยืม/ขอใช้", "forms", { need: "borrow" }),
    allForms(),
    start("ติดตามสถานะ", "status"),
    start("ติดต่อเจ้าหน้าที่", "contact"),
    person ? start("แก้ไขข้อมูลของฉัน", "edit-me") : start("ลงทะเบียน", "register"),
  ];
  const staff = [
    start("งานของฉัน", "my-work"),
    start("คิวงาน", "queue"),
    start("งานล่าช้า", "late"),
    start("แจ้งแทนผู้อื่น", "report-for"),
    start("แจ้งลา", "away"),
  ];
  const own = [...(person?.isHead ? [start("ภาระงาน", "workload")] : []), ...(person?.isStaff ? staff : []), ...everyone];
  // LINE shows thirteen.
  return [...own.slice(0, 12), page];
}

/** What can be done here, by role. */
export const menu = defineReply("menu", "เมนู", (context) => [
  say("พิมพ์อาการที่เสีย หรือสิ่งที่ต้องการได้เลยค่ะ เช่น ขอยืมกล้องพรุ่งนี้\nพิมพ์เลขที่งานเพื่อดูสถานะ หรือเลือกด้านล่าง\nพิมพ์ ยกเลิก ได้ทุกเมื่อค่ะ", {
    choices: actions(context),
  }),
]);
