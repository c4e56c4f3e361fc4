import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { decideNotices } from "#bot/notifications/decide-notices.ts";
import type { NotificationDeps } from "#bot/notifications/deps.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { type Phone, useNotifications } from "#test/support/notifications.ts";
import { monday } from "#test/support/services.ts";

const test = useNotifications();
const day = 86_400_000;
const done = { cause: "ลูกยางสึก", fix: "เปลี่ยนลูกยาง" };

let teacher: Phone;
let technician: Phone;
let colleague: Phone;
let head: Phone;

const later = (ms: number) => {
  test.ctx.at = new Date(test.ctx.at.getTime() + ms);
};
const pushesTo = async (who: Phone) => (await test.line.calls("push")).filter(({ recipients }) => recipients.includes(who.phoneOf.userId));
const heardBy = async (who: Phone) => (await who.phoneOf.arrived()).map(({ text }) => text);

beforeAll(async () => {
  teacher = await test.teacher("ครูสมหญิง ใจดี");
  technician = await test.technician("ช่างเอก มานะ");
  colleague = await test.technician("ช่างโท ขยัน", 1);
  head = await test.head("หัวหน้าตรี ตั้งใจ");
});

beforeEach(async () => {
  test.ctx.at = monday;
  await test.line.recovers();
  await test.plan(300);
  await Promise.all([NoticeModel.deleteMany({}), RequestModel.deleteMany({}), ChatModel.deleteMany({})]);
  await Promise.all([teacher, technician, colleague, head].map((who) => who.phoneOf.arrived()));
});

describe("the free plan", () => {
  it("tells the technician and the head of an urgent job at once, with what they need to go", async () => {
    const id = await test.report(teacher, { urgency: "high" });
    await test.notifications.sweep();
    const [card] = await heardBy(technician);
    for (const word of ["งานใหม่ · ด่วน", "เครื่องพิมพ์ กระดาษติดทุกแผ่น", "บ้านหนองไผ่แก้ว", "ห้องธุรการ", "รับเรื่อง", "ดูรายละเอียด", "โทร"]) {
      expect(card).toContain(word);
    }
    expect([await heardBy(colleague), await heardBy(head)]).toMatchObject([[expect.any(String)], [expect.any(String)]]);
    expect((await test.notices({ requestId: id })).map(({ shownBy }) => shownBy)).toEqual(["push", "push", "push"]);
  });

  it("spends nothing on an ordinary job, nor on its progress and result", async () => {
    const id = await test.report(teacher);
    await test.does(technician, "accept", id, "submitted");
    await test.notifications.sweep();
    await test.does(technician, "done", id, "accepted", done);
    await test.notifications.sweep();
    expect([await heardBy(technician), await heardBy(head), await heardBy(teacher)]).toEqual([[], [], []]);
    expect(await test.notices({ personId: teacher._id })).toMatchObject([
      { event: "progress", state: "dropped", fault: "replaced by a newer one" },
      { event: "result", state: "waiting" },
    ]);
  });
});

