import { beforeAll, describe, expect, it } from "vitest";
import { submitRequest } from "#models/contracts/requests.contract.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { apiAs } from "#test/support/api.ts";
import { type TestOffice, useOffice } from "#test/support/office.ts";
import { walkIn } from "#test/support/walk.ts";

type Person = Awaited<ReturnType<TestOffice["teacher"]>>;

let at = new Date("2026-12-01T10:00:00+07:00");
const clock = { now: () => at };
const office = useOffice({ clock });
const { file, step, refused, read, offered } = walkIn(office, clock);
const school = { code: null, name: "โรงเรียนบ้านตัวอย่าง" };

let teacher: Person;
let head: Person;
let mediaHead: Person;
let officer: Person;
let mediaOfficer: Person;
let director: Person;

beforeAll(async () => {
  teacher = await office.teacher("ครูผู้ยื่น");
  head = await office.head("หัวหน้ากลุ่มหนึ่ง", 1);
  mediaHead = await office.head("หัวหน้ากลุ่มสาม", 3);
  officer = await office.staff("เจ้าหน้าที่กลุ่มหนึ่ง", 1);
  mediaOfficer = await office.staff("เจ้าหน้าที่ศูนย์สื่อ", 3);
  director = await office.director("ผอ.เขต");
});

const toldOf = (id: string, person: Person) => NoticeModel.find({ requestId: id, personId: person.personId }).distinct("event");

describe("drawing materials", () => {
  const draw = {
    items: [
      { name: "กระดาษ A4", quantity: 5, unit: "รีม" },
      { name: "หมึกพิมพ์", quantity: 2, unit: "กล่อง" },
    ],
    purpose: "พิมพ์ข้อสอบปลายภาค",
    neededOn: "2026-12-08",
    school,
  };
  const ask = async (changes: Record<string, unknown> = {}) => (await file(teacher, "material_use", { ...draw, ...changes })).id;

  it("is ordered by the head, paid out, received and booked, each signing", async () => {
    const id = await ask();
    expect(await toldOf(id, head)).toEqual(["decision"]);
    expect(await toldOf(id, officer)).toEqual([]);
    expect(await offered(officer, id)).not.toContain("pay-out");
    expect(await step(head, id, "head-approve")).toBe("approved");
    expect(await toldOf(id, officer)).toEqual(["new-work"]);
    const short = { inFull: false, why: "หมึกเหลือกล่องเดียว" };
    expect(Object.keys((await refused(officer, id, "pay-out", short)).fields ?? {})).toEqual(["paid"]);
    const paid = [{ name: "หมึกพิมพ์", quantity: 1, unit: "กล่อง" }];
    expect(await step(officer, id, "pay-out", { ...short, paid })).toBe("paid");
    expect((await read(teacher, id)).asked).toMatchObject({ question: "ได้รับของครบตามที่จ่ายไหมคะ" });
    expect(await step(teacher, id, "receive")).toBe("received");
    expect(await step(officer, id, "book", { page: "3/2570", on: "2026-12-02" })).toBe("booked");
    const { timeline, isOpen } = await read(head, id);
    expect(isOpen).toBe(false);
    expect(timeline.map(({ deed }) => deed)).toEqual(expect.arrayContaining(["อนุมัติ", "จ่ายวัสดุ", "ยืนยันว่าได้รับของ", "ลงบัญชีวัสดุ"]));
  });

  it("goes to the head whose duty it is for", async () => {
    const id = await ask({ duty: "p15" });
    expect(await offered(head, id)).not.toContain("head-approve");
    expect(await step(mediaHead, id, "head-approve")).toBe("approved");
  });

  it("is corrected until somebody acts on it, returned and sent again, refused, given up, and cancelled", async () => {
    const id = await ask();
    expect(await step(teacher, id, "correct", { ...draw, purpose: "พิมพ์ข้อสอบกลางภาค" })).toBe("waiting-head");
    expect(await step(head, id, "head-return", { reason: "ขอจำนวนนักเรียน" })).toBe("returned");
    expect(await offered(teacher, id)).toEqual(expect.arrayContaining(["resubmit", "withdraw"]));
    expect(await step(teacher, id, "resubmit", { ...draw, purpose: "พิมพ์ข้อสอบ นักเรียน 120 คน" })).toBe("waiting-head");
    expect(await offered(teacher, id)).not.toContain("correct");
    expect(await step(head, id, "head-approve")).toBe("approved");
    expect(await offered(teacher, id)).not.toContain("withdraw");
    expect(await step(teacher, id, "give-up")).toBe("withdrawn");
    expect(await step(head, await ask(), "head-refuse", { reason: "ของหมดคลัง" })).toBe("refused");
    expect(await step(teacher, await ask(), "withdraw")).toBe("withdrawn");
    expect(await step(head, await ask(), "cancel", { reason: "ยื่นซ้ำ" })).toBe("cancelled");
  });

  it("comes back to who paid out when something is missing", async () => {
    const id = await ask();
    await step(head, id, "head-approve");
    await step(officer, id, "pay-out", { inFull: true });
    expect(await step(teacher, id, "not-received", { reason: "ขาดกระดาษ 1 รีม" })).toBe("approved");
    expect(await toldOf(id, officer)).toContain("reopened");
  });
});

