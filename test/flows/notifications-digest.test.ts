import { beforeAll, beforeEach, expect, it } from "vitest";
import { sendDigests } from "#bot/notifications/send-digests.ts";
import { flushAccessLog } from "#bot/services/record-access.ts";
import { AccessEntryModel } from "#models/documents/access-entry.document.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import { DigestModel } from "#models/documents/digest.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { type Phone, useNotifications } from "#test/support/notifications.ts";

const test = useNotifications();
let teacher: Phone;
let technician: Phone;
let head: Phone;

const clock = (moment: string) => {
  test.ctx.at = new Date(`${moment}:00+07:00`);
};
const heardBy = async (who: Phone) => (await who.phoneOf.arrived()).map(({ text }) => text);
const send = () => sendDigests(test.deps);
const reportAt = async (moment: string, answers = {}) => {
  clock(moment);
  const id = await test.report(teacher, answers);
  await test.notifications.sweep();
  return id;
};

beforeAll(async () => {
  teacher = await test.teacher("ครูสมหญิง ใจดี");
  technician = await test.technician("ช่างเอก มานะ");
  head = await test.head("หัวหน้าตรี ตั้งใจ");
});

beforeEach(async () => {
  clock("2026-11-23T09:30");
  await test.line.recovers();
  await test.plan(300);
  await Promise.all([NoticeModel.deleteMany({}), DigestModel.deleteMany({}), RequestModel.deleteMany({}), ChatModel.deleteMany({})]);
  await Promise.all([teacher, technician, head].map((who) => who.phoneOf.arrived()));
});

it("tells staff at 13.00 what came since the morning: one message, the counts, the jobs", async () => {
  await reportAt("2026-11-23T09:30");
  await reportAt("2026-11-23T10:00", { device: "โปรเจคเตอร์", symptom: "ภาพไม่ขึ้น", category: "av" });
  clock("2026-11-23T12:59");
  await send();
  expect(await heardBy(technician)).toEqual([]);
  clock("2026-11-23T13:00");
  await send();
  const [digest, ...more] = await heardBy(technician);
  for (const word of ["สรุปงาน 23 พ.ย. 69", "2 เรื่อง", "งานของคุณ", "เลยกำหนด", "กระดาษติด", "ภาพไม่ขึ้น", "รับเรื่อง"])
    expect(digest).toContain(word);
  expect(more).toEqual([]);
  expect(await heardBy(head)).toHaveLength(1);
  expect(await heardBy(teacher)).toEqual([]);
  expect((await test.notices({ personId: technician._id })).map(({ shownBy }) => shownBy)).toEqual(["digest", "digest"]);
});

it("shows ten jobs at most and says how many there are", async () => {
  for (let count = 0; count < 12; count += 1) await reportAt("2026-11-23T09:30", { symptom: `อาการที่ ${count}` });
  clock("2026-11-23T13:00");
  await send();
  const [digest] = await heardBy(technician);
  expect(digest).toContain("12 เรื่อง");
  expect(digest?.match(/อาการที่/g)).toHaveLength(10);
});

it("is sent once a slot, by however many processes, and after a restart", async () => {
  await reportAt("2026-11-23T09:30");
  clock("2026-11-23T13:00");
  await Promise.all([send(), send(), send()]);
  await reportAt("2026-11-23T13:05");
  await send();
  expect(await heardBy(technician)).toHaveLength(1);
  clock("2026-11-24T08:30");
  await send();
  expect(await heardBy(technician)).toHaveLength(1);
});

it("is not sent when a reply has shown it, when somebody has the job, or on a holiday", async () => {
  const shown = await reportAt("2026-11-27T14:00");
  clock("2026-11-27T14:01");
  await test.notifications.shown(technician._id, { notices: [], requests: [shown] });
  clock("2026-11-28T09:00");
  await send();
  expect([await heardBy(technician), await heardBy(head)]).toEqual([[], []]);
  clock("2026-11-30T08:20");
  await test.does(technician, "accept", shown, "submitted");
  clock("2026-11-30T08:30");
  await send();
  expect([await heardBy(technician), await heardBy(head)]).toEqual([[], []]);
});

it("leaves out what rode along with a reply, which the access log knows", async () => {
  const id = await reportAt("2026-11-23T09:30");
  const own = await NoticeModel.find({ personId: technician._id }).lean();
  await test.notifications.shown(technician._id, { notices: own.map(({ _id }) => _id), requests: [] });
  await flushAccessLog();
  expect(await AccessEntryModel.countDocuments({ personId: technician._id, action: "notice", subject: `request:${id}` })).toBe(1);
  clock("2026-11-23T13:00");
  await send();
  expect(await heardBy(technician)).toEqual([]);
});

it("leaves the reserve to urgent notices", async () => {
  await reportAt("2026-11-23T09:30");
  const { used } = await test.line.meter();
  await test.plan(used + 60);
  clock("2026-11-23T13:00");
  await send();
  expect(await heardBy(technician)).toEqual([]);
  expect(await test.notices({ personId: technician._id })).toMatchObject([{ state: "waiting" }]);
  await test.plan(used + 62);
  clock("2026-11-24T08:30");
  await send();
  expect(await heardBy(technician)).toHaveLength(1);
});

it("arrives once although its sender died between LINE's acceptance and our mark", async () => {
  await reportAt("2026-11-23T09:30");
  const { used } = await test.line.meter();
  clock("2026-11-23T13:00");
  await test.line.fails("push", { kind: "reset-after" }, { times: 1, to: technician.phoneOf.userId });
  await send();
  clock("2026-11-23T13:01");
  await send();
  expect(await heardBy(technician)).toHaveLength(1);
  expect((await test.line.meter()).used).toBe(used + 2);
  expect(await DigestModel.countDocuments({ state: "delivered" })).toBe(2);
});

it("is not sent again when LINE has forgotten its key", async () => {
  await reportAt("2026-11-23T09:30");
  clock("2026-11-23T13:00");
  await test.line.fails("push", { kind: "reset-after" }, { times: 2 });
  await send();
  const tries = (await test.line.calls("push")).length;
  clock("2026-11-24T17:00");
  await send();
  expect((await test.line.calls("push")).length).toBe(tries);
  expect(await DigestModel.countDocuments({ state: "given-up" })).toBe(2);
});

it("is tried again within its slot when LINE could not say what is left", async () => {
  await reportAt("2026-11-23T09:30");
  clock("2026-11-23T13:00");
  const known = test.deps.quota;
  Object.assign(test.deps, { quota: { ...known, read: async () => ({ plan: "free", left: "unknown" }) } });
  await send();
  Object.assign(test.deps, { quota: known });
  expect(await heardBy(technician)).toEqual([]);
  clock("2026-11-23T13:01");
  await send();
  expect(await heardBy(technician)).toHaveLength(1);
});

it("spares people who are away", async () => {
  await PersonModel.updateOne({ _id: technician._id }, { $set: { awayUntil: new Date("2026-11-25T00:00:00+07:00") } });
  await reportAt("2026-11-23T09:30");
  clock("2026-11-23T13:00");
  await send();
  expect(await heardBy(technician)).toEqual([]);
  await PersonModel.updateOne({ _id: technician._id }, { $set: { awayUntil: null } });
});
