import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ensureRichMenus } from "#bot/line/rich-menus/ensure-rich-menus.ts";
import { pushUndeliveredReplies } from "#bot/notifications/push-undelivered-replies.ts";
import { readMatters } from "#bot/services/notices/notice-matter.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import type { Message } from "#models/messages/message.ts";
import { type Phone, useNotifications } from "#test/support/notifications.ts";
import { monday } from "#test/support/services.ts";

const test = useNotifications();
const done = { cause: "ลูกยางสึก", fix: "เปลี่ยนลูกยาง" };
let teacher: Phone;
let technician: Phone;

const heardBy = async (who: Phone) => (await who.phoneOf.arrived()).map(({ text }) => text);
const chatOf = async (who: Phone) => {
  const chat = await ChatModel.findById(who.phoneOf.userId).lean();
  if (!chat) throw new Error("no chat");
  return chat;
};
const openChat = (who: Phone, more: Record<string, unknown> = {}) =>
  ChatModel.create({ _id: who.phoneOf.userId, kind: "user", turn: 3, menu: "teacher", updatedAt: test.ctx.at, ...more });
const later = (ms: number) => {
  test.ctx.at = new Date(test.ctx.at.getTime() + ms);
};

beforeAll(async () => {
  teacher = await test.teacher("ครูสมหญิง ใจดี");
  technician = await test.technician("ช่างเอก มานะ");
  const ensured = await ensureRichMenus(test.botLine);
  if (!ensured.ok) throw new Error(ensured.message);
});

beforeEach(async () => {
  test.ctx.at = monday;
  await test.line.recovers();
  await test.plan(300);
  await Promise.all([NoticeModel.deleteMany({}), RequestModel.deleteMany({}), ChatModel.deleteMany({})]);
  await heardBy(teacher);
});

describe("an ordinary result on the free plan", () => {
  const finished = async () => {
    const id = await test.report(teacher);
    await test.does(technician, "accept", id, "submitted");
    await test.does(technician, "done", id, "accepted", done);
    await test.notifications.sweep();
    return id;
  };

  /** What heads the teacher's next reply, as the turn engine asks for it. */
  const head = async () => {
    const waiting = await NoticeModel.find({ personId: teacher._id, state: "waiting" }).lean();
    const views = (await readMatters(test.ctx, waiting)).flatMap(({ matter }) => matter?.view ?? []);
    return { waiting, messages: test.notifications.rideAlong(waiting, views) };
  };

  it("shows in the teacher's menu, heads their next reply, and leaves the menu when it was seen", async () => {
    await openChat(teacher);
    const id = await finished();
    expect((await chatOf(teacher)).menu).toBe("teacher-news");
    const { waiting, messages } = await head();
    expect(messages).toMatchObject([
      {
        kind: "card",
        shows: [id],
        card: {
          subtitle: "ซ่อมเสร็จ รอยืนยัน",
          note: "ใช้งานได้แล้วไหมคะ",
          actions: [{ label: "หายแล้ว" }, { label: "ยังไม่หาย" }, { label: "ดูรายละเอียด" }],
        },
      },
    ]);
    await test.notifications.shown(teacher._id, { notices: waiting.map(({ _id }) => _id), requests: [id] });
    expect((await chatOf(teacher)).menu).toBe("teacher");
    expect(await test.notices({ personId: teacher._id, state: "shown" })).toMatchObject([{ event: "result", shownBy: "reply" }]);
    expect((await RequestModel.findById(id).lean())?.shownAt).toEqual(test.ctx.at);
    expect((await test.line.calls("push")).length).toBe(0);
  });

  it("puts the news of several requests side by side in one message, one card each", async () => {
    await openChat(teacher);
    const ids = [await finished(), await finished()];
    const { messages } = await head();
    expect(messages).toMatchObject([{ kind: "cards", shows: ids, cards: [{}, {}] }]);
  });

  it("says nothing of what the teacher has settled meanwhile", async () => {
    const id = await finished();
    await test.does(teacher, "confirm-fixed", id, "done");
    await test.does(teacher, "rate", id, "confirmed", { stars: 5 });
    await test.does(teacher, "not-fixed", id, "closed");
    expect((await head()).messages).toEqual([]);
  });

  it("asks LINE for the menu again when it could not be had, and keeps a technician's own menu", async () => {
    await openChat(teacher);
    await test.line.fails("*", { kind: "reset-before" }, {});
    await finished();
    expect((await chatOf(teacher)).menu).toBe("teacher");
    await test.line.recovers();
    later(61_000);
    await test.fresh().sweep();
    expect((await chatOf(teacher)).menu).toBe("teacher-news");
    await openChat(technician, { menu: "staff" });
    const own = await test.report(technician);
    const other = await test.technician("ช่างโท ขยัน");
    await test.does(other, "accept", own, "submitted");
    await test.notifications.sweep();
    expect((await chatOf(technician)).menu).toBe("staff");
  });
});

