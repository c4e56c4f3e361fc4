import { beforeAll, describe, expect, it } from "vitest";
import {
  addGrant,
  changePerson,
  endGrant,
  getPerson,
  listInvitations,
  listPeople,
  makeInvitation,
  revokeInvitation,
  setPersonAway,
  unlinkLine,
} from "#models/contracts/admin/people.contract.ts";
import { getHome } from "#models/contracts/home.contract.ts";
import { redeemInvitation } from "#models/contracts/me.contract.ts";
import { AccessEntryModel } from "#models/documents/access-entry.document.ts";
import { ChangeEntryModel } from "#models/documents/change-entry.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { addDays, bangkokDate } from "#models/fields/thai/bangkok.ts";
import { apiAs, type TestApi } from "#test/support/api.ts";
import { useOffice } from "#test/support/office.ts";
import { reports } from "#test/support/repairs.ts";
import type { LineUser } from "#test/support/simulator.ts";

const office = useOffice();
type Person = LineUser & { personId: string };
let boss: Person;
let admin: TestApi;
let somsri: Person;

const officeScope = { kind: "office" } as const;
const groupOne = { kind: "group" as const, group: 1, zones: ["A"] };
const forGood = { from: null, until: null, actingFor: null };
const today = bangkokDate(new Date());

beforeAll(async () => {
  boss = await office.admin("นางอารี ดูแลดี");
  admin = apiAs(office, boss);
  somsri = await office.teacher("นางสมศรี เรียนดี", { phone: "080-000-0123" });
});

const seen = (id: string) => admin.ask(getPerson, { params: { id } });
const changesOf = (subject: string) => ChangeEntryModel.find({ subject }).sort({ at: 1, _id: 1 }).lean();

