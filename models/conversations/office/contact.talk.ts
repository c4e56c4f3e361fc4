import { defineReply } from "#models/conversations/define-reply.ts";
import { showDateTime } from "#models/fields/thai/dates.ts";
import { card, start } from "#models/messages/build.ts";

/** How to reach a person: hours, telephone, or a report that waits for them. */
export const contact = defineReply("contact", "ติดต่อเจ้าหน้าที่", ({ office, catalogue }) => {
  const reports = catalogue.all.slice(0, 1).map((type) => start("ฝากเรื่องไว้", `report:${type.form.id}`));
  const isOpen = office.isOpenNow ? "ตอนนี้เปิดทำการค่ะ" : `ตอนนี้ปิดค่ะ เปิดอีกครั้ง ${showDateTime(office.nextOpening)}`;
  const content = {
    title: office.name,
    rows: [
      { label: "เวลาทำการ", value: office.hours },
      { label: "โทร", value: office.phone },
    ],
    note: `${isOpen}\nฝากเรื่องไว้ได้ตลอดเวลา เจ้าหน้าที่จะติดต่อกลับค่ะ`,
    actions: [{ kind: "call" as const, label: "โทรเลย", phone: office.phone }, ...reports],
  };
  return [card(content, { choices: [start("ติดตามสถานะ", "status")] })];
});