describe("a reply that did not arrive", () => {
  const number: Message = { kind: "text", text: "รับเรื่องแล้วค่ะ เลขที่ ซ-2570-000123", essential: true };
  const rest: Message = { kind: "text", text: "มีอะไรให้ช่วยอีกไหมคะ", asks: true };
  const lost = (state: "undelivered" | "given-up" = "undelivered") =>
    openChat(teacher, {
      head: [number, { kind: "text", text: rest.kind === "text" ? rest.text : "" }],
      reply: { token: "t", receivedAt: test.ctx.at, messages: [number, rest], state, retryKey: randomUUID() },
    });

  it("is replaced by a push of what is essential, once, by however many processes", async () => {
    const { used } = await test.line.meter();
    await lost();
    await Promise.all([pushUndeliveredReplies(test.deps), pushUndeliveredReplies(test.deps)]);
    await pushUndeliveredReplies(test.deps);
    expect(await heardBy(teacher)).toEqual([expect.stringContaining("ซ-2570-000123")]);
    expect((await test.line.meter()).used).toBe(used + 1);
    const chat = await chatOf(teacher);
    expect(chat.reply?.state).toBe("delivered");
    expect(chat.head).toEqual([{ kind: "text", text: "มีอะไรให้ช่วยอีกไหมคะ" }]);
    expect(chat.turn).toBe(4);
  });

  it("is tried again with the same key when the answer is lost", async () => {
    await lost();
    await test.line.fails("push", { kind: "reset-after" }, { times: 1 });
    await pushUndeliveredReplies(test.deps);
    later(5_000);
    await pushUndeliveredReplies(test.deps);
    expect(await heardBy(teacher)).toHaveLength(1);
    expect(new Set((await test.line.calls("push")).slice(-2).map(({ retryKey }) => retryKey)).size).toBe(1);
  });

  it("is not said by a turn while its push may have arrived, and is tried on after that turn", async () => {
    await lost();
    await test.line.fails("push", { kind: "reset-after" }, { times: 1 });
    await pushUndeliveredReplies(test.deps);
    const { head, turn } = await chatOf(teacher);
    expect([head, turn]).toEqual([[{ kind: "text", text: "มีอะไรให้ช่วยอีกไหมคะ" }], 4]);
    const next = { token: "t2", receivedAt: test.ctx.at, messages: [], state: "delivered", retryKey: randomUUID() };
    await ChatModel.updateOne({ _id: teacher.phoneOf.userId, turn }, { $set: { turn: 5, head: [], reply: next } });
    later(5_000);
    await pushUndeliveredReplies(test.deps);
    expect(await heardBy(teacher)).toHaveLength(1);
    expect(await chatOf(teacher)).toMatchObject({ head: [], replacement: null, reply: { token: "t2", state: "delivered" } });
  });

  it("heads the next reply after 24 hours, without another push", async () => {
    await lost();
    await test.line.fails("push", { kind: "server-error" }, {});
    await pushUndeliveredReplies(test.deps);
    const tries = (await test.line.calls("push")).length;
    later(86_400_000);
    await pushUndeliveredReplies(test.deps);
    expect((await test.line.calls("push")).length).toBe(tries);
    const chat = await chatOf(teacher);
    expect([chat.head.length, chat.head[0], chat.replacement]).toEqual([2, number, null]);
  });

  it("heads the next reply when the month's messages are used up", async () => {
    await lost();
    await test.plan((await test.line.meter()).used);
    await pushUndeliveredReplies(test.deps);
    expect(await heardBy(teacher)).toEqual([]);
    const chat = await chatOf(teacher);
    expect(chat.reply?.state).toBe("given-up");
    expect(chat.head).toHaveLength(2);
  });

  it("is not pushed to who has blocked the bot", async () => {
    await lost();
    await ChatModel.updateOne({ _id: teacher.phoneOf.userId }, { $set: { following: false } });
    await pushUndeliveredReplies(test.deps);
    expect((await chatOf(teacher)).reply?.state).toBe("given-up");
  });
});
