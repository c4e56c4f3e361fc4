import type { Stuck } from "#bot/services/admin/system/stuck.ts";
import { showDateTime } from "#models/fields/thai/dates.ts";

/** Chats and people by the ends of their ids: enough to tell them apart, too little to write to them. */
const short = (id: string) => (id.length > 10 ? `…${id.slice(-6)}` : id);

/** The list as an admin reads it. */
export function showStuck({ events, notices, replies }: Stuck): string {
  if (events.length + notices.length + replies.length === 0) return "ไม่มีรายการที่พักไว้ ทุกอย่างส่งถึงแล้วค่ะ";
  return [
    ...section(
      "เหตุการณ์ที่พักไว้ (ทำไม่สำเร็จ 3 ครั้ง)",
      events.map(
        ({ id, kind, chatId, receivedAt, tries, fault }) =>
          `${id}  ${kind}  แชต ${short(chatId)}  ${at(receivedAt)}  ลอง ${tries}  ${fault}`,
      ),
    ),
    ...section(
      "การแจ้งเตือนที่เลิกส่ง",
      notices.map(
        ({ id, event, personId, requestId, createdAt, tries, fault }) =>
          `${id}  ${event}  ถึง ${short(personId)}  งาน ${short(requestId)}  ${at(createdAt)}  ลอง ${tries}  ${fault}`,
      ),
    ),
    ...section(
      "คำตอบที่ส่งไม่ถึง (ส่วนสำคัญจะนำหน้าคำตอบถัดไปเอง)",
      replies.map(({ chatId, receivedAt, tries }) => `แชต ${short(chatId)}  ${at(receivedAt)}  ลอง ${tries}`),
    ),
  ].join("\n");
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [`${title}: ${lines.length}`, ...lines.map((line) => `  ${line}`)];
}

const at = (moment: Date) => showDateTime(moment);