describe("people", () => {
  it("are an admin's to see: others are refused, and nothing is written", async () => {
    for (const person of [somsri, await office.staff("นายช่าง ซ่อมไว"), await office.head("นายหัวหน้า กลุ่มหนึ่ง")]) {
      const api = apiAs(office, person);
      expect(await api.refused(listPeople)).toMatchObject({ status: 403, code: "not_allowed" });
      expect(await api.refused(getPerson, { params: { id: boss.personId } })).toMatchObject({ status: 403 });
      const { version } = await seen(somsri.personId);
      const body = { version, role: "admin", scope: officeScope, ...forGood };
      expect(await api.refused(addGrant, { params: { id: somsri.personId }, body })).toMatchObject({ status: 403 });
      expect(await api.refused(makeInvitation, { body: { role: "admin", scope: officeScope, personId: null } })).toMatchObject({
        status: 403,
      });
    }
    expect(await changesOf(`person:${somsri.personId}`)).toEqual([]);
    expect(await admin.refused(getPerson, { params: { id: "nobody" } })).toMatchObject({ status: 404 });
  });

  it("are found by letters of the name, by telephone, role and school, page by page", async () => {
    const names = async (query: Parameters<typeof admin.ask<typeof listPeople>>[1]) =>
      (await admin.ask(listPeople, query)).people.map(({ name }) => name);
    expect(await names({ query: { text: "สมศรี" } })).toEqual(["นางสมศรี เรียนดี"]);
    expect(await names({ query: { text: "0800000123" } })).toEqual(["นางสมศรี เรียนดี"]);
    expect(await names({ query: { text: "😀" } })).toEqual([]);
    expect(await names({ query: { role: "admin" } })).toEqual(["นางอารี ดูแลดี"]);
    expect(await names({ query: { role: "teacher" } })).toEqual(["นางสมศรี เรียนดี"]);
    expect(await names({ query: { school: "24010001", role: "teacher" } })).toEqual(["นางสมศรี เรียนดี"]);
    await PersonModel.insertMany(Array.from({ length: 65 }, (_, at) => stranger(`นายรายชื่อ ที่${String(at).padStart(2, "0")}`)));
    const all: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await admin.ask(listPeople, { query: cursor ? { cursor } : {} });
      all.push(...page.people.map(({ id }) => id));
      if (!page.next) break;
      cursor = page.next;
    }
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(await PersonModel.countDocuments());
  });

  it("show what is known without the LINE id, and the look is noted", async () => {
    await reports(somsri);
    const person = await seen(somsri.personId);
    expect(person).toMatchObject({ phone: "080-000-0123", isLinked: true, openRequests: 1, grants: [] });
    expect(JSON.stringify(person)).not.toContain(somsri.userId);
    await expect
      .poll(() => AccessEntryModel.countDocuments({ personId: boss.personId, action: "see-person", subject: `person:${somsri.personId}` }))
      .toBeGreaterThan(0);
  });

  it("are corrected, with their telephone masked in the audit trail; what somebody else changed meanwhile is not overwritten", async () => {
    const { version } = await seen(somsri.personId);
    const params = { id: somsri.personId };
    const details = {
      name: "นางสมศรี เรียนเก่ง",
      position: "ครูชำนาญการ",
      school: { code: "24010002", name: "ชื่อที่พิมพ์ไม่ตรง" },
      phone: "0800000456",
    };
    const after = await admin.ask(changePerson, { params, body: { version, ...details } });
    expect(after).toMatchObject({ name: "นางสมศรี เรียนเก่ง", school: { code: "24010002", name: "โรงเรียนวัดทุ่งสว่าง" }, phone: "080-000-0456" });
    const [entry] = await changesOf(`person:${somsri.personId}`);
    expect(entry).toMatchObject({ action: "change-person", by: { name: "นางอารี ดูแลดี" } });
    expect(JSON.stringify(entry)).not.toContain("000-0456");
    expect(entry?.changes.map(({ label }) => label)).toEqual(["ชื่อ", "ตำแหน่ง", "โรงเรียน/หน่วยงาน", "โทรศัพท์"]);
    const late = await admin.refused(changePerson, { params, body: { version, ...details, name: "ชื่อเก่า" } });
    expect(late).toMatchObject({ status: 409, code: "changed_meanwhile", details: { name: "นางสมศรี เรียนเก่ง" } });
    const wrong = { version: after.version, name: " ", position: "x", school: { code: null, name: "   " }, phone: "12" };
    const refusal = await admin.refused(changePerson, { params, body: wrong });
    expect(refusal).toMatchObject({ status: 400, code: "invalid_answers" });
    expect(Object.keys(refusal.fields ?? {}).sort()).toEqual(["name", "phone", "position", "school"]);
    expect((await admin.ask(listPeople, { query: { text: "เรียนเก่ง" } })).people).toHaveLength(1);
  });

  it("are away until the end of the last day", async () => {
    const technician = await office.staff("นายลา พักร้อน");
    const params = { id: technician.personId };
    const { version } = await seen(technician.personId);
    const away = await admin.ask(setPersonAway, { params, body: { version, lastDay: addDays(today, 2) } });
    expect(away.awayUntil).toBe(addDays(today, 2));
    expect(await admin.refused(setPersonAway, { params, body: { version: away.version, lastDay: addDays(today, -1) } })).toMatchObject({
      fields: { lastDay: expect.any(String) },
    });
    const back = await admin.ask(setPersonAway, { params, body: { version: away.version, lastDay: null } });
    expect(back.awayUntil).toBeNull();
  });
});