describe("a loan", () => {
  const loan = {
    items: [{ name: "โปรเจคเตอร์", quantity: 1, unit: "เครื่อง" }],
    kind: "keeps",
    purpose: "ประชุมผู้ปกครอง",
    from: "2026-12-08",
    until: "2026-12-10",
    offSite: false,
    terms: true,
    school,
  };
  const handedOver = { assets: "6730-001-0002/66", condition: "ใช้งานได้ดี" };
  const ask = async (changes: Record<string, unknown> = {}) => (await file(teacher, "borrow", { ...loan, ...changes })).id;
  const lent = async (changes: Record<string, unknown> = {}) => {
    const id = await ask(changes);
    await step(mediaHead, id, "head-approve-to-end");
    expect(await step(mediaOfficer, id, "lend", handedOver)).toBe("lent");
    return id;
  };

  it("is the director's to approve as well where the thing leaves the place", async () => {
    const id = await ask({ offSite: true });
    expect(await offered(mediaHead, id)).not.toContain("head-approve-to-end");
    expect(await step(mediaHead, id, "head-approve")).toBe("waiting-director");
    expect(await step(director, id, "director-approve")).toBe("approved");
    const inside = await ask();
    expect(await offered(mediaHead, inside)).not.toContain("head-approve");
    expect(await step(mediaHead, inside, "head-approve-to-end")).toBe("approved");
  });

  it("is given back, looked at and confirmed", async () => {
    const id = await lent();
    const unlooked = await refused(mediaOfficer, id, "take-back", { on: "2026-12-10" });
    expect(Object.keys(unlooked.fields ?? {})).toEqual(["condition"]);
    expect(await step(mediaOfficer, id, "take-back", { on: "2026-12-10", condition: "good" })).toBe("given-back");
    expect(await step(teacher, id, "confirm-return")).toBe("closed");
  });

  it("is settled where something is broken", async () => {
    const id = await lent();
    const broken = { on: "2026-12-10", condition: "broken", detail: "เลนส์ร้าว" };
    expect(await step(mediaOfficer, id, "take-back-damaged", broken)).toBe("settling");
    expect(await step(mediaOfficer, id, "settle", { how: "เปลี่ยนเลนส์ให้แล้ว" })).toBe("given-back");
    expect(await step(teacher, id, "dispute", { reason: "เลนส์ร้าวมาก่อนยืม" })).toBe("settling");
  });

  it("is extended by the head when the borrower asks, and its day moves", async () => {
    const id = await lent();
    const wish = { wantedUntil: "2026-12-20", reason: "งานเลื่อน" };
    expect(await step(teacher, id, "ask-extension", wish)).toBe("extension-asked");
    expect(await toldOf(id, mediaHead)).toContain("decision");
    expect(await step(mediaHead, id, "decline-extension", { reason: "มีผู้จองต่อ" })).toBe("lent");
    await step(teacher, id, "ask-extension", wish);
    expect(await step(mediaHead, id, "extend", { until: "2026-12-18" })).toBe("lent");
    const stored = await RequestModel.findById(id).lean();
    expect(stored?.answers.until).toBe("2026-12-18");
    expect(stored?.nextDueAt).toEqual(new Date("2026-12-19T00:00:00+07:00"));
  });

  it("is not asked for when its last day is over, and is still decided on when that passes meanwhile", async () => {
    const gone = await apiAs(office, teacher, clock).refused(submitRequest, {
      body: { formId: "borrow", formVersion: 1, draftId: "over", answers: { ...loan, from: "2026-11-20", until: "2026-11-30" } },
    });
    expect(Object.keys(gone.fields ?? {})).toEqual(["until"]);
    const id = await ask({ from: "2026-12-01", until: "2026-12-01" });
    const today = at;
    at = new Date("2026-12-02T09:00:00+07:00");
    expect(await step(mediaHead, id, "head-approve-to-end")).toBe("approved");
    await step(mediaOfficer, id, "lend", handedOver);
    expect(Object.keys((await refused(mediaHead, id, "extend", { until: "2026-12-02" })).fields ?? {})).toEqual(["until"]);
    expect(await step(mediaHead, id, "extend", { until: "2026-12-05" })).toBe("lent");
    at = today;
  });

  it("is overdue by itself when its day is over, tells both sides, and can still be given back", async () => {
    const id = await lent();
    const later = await lent({ until: "2026-12-24" });
    const unanswered = await lent();
    const wish = { wantedUntil: "2026-12-20", reason: "งานเลื่อน" };
    await step(teacher, unanswered, "ask-extension", wish);
    at = new Date("2026-12-11T00:00:01+07:00");
    await office.restarts();
    await expect.poll(async () => (await read(teacher, id)).state).toBe("overdue");
    expect((await read(teacher, later)).state).toBe("lent");
    expect(await toldOf(id, teacher)).toContain("deadline");
    expect(await toldOf(id, mediaOfficer)).toContain("deadline");
    await expect
      .poll(async () => (await read(teacher, unanswered)).state, { message: "asked for longer, without an answer" })
      .toBe("overdue");
    expect(await step(teacher, unanswered, "ask-extension", wish)).toBe("extension-asked");
    expect((await RequestModel.findById(unanswered).lean())?.nextDueAt).toBeNull();
    expect(await step(mediaOfficer, id, "take-back", { on: "2026-12-11", condition: "worn" })).toBe("given-back");
  });
});