describe("the 15,000 plan", () => {
  beforeEach(() => test.plan(15_000));

  it("tells the technician of each new job and the teacher that it is done, and notes that it was shown", async () => {
    const id = await test.report(teacher);
    await test.notifications.sweep();
    expect(await heardBy(technician)).toHaveLength(1);
    await test.does(technician, "accept", id, "submitted");
    await test.does(technician, "done", id, "accepted", done);
    await test.notifications.sweep();
    const [card] = await heardBy(teacher);
    for (const word of ["ซ่อมเสร็จ", "ใช้งานได้แล้วไหมคะ", "หายแล้ว", "ยังไม่หาย", "เปลี่ยนลูกยาง"]) expect(card).toContain(word);
    expect((await RequestModel.findById(id).lean())?.shownAt).toEqual(test.ctx.at);
  });

  it("says the question to the teacher and the answer to the technician", async () => {
    const id = await test.report(teacher);
    await test.does(technician, "accept", id, "submitted");
    await test.does(technician, "ask", id, "accepted", { reason: "เครื่องรุ่นอะไรคะ" });
    await test.notifications.sweep();
    expect((await heardBy(teacher)).join()).toContain("เครื่องรุ่นอะไรคะ");
    await test.does(teacher, "answer", id, "asked", { words: "รุ่น L3110 ค่ะ" });
    await test.notifications.sweep();
    expect((await heardBy(technician)).join()).toContain("รุ่น L3110 ค่ะ");
  });

  it("warns once of requests that no definition reads, whose notices it drops", async () => {
    const ids = [await test.report(teacher), await test.report(teacher)];
    await RequestModel.updateMany({ _id: { $in: ids } }, { $set: { formId: "gone-by-now" } });
    const warn = vi.fn();
    const log: NotificationDeps["log"] = { debug: vi.fn(), info: vi.fn(), error: vi.fn(), warn };
    await decideNotices({ ...test.deps, log });
    expect(warn).toHaveBeenCalledTimes(1);
    expect(new Set((await test.notices({ requestId: { $in: ids } })).map(({ state }) => state))).toEqual(new Set(["dropped"]));
  });

  it("keeps silent about what is outdated by the time it would be said", async () => {
    const taken = await test.report(teacher);
    await test.does(technician, "accept", taken, "submitted");
    const answered = await test.report(teacher);
    await test.does(technician, "accept", answered, "submitted");
    await test.does(technician, "ask", answered, "accepted", { reason: "รุ่นอะไรคะ" });
    await test.does(teacher, "answer", answered, "asked", { words: "รุ่นเดิมค่ะ" });
    await test.does(technician, "done", answered, "accepted", done);
    await test.does(teacher, "not-fixed", answered, "done");
    await test.notifications.sweep();
    const events = (await test.notices({ state: "dropped" })).map(({ event }) => event);
    expect(events).toEqual(expect.arrayContaining(["new-work", "asked", "answered", "result"]));
    expect(await heardBy(teacher)).toEqual([]);
    const [reopened, ...more] = await heardBy(technician);
    expect(reopened).toContain("กลับมาให้ทำต่อ");
    expect(more).toEqual([]);
  });

  it("drops a push that LINE had no time for, once somebody else has the job", async () => {
    await test.line.fails("push", { kind: "rate-limit" }, { times: 1, to: technician.phoneOf.userId });
    const id = await test.report(teacher);
    await test.notifications.sweep();
    await test.does(head, "assign", id, "submitted", { person: { id: colleague._id, name: colleague.name } });
    later(5_000);
    await test.notifications.sweep();
    expect(await heardBy(technician)).toEqual([]);
    expect(await test.notices({ personId: technician._id })).toMatchObject([{ event: "new-work", state: "dropped" }]);
  });
});

