import { beforeAll, describe, expect, it } from "vitest";
import { listAudit, listAuditActions } from "#models/contracts/admin/audit.contract.ts";
import { addHolidays, listHolidays, removeHoliday } from "#models/contracts/admin/holidays.contract.ts";
import { changeSettings, getSettings } from "#models/contracts/admin/settings.contract.ts";
import { getSystem, retryAllStuck, retryStuck } from "#models/contracts/admin/system.contract.ts";
import { ChangeEntryModel } from "#models/documents/change-entry.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { apiAs, type TestApi } from "#test/support/api.ts";
import { useOffice } from "#test/support/office.ts";
import { reports } from "#test/support/repairs.ts";

const office = useOffice();
let admin: TestApi;
let other: TestApi;

beforeAll(async () => {
  admin = apiAs(office, await office.admin("ผู้ดูแล หนึ่ง"));
  other = apiAs(office, await office.admin("ผู้ดูแล สอง"));
});

const changesOf = (subject: string) => ChangeEntryModel.find({ subject }).sort({ at: 1, _id: 1 }).lean();

describe("who is no admin", () => {
  const calls = [
    [getSettings, {}],
    [changeSettings, { body: { updatedAt: new Date(0).toISOString(), changes: { reserve: 1 } } }],
    [listHolidays, {}],
    [addHolidays, { body: { holidays: [{ date: "2027-01-01", name: "วันขึ้นปีใหม่", was: null }] } }],
    [removeHoliday, { params: { date: "2027-01-01" }, query: { name: "วันขึ้นปีใหม่" } }],
    [getSystem, {}],
    [retryStuck, { params: { id: "e1" } }],
    [retryAllStuck, {}],
    [listAudit, {}],
    [listAuditActions, {}],
  ] as const;

  it.each(["teacher", "staff", "group head"])("may do nothing of it as a %s, and leaves no trace", async (role) => {
    const before = await ChangeEntryModel.countDocuments();
    const people = {
      teacher: () => office.teacher("ครูคนหนึ่ง"),
      staff: () => office.staff("ช่างคนหนึ่ง"),
      "group head": () => office.head("หัวหน้าคนหนึ่ง"),
    };
    const api = apiAs(office, await people[role as keyof typeof people]());
    for (const [contract, parts] of calls) {
      expect(await api.refused(contract, parts), contract.path).toMatchObject({ status: 403, code: "not_allowed" });
    }
    expect(await ChangeEntryModel.countDocuments()).toBe(before);
  });

  it("is refused without a session", async () => {
    for (const [contract, parts] of calls) {
      expect(await apiAs(office, null).refused(contract, parts), contract.path).toMatchObject({ status: 401 });
    }
  });
});