describe("roles", () => {
  it("of a data owner hold for all systems or for one that the office has", async () => {
    const ratana = await office.teacher("นางสาวรัตนา ดูแลข้อมูล");
    const params = { id: ratana.personId };
    const { version } = await seen(ratana.personId);
    const body = { version, role: "data-owner" as const, scope: { kind: "system" as const, system: "dmc" as const }, ...forGood };
    const given = await admin.ask(addGrant, { params, body });
    expect(given.grants).toMatchObject([{ roleLabel: "เจ้าของข้อมูล", scope: "ระบบ DMC", state: "now" }]);
    const elsewhere = { ...body, version: given.version, role: "staff" as const };
    expect(await admin.refused(addGrant, { params, body: elsewhere })).toMatchObject({
      status: 400,
      fields: { scope: expect.any(String) },
    });
    const unknown = { ...body, version: given.version, scope: { kind: "system", system: "nothing" } };
    expect(await admin.refused(addGrant, { params, body: unknown })).toMatchObject({ status: 400 });
  });

  it("are given with scope and days, take effect at once, and end at once", async () => {
    const mana = await office.teacher("นายมานะ ขยันดี");
    const params = { id: mana.personId };
    const { version } = await seen(mana.personId);
    const given = await admin.ask(addGrant, { params, body: { version, role: "staff", scope: groupOne, ...forGood } });
    expect(given.grants).toMatchObject([{ roleLabel: "เจ้าหน้าที่", scope: "กลุ่มงานที่ 1 โซน A", until: null, state: "now" }]);
    expect((await apiAs(office, mana).ask(getHome)).desk).not.toBeNull();
    const twice = { version: given.version, role: "staff" as const, scope: groupOne, ...forGood };
    expect(await admin.refused(addGrant, { params, body: twice })).toMatchObject({ status: 409, code: "already_exists" });

    const key = given.grants[0]?.key ?? "";
    const stale = await admin.refused(endGrant, { params: { id: mana.personId, key }, body: { version } });
    expect(stale).toMatchObject({ status: 409, code: "changed_meanwhile" });
    const ended = await admin.ask(endGrant, { params: { id: mana.personId, key }, body: { version: given.version } });
    expect(ended.grants).toMatchObject([{ state: "ended" }]);
    expect((await apiAs(office, mana).ask(getHome)).desk).toBeNull();
    expect((await changesOf(`person:${mana.personId}`)).map(({ action }) => action)).toEqual(["add-grant", "end-grant"]);
    const gone = await admin.refused(endGrant, { params: { id: mana.personId, key }, body: { version: ended.version } });
    expect(gone).toMatchObject({ status: 404 });
  });

  it("of a deputy begin and end by themselves", async () => {
    const deputy = await office.teacher("นายรอง รักษาการ");
    const params = { id: deputy.personId };
    const { version } = await seen(deputy.personId);
    const body = {
      version,
      role: "director" as const,
      scope: officeScope,
      from: addDays(today, 1),
      until: addDays(today, 5),
      actingFor: "ผอ.เขต",
    };
    const given = await admin.ask(addGrant, { params, body });
    expect(given.grants).toMatchObject([{ state: "later", actingFor: "ผอ.เขต" }]);
    const [entry] = await changesOf(`person:${deputy.personId}`);
    expect(entry?.changes[0]?.to).toContain("แทน ผอ.เขต");
  });

  it.each([
    ["a group head without a group", { role: "group-head", scope: officeScope }, "scope"],
    ["an admin of a group only", { role: "admin", scope: groupOne }, "scope"],
    ["a director of a school that is not there", { role: "school-director", scope: { kind: "school", school: "99999999" } }, "scope"],
    ["a teacher, who needs none", { role: "teacher", scope: officeScope }, "role"],
    ["an end before the beginning", { role: "admin", scope: officeScope, from: addDays(today, 3), until: addDays(today, 2) }, "until"],
    ["a beginning in the past", { role: "admin", scope: officeScope, from: addDays(today, -1) }, "from"],
  ])("are not given as %s", async (_what, given, field) => {
    const { version } = await seen(somsri.personId);
    const body = { version, ...forGood, ...given };
    const refusal = await admin.refused(addGrant, { params: { id: somsri.personId }, body });
    expect(refusal).toMatchObject({ status: 400, fields: { [field]: expect.any(String) } });
  });

  it("never leave the office without an admin: not by ending, not by unlinking, not by two who end each other", async () => {
    const own = await seen(boss.personId);
    const ownKey = own.grants[0]?.key ?? "";
    const end = (api: TestApi, id: string, key: string, version: string) => api.ask(endGrant, { params: { id, key }, body: { version } });
    expect(await admin.refused(endGrant, { params: { id: boss.personId, key: ownKey }, body: { version: own.version } })).toMatchObject({
      status: 409,
      code: "last_admin",
    });
    const unlinked = await admin.refused(unlinkLine, {
      params: { id: boss.personId },
      body: { version: own.version, reason: "เปลี่ยนเครื่อง" },
    });
    expect(unlinked).toMatchObject({ status: 409, code: "last_admin" });
    // One for a while, or one without LINE, is not enough.
    const second = await office.teacher("นายสำรอง ดูแลแทน");
    const { version } = await seen(second.personId);
    const forDays = { version, role: "admin" as const, scope: officeScope, from: null, until: addDays(today, 1), actingFor: null };
    const dated = await admin.ask(addGrant, { params: { id: second.personId }, body: forDays });
    expect(await admin.refused(endGrant, { params: { id: boss.personId, key: ownKey }, body: { version: own.version } })).toMatchObject({
      code: "last_admin",
    });
    const ended = await end(admin, second.personId, dated.grants[0]?.key ?? "", dated.version);
    const lasting = { version: ended.version, role: "admin" as const, scope: officeScope, ...forGood };
    const given = await admin.ask(addGrant, { params: { id: second.personId }, body: lasting });
    const key = given.grants.find(({ state }) => state === "now")?.key ?? "";
    const both = await Promise.allSettled([
      end(admin, second.personId, key, given.version),
      end(apiAs(office, second), boss.personId, ownKey, own.version),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const left = await PersonModel.find({ grants: { $elemMatch: { role: "admin", until: null } } }).lean();
    expect(left).toHaveLength(1);
    await PersonModel.updateOne({ _id: boss.personId }, { $set: { "grants.0.until": null } });
  });

  it("stay when a LINE account is taken away; the account is a stranger's again", async () => {
    const lost = await office.staff("นางหาย มือถือ");
    const params = { id: lost.personId };
    const { version } = await seen(lost.personId);
    expect(await admin.refused(unlinkLine, { params, body: { version, reason: " " } })).toMatchObject({
      fields: { reason: expect.any(String) },
    });
    const after = await admin.ask(unlinkLine, { params, body: { version, reason: "มือถือหาย" } });
    expect(after).toMatchObject({ isLinked: false, grants: [{ state: "now" }] });
    expect(await apiAs(office, lost).refused(getHome)).toMatchObject({ status: 403, code: "not_registered" });
  });
});

describe("invitations", () => {
  it("give a role once, by the link of the mini-app; the list never shows the code", async () => {
    const made = await admin.ask(makeInvitation, { body: { role: "staff", scope: groupOne, personId: null } });
    expect(made.link).toBe(`https://liff.line.me/2000000002-AbCdEfGh/invite/${made.code}`);
    const { invitations } = await admin.ask(listInvitations);
    expect(invitations).toMatchObject([{ roleLabel: "เจ้าหน้าที่", scope: "กลุ่มงานที่ 1 โซน A", person: null }]);
    expect(JSON.stringify(invitations)).not.toContain(made.code);
    const newcomer = await office.teacher("นางใหม่ เพิ่งมา");
    await apiAs(office, newcomer).ask(redeemInvitation, { body: { code: made.code } });
    expect((await seen(newcomer.personId)).grants).toMatchObject([{ role: "staff", state: "now" }]);
    expect((await admin.ask(listInvitations)).invitations).toEqual([]);
  });

  it("end when they are revoked, and are in the audit trail without their code", async () => {
    const made = await admin.ask(makeInvitation, { body: { role: "admin", scope: officeScope, personId: null } });
    const [open] = (await admin.ask(listInvitations)).invitations;
    await admin.ask(revokeInvitation, { params: { invitation: open?.id ?? "" }, body: {} });
    const refusal = await apiAs(office, somsri).refused(redeemInvitation, { body: { code: made.code } });
    expect(refusal.code).toBe("invitation_expired");
    const entries = await changesOf("invitation");
    expect(entries.map(({ action }) => action)).toContain("end-invitation");
    expect(JSON.stringify(entries)).not.toContain(made.code.slice(4));
    expect(await admin.refused(revokeInvitation, { params: { invitation: open?.id ?? "" }, body: {} })).toMatchObject({ status: 404 });
  });

  it("for somebody of the office's list link their LINE, and are not made for who has one", async () => {
    const listed = stranger("นายในรายชื่อ ยังไม่มีไลน์");
    await PersonModel.create([listed]);
    const made = await admin.ask(makeInvitation, { body: { role: "centre-head", scope: officeScope, personId: listed._id } });
    expect(made.person).toBe(listed.name);
    const newcomer = await office.teacher("นายใน รายชื่อ");
    await apiAs(office, newcomer).ask(redeemInvitation, { body: { code: made.code } });
    expect(await seen(listed._id)).toMatchObject({ isLinked: true, grants: [{ role: "centre-head" }] });
    const body = { role: "admin", scope: officeScope, personId: boss.personId };
    expect(await admin.refused(makeInvitation, { body })).toMatchObject({ status: 400, fields: { personId: expect.any(String) } });
  });
});

function stranger(name: string) {
  const now = new Date();
  return {
    _id: crypto.randomUUID(),
    name,
    position: "ครู",
    school: { code: null, name: "สำนักงานเขตพื้นที่การศึกษา" },
    grants: [],
    recentPlaces: [],
    searchTokens: [],
    createdAt: now,
    updatedAt: now,
  };
}