describe("when LINE is not well", () => {
  beforeEach(() => test.plan(15_000));
  const assigned = async () => {
    const id = await test.report(teacher);
    await test.does(head, "assign", id, "submitted", { person: { id: technician._id, name: technician.name } });
    return id;
  };

  it.each([
    ["an accepted push whose answer is lost", { kind: "reset-after" } as const],
    ["a 500 after acceptance", { kind: "server-error", acted: true } as const],
    ["a connection that breaks before", { kind: "reset-before" } as const],
    ["a rate limit", { kind: "rate-limit" } as const],
  ])("delivers once and counts once after %s", async (_, fault) => {
    const { used } = await test.line.meter();
    await test.line.fails("push", fault, { times: 1, to: technician.phoneOf.userId });
    await assigned();
    await test.notifications.sweep();
    later(3_000);
    await test.fresh().sweep();
    expect(await heardBy(technician)).toHaveLength(1);
    expect((await test.line.meter()).used).toBe(used + 1);
    expect(await test.notices({ personId: technician._id, event: "assigned" })).toMatchObject([{ state: "shown", shownBy: "push" }]);
  });

  it("keeps the order of a person's pushes, and lets critical ones go first", async () => {
    await test.line.fails("push", { kind: "reset-before" }, { times: 1, to: technician.phoneOf.userId });
    await assigned();
    await test.notifications.sweep();
    later(500);
    const second = await assigned();
    await RequestModel.updateOne({ _id: second }, { $set: { subject: "งานที่สอง" } });
    await test.notifications.sweep();
    expect(await heardBy(technician)).toEqual([]);
    await test.report(teacher, { urgency: "critical", symptom: "มีควันออกมา" });
    await test.notifications.sweep();
    expect((await heardBy(technician)).join()).toContain("ด่วนที่สุด");
    later(5_000);
    await test.notifications.sweep();
    const [first, next] = await heardBy(technician);
    expect(first).toContain("กระดาษติด");
    expect(next).toContain("งานที่สอง");
  });

  it("gives a push up after 24 hours, visibly", async () => {
    await test.line.fails("push", { kind: "server-error" }, { to: technician.phoneOf.userId });
    await assigned();
    await test.notifications.sweep();
    later(day);
    await test.notifications.sweep();
    expect(await test.notices({ personId: technician._id, event: "assigned" })).toMatchObject([
      { state: "given-up", fault: expect.stringContaining("24 hours") },
    ]);
    expect(await heardBy(technician)).toEqual([]);
  });

  it("sends no push again whose key LINE has forgotten", async () => {
    await test.line.fails("push", { kind: "reset-after" }, { times: 1, to: technician.phoneOf.userId });
    await assigned();
    await test.notifications.sweep();
    const tries = (await pushesTo(technician)).length;
    later(day);
    await test.notifications.sweep();
    expect((await pushesTo(technician)).length).toBe(tries);
    expect(await test.notices({ personId: technician._id, event: "assigned" })).toMatchObject([{ state: "given-up" }]);
  });

  it("does not give a push up at its first try, however late it was decided", async () => {
    await assigned();
    later(2 * day);
    await test.line.fails("push", { kind: "reset-before" }, { times: 1, to: technician.phoneOf.userId });
    await test.notifications.sweep();
    expect(await heardBy(technician)).toEqual([]);
    later(5_000);
    await test.notifications.sweep();
    expect(await heardBy(technician)).toHaveLength(1);
  });

  it("keeps what the month's quota does not allow for the next digest", async () => {
    await test.line.fails("push", { kind: "monthly-limit" }, {});
    await assigned();
    await test.notifications.sweep();
    expect(await test.notices({ personId: technician._id, event: "assigned" })).toMatchObject([{ state: "waiting" }]);
    const tries = (await test.line.calls("push")).length;
    await assigned();
    await test.notifications.sweep();
    expect((await test.line.calls("push")).length).toBe(tries);
  });

  it("pushes nothing to a person who blocked the bot", async () => {
    await ChatModel.create({ _id: technician.phoneOf.userId, kind: "user", turn: 1, following: false, updatedAt: test.ctx.at });
    const before = (await pushesTo(technician)).length;
    await assigned();
    await test.notifications.sweep();
    expect((await pushesTo(technician)).length).toBe(before);
    expect(await test.notices({ personId: technician._id, event: "assigned" })).toMatchObject([{ state: "waiting" }]);
  });

  it("gives each person one push when two processes work at once", async () => {
    const { used } = await test.line.meter();
    await Promise.all(Array.from({ length: 5 }, () => assigned()));
    await Promise.all([test.notifications.sweep(), test.fresh().sweep(), test.fresh().sweep()]);
    expect(await heardBy(technician)).toHaveLength(5);
    expect((await test.line.meter()).used).toBe(used + 5);
  });
});

it("tells right after the commit when it is woken, and looks again when woken in the middle", async () => {
  await test.plan(15_000);
  await test.report(teacher);
  test.notifications.wake();
  await test.report(teacher);
  test.notifications.wake();
  await test.notifications.settled();
  expect(await heardBy(technician)).toHaveLength(2);
});

it("lets no notice be held back by one whose request nobody can read any more", async () => {
  const broken = await test.report(teacher, { urgency: "high" });
  await test.report(teacher, { urgency: "high" });
  await RequestModel.updateOne({ _id: broken }, { $set: { state: "a-state-of-long-ago" } });
  await test.notifications.sweep();
  expect(await heardBy(technician)).toHaveLength(1);
  expect(await test.notices({ requestId: broken, personId: technician._id })).toMatchObject([{ state: "dropped" }]);
});
