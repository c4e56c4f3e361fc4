import { beforeAll, describe, expect, it } from "vitest";
import { RequestModel } from "#models/documents/request.document.ts";
import { accessRequestForm } from "#models/requests/access-request/access-request.form.ts";
import { sampleSchools, type TestOffice, useOffice } from "#test/support/office.ts";
import { walkIn } from "#test/support/walk.ts";

type Person = Awaited<ReturnType<TestOffice["teacher"]>>;

let at = new Date("2026-12-01T10:00:00+07:00");
const clock = { now: () => at };
const office = useOffice({ clock });
const { file, step, refused, read, offered } = walkIn(office, clock);
const school = { code: sampleSchools[0]?.code ?? null, name: sampleSchools[0]?.name ?? "" };

let teacher: Person;
let owner: Person;
let director: Person;
let centreHead: Person;
let officer: Person;
let groupHead: Person;

beforeAll(async () => {
  teacher = await office.teacher("ครูขอข้อมูล");
  owner = await office.teacher("เจ้าของข้อมูล DMC", { grants: [{ role: "data-owner", scope: { kind: "system", system: "dmc" } }] });
  director = await office.director("ผอ.เขต");
  centreHead = await office.teacher("หัวหน้าศูนย์", { grants: [{ role: "centre-head", scope: { kind: "office" } }] });
  officer = await office.staff("เจ้าหน้าที่กลุ่มสอง", 2);
  groupHead = await office.head("หัวหน้ากลุ่มสอง", 2);
});

const [, answers = {}] = accessRequestForm.examples;
const period = { from: "2026-12-15", until: "2027-01-31" };
const ask = async (changes: Record<string, unknown> = {}) =>
  (await file(teacher, "access_request", { ...answers, school, period, ...changes })).id;
const approved = async (changes: Record<string, unknown> = {}) => {
  const id = await ask(changes);
  await step(owner, id, "owner-endorse");
  expect(await step(director, id, "director-approve")).toBe("approved");
  return id;
};
const grant = { rights: "อ่านรายงานจำนวนนักเรียนรายชั้น", on: "2026-12-15" };

describe("access to a system", () => {
  it("goes from its data owner to the director, is opened by staff, and signed by each", async () => {
    const id = await ask();
    expect(await RequestModel.findById(id).lean()).toMatchObject({ system: "dmc", group: 2, decider: { role: "data-owner", unit: "dmc" } });
    expect(await offered(officer, id)).not.toContain("grant");
    await step(owner, id, "owner-endorse", { words: "ให้เฉพาะจำนวน ไม่ให้รายชื่อ" });
    await step(director, id, "director-approve");
    expect((await refused(officer, id, "grant", { rights: "อ่าน" })).code).toBe("invalid_answers");
    expect(await step(officer, id, "grant", grant)).toBe("granted");
    const { timeline, isOpen } = await read(teacher, id);
    expect(isOpen).toBe(false);
    expect(timeline.map(({ deed }) => deed)).toEqual(expect.arrayContaining(["เห็นชอบ", "อนุมัติ", "เปิดสิทธิ"]));
  });

  it("is the centre head's to agree to where the system has no owner here", async () => {
    const id = await ask({ system: "schoolmis" });
    expect(await RequestModel.findById(id).lean()).toMatchObject({ decider: { role: "centre-head" } });
    expect((await refused(owner, id, "owner-endorse").catch(() => ({ code: "not_found" }))).code).toBe("not_found");
    expect(await step(centreHead, id, "owner-endorse")).toBe("waiting-director");
  });

  it("may be returned by the director and goes the whole way again", async () => {
    const id = await ask();
    await step(owner, id, "owner-endorse");
    expect(await step(director, id, "director-return", { reason: "ขอช่วงเวลาสั้นกว่านี้" })).toBe("returned");
    expect(await step(teacher, id, "resubmit", { ...answers, school, period: { ...period, until: "2026-12-31" } })).toBe("waiting-owner");
    await step(owner, id, "owner-endorse");
    expect(await step(director, id, "director-approve")).toBe("approved");
  });

  it("may be refused, given up, cancelled by a head, and handed back", async () => {
    const no = await ask();
    expect(await step(owner, no, "owner-refuse", { reason: "ข้อมูลนี้เผยแพร่แล้ว" })).toBe("refused");
    expect(await step(teacher, await approved(), "give-up")).toBe("withdrawn");
    expect(await step(groupHead, await approved(), "cancel", { reason: "ยื่นซ้ำ" })).toBe("cancelled");
    const id = await approved();
    await step(officer, id, "grant", grant);
    expect(await step(teacher, id, "hand-back")).toBe("ended");
  });

  it("is revoked by its data owner with the reason", async () => {
    const id = await approved();
    await step(officer, id, "grant", grant);
    expect(await offered(director, id)).not.toContain("revoke");
    expect(await step(owner, id, "revoke", { reason: "ส่งต่อข้อมูลให้ผู้อื่น" })).toBe("revoked");
  });

  it("ends by itself when its last day is over, opened or not", async () => {
    const open = await approved();
    await step(officer, open, "grant", grant);
    const never = await approved();
    at = new Date("2027-02-01T00:00:01+07:00");
    await office.restarts();
    const states = async () => [(await read(teacher, open)).state, (await read(teacher, never)).state];
    await expect.poll(states).toEqual(["ended", "ended"]);
  });
});
