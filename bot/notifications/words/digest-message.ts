import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import { openPage, start } from "#models/messages/build.ts";
import type { Card, Message } from "#models/messages/message.ts";
import { noticeCard, type Telling } from "./notice-message.ts";

export type DigestCounts = { yours: number; late: number };

/** As many jobs as fit beside the summary in one carousel that can still be looked through. */
const mostJobs = 10;

/** The digest: one message, the counts first, then what is new. */
export function digestMessage(tellings: Telling[], { yours, late }: DigestCounts, now: Date): Message {
  const jobs = tellings.slice(0, mostJobs);
  const summary: Card = {
    title: `สรุปงาน ${showDate(bangkokDate(now))}`,
    subtitle: `มีเรื่องใหม่ ${tellings.length} เรื่องค่ะ`,
    tone: late > 0 ? "high" : "plain",
    rows: [
      { label: "เรื่องใหม่", value: `${tellings.length} เรื่อง` },
      { label: "งานของคุณ", value: `${yours} งาน` },
      { label: "เลยกำหนด", value: `${late} งาน` },
    ],
    ...(tellings.length > jobs.length ? { note: `แสดง ${jobs.length} เรื่องแรกค่ะ ที่เหลือดูได้ในงานรอรับ` } : {}),
    actions: [openPage("เปิดโต๊ะงาน", { to: "desk" }), start("งานของฉัน", "my-work"), start("งานรอรับ", "queue")],
  };
  return {
    kind: "cards",
    title: `สรุปงาน ใหม่ ${tellings.length} ของคุณ ${yours} เลยกำหนด ${late}`,
    cards: [summary, ...jobs.map(noticeCard)],
    shows: jobs.map(({ view }) => view.id),
  };
}