describe("the office's settings", () => {
  it("are the defaults until somebody sets them", async () => {
    const { settings, defaults } = await admin.ask(getSettings);
    expect(settings).toEqual(defaults);
    expect(defaults).toMatchObject({ reserve: 60, hours: { opens: "08:30" }, targets: { critical: { finishDays: 1 } } });
  });

  it("change part by part, each in the audit trail in the words people saw", async () => {
    const { updatedAt } = await admin.ask(getSettings);
    const hours = { opens: "08:00", closes: "16:00", days: [1, 2, 3, 4] };
    const changes = { hours, reserve: 90, routing: { media: 1, printer: 1 }, phone: "038-511-234" };
    const after = await admin.ask(changeSettings, { body: { updatedAt, changes } });
    expect(after.settings).toMatchObject({ hours, reserve: 90, phone: "038-511-234", name: "ศูนย์ ICT" });
    // What equals the default is none of this office's own.
    expect(after.settings.routing).toEqual({ media: 1 });
    const entries = await changesOf("settings");
    expect(entries.map(({ action }) => action).sort()).toEqual(["set-hours", "set-office", "set-reserve", "set-routing"]);
    const told = Object.fromEntries(entries.map(({ action, changes: [first] }) => [action, first]));
    expect(told["set-hours"]).toEqual({ label: "เวลาทำการ", from: "จันทร์–ศุกร์ 08.30–16.30 น.", to: "จันทร์–พฤหัสบดี 08.00–16.00 น." });
    expect(told["set-routing"]).toMatchObject({ from: "กลุ่มงานที่ 3", to: "กลุ่มงานที่ 1" });
    expect(told["set-office"]).toEqual({ label: "โทรศัพท์", from: "", to: "•••1234" });
    expect(entries[0]?.by.name).toBe("ผู้ดูแล หนึ่ง");
  });

  it("that somebody else has changed meanwhile are not overwritten", async () => {
    const { updatedAt } = await admin.ask(getSettings);
    await other.ask(changeSettings, { body: { updatedAt, changes: { reserve: 40 } } });
    const before = await changesOf("settings");
    const refusal = await admin.refused(changeSettings, { body: { updatedAt, changes: { reserve: 10 } } });
    expect(refusal).toMatchObject({ status: 409, code: "changed_meanwhile", details: { settings: { reserve: 40 } } });
    expect(await admin.ask(getSettings)).toMatchObject({ settings: { reserve: 40 } });
    expect(await changesOf("settings")).toHaveLength(before.length);
  });

  it("of two changes at the same moment keep one", async () => {
    const { updatedAt } = await admin.ask(getSettings);
    const put = (api: TestApi, name: string) =>
      api.fetch("/admin/settings", {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ updatedAt, changes: { name } }),
      });
    const answers = await Promise.all([put(admin, "ศูนย์หนึ่ง"), put(other, "ศูนย์สอง")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const named = (await changesOf("settings")).filter(({ action }) => action === "set-office" && action.length > 0);
    expect(named.at(-1)?.changes).toMatchObject([{ label: "ชื่อสำนักงาน" }]);
    expect(named).toHaveLength(2);
  });

  it("count for what is reported from then on; what was promised stays", async () => {
    const teacher = await office.teacher("ครูสมศรี แจ้งก่อน");
    const finishOf = async (number: string) => (await RequestModel.findOne({ number }).lean())?.finishBy.getTime() ?? 0;
    const before = await reports(teacher);
    const promised = await finishOf(before);
    const { settings, updatedAt } = await admin.ask(getSettings);
    const slow = { start: { amount: 9, unit: "days" as const }, finishDays: 30 };
    const targets = { critical: slow, high: slow, normal: slow, low: slow };
    await admin.ask(changeSettings, { body: { updatedAt, changes: { targets } } });
    const after = await reports(await office.teacher("ครูสมหมาย แจ้งทีหลัง"));
    expect(await finishOf(before)).toBe(promised);
    expect((await finishOf(after)) - promised).toBeGreaterThan(15 * 86_400_000);
    const newest = await admin.ask(getSettings);
    await admin.ask(changeSettings, { body: { updatedAt: newest.updatedAt, changes: { targets: settings.targets } } });
  });

  it.each([
    [{ hours: { opens: "16:30", closes: "08:30", days: [1] } }, "changes.hours", "เวลาเปิดต้องมาก่อนเวลาปิดนะคะ"],
    [{ hours: { opens: "08:30", closes: "16:30", days: [] } }, "changes.hours.days", "เลือกวันทำการอย่างน้อยหนึ่งวันนะคะ"],
    [{ reserve: -1 }, "changes.reserve", "ใส่ตัวเลข 0–10000 นะคะ"],
    [{ phone: "12" }, "changes.phone", "เบอร์ยังไม่ครบค่ะ เช่น 038-511-234 ต่อ 12 นะคะ"],
    [{ colour: "red" }, "colour", "ไม่มีช่องนี้ค่ะ"],
  ])("that cannot be are refused at their field: %j", async (changes, field, words) => {
    const { updatedAt } = await admin.ask(getSettings);
    const refusal = await admin.refused(changeSettings, { body: { updatedAt, changes } });
    expect(refusal).toMatchObject({ status: 400, code: "bad_request", fields: { [field]: words } });
  });
});

describe("holidays", () => {
  const list = (year: number) => admin.ask(listHolidays, { query: { year } });

  it("are added several at once, listed by year and removed, each in the audit trail", async () => {
    const holidays = [
      { date: "2027-04-13", name: "วันสงกรานต์", was: null },
      { date: "2027-04-14", name: "วันสงกรานต์", was: null },
    ];
    expect(await admin.ask(addHolidays, { body: { holidays } })).toEqual({ added: 2, renamed: 0 });
    expect(await list(2570)).toMatchObject({ year: 2570, holidays: holidays.map(({ date, name }) => ({ date, name })) });
    expect(await list(2569)).toMatchObject({ holidays: [] });
    await admin.ask(removeHoliday, { params: { date: "2027-04-14" }, query: { name: "วันสงกรานต์" } });
    expect((await list(2570)).holidays).toHaveLength(1);
    expect(await changesOf("holiday:2027-04-14")).toMatchObject([{ action: "remove-holiday", changes: [{ from: "วันสงกรานต์", to: "" }] }]);
    expect(await changesOf("holidays")).toMatchObject([{ action: "add-holiday", subjectLabel: "วันหยุด 2 วัน" }]);
  });

  it("that somebody else named meanwhile are not overwritten, and nothing of the list is written", async () => {
    const holidays = [
      { date: "2027-04-13", name: "วันหยุดพิเศษ", was: null },
      { date: "2027-05-01", name: "วันแรงงาน", was: null },
    ];
    const refusal = await admin.refused(addHolidays, { body: { holidays } });
    expect(refusal).toMatchObject({ status: 409, details: { holidays: [{ date: "2027-04-13", name: "วันสงกรานต์" }] } });
    expect((await list(2570)).holidays).toHaveLength(1);
    expect(await changesOf("holidays")).toHaveLength(1);
  });

  it("that are no days, or not there, are refused", async () => {
    const body = { holidays: [{ date: "2027-02-30", name: "ไม่มีจริง", was: null }] };
    expect(await admin.refused(addHolidays, { body })).toMatchObject({ status: 400 });
    const gone = { params: { date: "2027-06-03" }, query: { name: "วันหยุด" } };
    expect(await admin.refused(removeHoliday, gone)).toMatchObject({ status: 404 });
  });
});
