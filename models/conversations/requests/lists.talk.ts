import type { TalkContext } from "#models/conversations/conversation.ts";
import { defineQuery } from "#models/conversations/define-reply.ts";
import type { ListName } from "#models/conversations/effects.ts";
import { usefulChoices } from "#models/conversations/menu/choices.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { openPage, say } from "#models/messages/build.ts";
import type { Action, Card, Message } from "#models/messages/message.ts";
import type { Page } from "#models/messages/page.ts";
import { refusalWords } from "./refusal-words.ts";
import { shortCard } from "./request-card.ts";

// A carousel of LINE's has twelve bubbles.
const mostCards = 10;

type List = {
  id: string;
  name: string;
  list: ListName;
  title: string;
  empty: string;
  staffOnly?: true;
  page?: { label: string; to: Page };
};

const lists: List[] = [
  {
    id: "status",
    name: "ติดตามสถานะ",
    list: "mine-open",
    title: "เรื่องของคุณที่ยังไม่ปิด",
    empty: "ตอนนี้ไม่มีเรื่องที่ค้างอยู่ค่ะ\nมีอะไรเสีย พิมพ์อาการมาได้เลยค่ะ",
  },
  { id: "my-work", name: "งานของฉัน", list: "my-work", title: "งานในมือของคุณ", empty: "ตอนนี้ไม่มีงานในมือค่ะ", staffOnly: true },
  { id: "queue", name: "คิวงาน", list: "unassigned", title: "งานที่ยังไม่มีคนรับ", empty: "ไม่มีงานค้างรับค่ะ", staffOnly: true },
  { id: "late", name: "งานล่าช้า", list: "late", title: "งานที่เลยกำหนด", empty: "ไม่มีงานเลยกำหนดค่ะ", staffOnly: true },
];

/** What waits for a decision: directors and data owners are no staff, and have it on their home page. */
const decisions: List = {
  id: "to-decide",
  name: "รออนุมัติ",
  list: "to-decide",
  title: "เรื่องที่รอคุณพิจารณา",
  empty: "ตอนนี้ไม่มีเรื่องรอคุณพิจารณาค่ะ",
  page: { label: "เปิดหน้าแรก", to: { to: "home" } },
};

/** The lists of requests that can be asked for: one's own, one's work, the queue, what is late. */
export const listTalks = [...lists, decisions].map((list) =>
  defineQuery<"list">({
    id: list.id,
    name: list.name,
    query(_, context) {
      if (list.staffOnly && !context.person?.isStaff) return [staffOnly(context)];
      // Who has told nothing of themselves has reported nothing either.
      if (!context.person) return [say("ยังไม่มีเรื่องที่แจ้งไว้ค่ะ มีอะไรเสีย พิมพ์อาการมาได้เลย", { choices: usefulChoices(context) })];
      return { do: "list", list: list.list };
    },
    answer: ({ requests, total }, context) => ({ messages: listed(list, requests, total, context) }),
    refused: ({ refusal }, context) => refusalWords(refusal, context),
  }),
);

function listed(list: List, requests: RequestView[], total: number, context: TalkContext): Message[] {
  const choices = usefulChoices(context);
  if (requests.length === 0) return [say(list.empty, { choices })];
  const shown = requests.slice(0, mostCards);
  const title = total > shown.length ? `${list.title} ${shown.length} จาก ${total} เรื่อง` : `${list.title} ${total} เรื่อง`;
  const all = whole(list);
  const left = total - shown.length;
  const cards = [...shown.map((view) => shortCard(view, context)), ...(left > 0 ? [rest(left, all)] : [])];
  // A carousel's title is only in the notification: in the chat it is a line of its own.
  return [say(title), { kind: "cards", title, cards, shows: shown.map((view) => view.id), choices: [all, ...choices] }];
}

/** The whole list on its page of the mini-app. */
function whole({ staffOnly: isDesk, page: own }: List): Action {
  if (own) return openPage(own.label, own.to);
  const page: Page = isDesk ? { to: "desk" } : { to: "requests" };
  return openPage(isDesk ? "เปิดโต๊ะงาน" : "ดูทั้งหมด", page);
}

/** Behind the last card: how many there is no room for, and the way to them. */
function rest(count: number, all: Action): Card {
  return { title: `ยังมีอีก ${count} เรื่องค่ะ`, tone: "muted", rows: [], note: "พิมพ์เลขที่เพื่อดูเรื่องนั้นได้เลยค่ะ", actions: [all] };
}

/** Someone who is no staff asked for a list of theirs. */
export function staffOnly(context: TalkContext): Message {
  return say("รายการนี้สำหรับเจ้าหน้าที่ค่ะ ดูเรื่องของคุณได้ที่ ติดตามสถานะ", { choices: usefulChoices(context) });
}
