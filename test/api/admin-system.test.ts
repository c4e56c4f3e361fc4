import { beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "#bot/platform/clock.ts";
import { systemIds } from "#bot/platform/ids.ts";
import { inTransaction } from "#bot/platform/transaction.ts";
import { recordChange } from "#bot/services/admin/record-change.ts";
import { retryAllStuck as retryAll } from "#bot/services/admin/system/retry-stuck.ts";
import { readCaller } from "#bot/services/people/read-caller.ts";
import { flushAccessLog, recordAccess } from "#bot/services/record-access.ts";
import { type AuditEntry, listAudit, listAuditActions } from "#models/contracts/admin/audit.contract.ts";
import { changeSettings, getSettings } from "#models/contracts/admin/settings.contract.ts";
import { getSystem, retryAllStuck, retryStuck } from "#models/contracts/admin/system.contract.ts";
import { ChangeEntryModel } from "#models/documents/change-entry.document.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import { InboxEventModel } from "#models/documents/inbox-event.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import { apiAs, type TestApi } from "#test/support/api.ts";
import { useOffice } from "#test/support/office.ts";

const office = useOffice();
let admin: TestApi;
let first: { personId: string; userId: string };
let teacher: { personId: string; userId: string };

beforeAll(async () => {
  const one = await office.admin("ผู้ดูแล หนึ่ง");
  first = one;
  admin = apiAs(office, one);
  teacher = await office.teacher("ครูสมหญิง ทดสอบ");
  const { updatedAt } = await admin.ask(getSettings);
  const hours = { opens: "08:00", closes: "16:00", days: [1, 2, 3, 4, 5] };
  await admin.ask(changeSettings, { body: { updatedAt, changes: { hours, reserve: 40 } } });
});

const changesOf = (subject: string) => ChangeEntryModel.find({ subject }).sort({ at: 1, _id: 1 }).lean();

describe("the system page", () => {
  const setAside = (id: string, chatId: string) =>
    InboxEventModel.create({
      _id: id,
      chatId,
      timestamp: 1,
      receivedAt: new Date(),
      state: "set-aside",
      tries: 4,
      fault: "4 turns failed; the log names the error",
      payload: { id, what: { kind: "text", text: "ข้อความลับของครู 081-234-5678" } },
    });
  const givenUp = (id: string) =>
    NoticeModel.create({
      _id: id,
      personId: teacher.personId,
      requestId: "r-none",
      revision: 1,
      event: "result",
      as: "requester",
      urgency: "normal",
      state: "given-up",
      retryKey: "k",
      tries: 7,
      fault: "LINE refused it: 400",
      createdAt: new Date(),
      settledAt: new Date(),
    });

  it("says how everything fares, without a word of a message and without a LINE id", async () => {
    await setAside("event-a", teacher.userId);
    await givenUp("notice-a");
    await ChatModel.create({
      _id: "Ulost",
      kind: "user",
      reply: { token: "t", receivedAt: new Date(), messages: [{ text: "ความลับ" }], state: "given-up", tries: 3, retryKey: "k" },
      updatedAt: new Date(),
    });
    const system = await admin.ask(getSystem);
    expect(system.events).toMatchObject([{ id: "event-a", kind: "text", person: "ครูสมหญิง ทดสอบ", tries: 4 }]);
    expect(system.notices).toMatchObject([{ id: "notice-a", person: "ครูสมหญิง ทดสอบ", fault: "LINE refused it: 400" }]);
    expect(system.replies).toMatchObject([{ person: null, tries: 3 }]);
    expect(system.inbox).toMatchObject({ waiting: 0, oldestAt: null, setAside: 1 });
    expect(system.meter).toMatchObject({ plan: "free", limit: 300, reserve: 40 });
    expect(system.meter.used).toBeTypeOf("number");
    expect(system.database).toMatchObject({ isPrimary: true, members: [{ isSelf: true, state: "PRIMARY", isHealthy: true }] });
    expect(system.database.collections.map(({ name }) => name)).toContain("people");
    expect(system.jobs?.sweeps.map(({ name }) => name)).toEqual(expect.arrayContaining(["turns", "notices", "digests"]));
    const said = JSON.stringify(system);
    for (const secret of ["ความลับ", "ข้อความลับ", "081-234", teacher.userId, "Ulost"]) expect(said).not.toContain(secret);
  });

  it("sends one back, or all of them, with an entry in the audit trail", async () => {
    expect(await admin.ask(retryStuck, { params: { id: "event-a" } })).toEqual({ events: 1, notices: 0 });
    expect(await InboxEventModel.findById("event-a").lean()).not.toMatchObject({ state: "set-aside" });
    expect(await changesOf("stuck:event-a")).toMatchObject([{ action: "retry-event", by: { name: "ผู้ดูแล หนึ่ง" } }]);
    expect(await admin.refused(retryStuck, { params: { id: "no-such" } })).toMatchObject({ status: 404 });
    expect(await changesOf("stuck:no-such")).toEqual([]);
    await setAside("event-b", "Uother");
    expect(await admin.ask(retryAllStuck)).toEqual({ events: 1, notices: 1 });
    expect(await changesOf("stuck")).toMatchObject([{ action: "retry-all", changes: [{ to: "1 รายการ" }, { to: "1 รายการ" }] }]);
    expect(await admin.ask(retryAllStuck)).toEqual({ events: 0, notices: 0 });
    expect(await changesOf("stuck")).toHaveLength(1);
    expect(await admin.ask(getSystem)).toMatchObject({ events: [], notices: [] });
  });

  it("sends each back once, also where one after the other sticks again meanwhile", async () => {
    await givenUp("notice-c");
    const again: Promise<unknown>[] = [];
    const newId = () => {
      if (again.length < 3) again.push(givenUp(`notice-d${again.length}`));
      return systemIds.next();
    };
    const { actor } = await readCaller({ clock: systemClock }, first.userId);
    expect(await retryAll({ clock: systemClock, newId }, actor, null)).toEqual({ events: 0, notices: 1 });
    await Promise.all(again);
    expect(await NoticeModel.countDocuments({ state: "given-up" })).toBe(again.length);
  });
});

describe("the audit trail", () => {
  const ctx = { clock: { now: () => new Date() }, newId: () => systemIds.next() };
  const actor = { personId: "p-audited", name: "ผู้ถูกตรวจ" };
  const change = { action: "set-reserve", subject: "test:1", subjectLabel: "ทดสอบ" } as const;
  const readAll = async (query: Record<string, string>) => {
    const entries: AuditEntry[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await admin.ask(listAudit, { query: { ...query, ...(cursor ? { cursor } : {}) } });
      entries.push(...page.entries);
      cursor = page.next;
    }
    return entries;
  };

  it("has no entry of a change that did not come about", async () => {
    const half = inTransaction(async (session) => {
      await recordChange(ctx, actor, { ...change, changes: [{ label: "โทร", from: "", to: "0812345678 หรือ 02-123-4567" }] }, session);
      throw new Error("the change itself failed");
    });
    await expect(half).rejects.toThrow("the change itself failed");
    expect(await changesOf("test:1")).toEqual([]);
  });

  it("masks telephone numbers but for their last four figures", async () => {
    await inTransaction((session) =>
      recordChange(ctx, actor, { ...change, changes: [{ label: "โทร", from: "", to: "0812345678 หรือ 02-123-4567" }] }, session),
    );
    const [entry] = (await admin.ask(listAudit, { query: { subject: "test:1" } })).entries;
    expect(entry).toMatchObject({
      kind: "change",
      by: { name: "ผู้ถูกตรวจ" },
      actionLabel: "แก้ข้อความสำรองสำหรับงานด่วน",
      changes: [{ to: "•••5678 หรือ •••4567" }],
    });
  });

  it("is one list of changes and looks, the newest first, page by page without a gap or a double", async () => {
    const at = new Date("2026-11-20T03:00:00Z");
    const still = { ...ctx, clock: { now: () => at } };
    for (let index = 0; index < 60; index += 1) {
      await inTransaction((session) => recordChange(still, actor, { ...change, subject: `test:page-${index}` }, session));
      recordAccess(still, [{ personId: actor.personId, action: "list:late", subject: `request:r-${index}` }]);
    }
    await flushAccessLog();
    const entries = await readAll({ person: actor.personId, from: "2026-11-20", to: "2026-11-20" });
    expect(entries).toHaveLength(120);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(120);
    const keys = entries.map(({ at: when, id }) => `${when} ${id}`);
    expect(keys).toEqual(keys.toSorted().reverse());
    expect(await readAll({ person: actor.personId, to: "2026-11-19" })).toEqual([]);
    expect(await readAll({ person: actor.personId, action: "list", kind: "look" })).toHaveLength(60);
  });

  it("names people and records, and says who opened it", async () => {
    await admin.ask(listAudit, { query: { subject: `person:${teacher.personId}` } });
    await flushAccessLog();
    const { entries, filter } = await admin.ask(listAudit, { query: { person: first.personId, action: "audit" } });
    expect(entries[0]).toMatchObject({ by: { name: "ผู้ดูแล หนึ่ง" }, actionLabel: "เปิดประวัติการใช้งาน" });
    expect(entries.map(({ subjectLabel }) => subjectLabel)).toContain("ครูสมหญิง ทดสอบ");
    expect(filter).toEqual({ person: "ผู้ดูแล หนึ่ง", subject: null });
    const { actions } = await admin.ask(listAuditActions);
    expect(actions).toEqual(expect.arrayContaining([{ action: "set-hours", kind: "change", label: "แก้เวลาทำการ" }]));
    expect(actions).toEqual(expect.arrayContaining([{ action: "list", kind: "look", label: "เปิดรายการเรื่อง" }]));
  });

  it("refuses a cursor that is none, and days that are none", async () => {
    expect(await admin.refused(listAudit, { query: { cursor: "abc" } })).toMatchObject({ status: 400 });
    expect(await admin.refused(listAudit, { query: { from: "2026-02-30" } })).toMatchObject({ status: 400 });
  });
});
