import { beforeAll, describe, expect, it } from "vitest";
import { getPerson, listPeople } from "#models/contracts/admin/people.contract.ts";
import { addSchool, changeSchool, getSchool, listSchools, removeSchool } from "#models/contracts/admin/schools.contract.ts";
import { ChangeEntryModel } from "#models/documents/change-entry.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { apiAs, type TestApi } from "#test/support/api.ts";
import { useOffice } from "#test/support/office.ts";
import { reports } from "#test/support/repairs.ts";

const office = useOffice();
let admin: TestApi;

beforeAll(async () => {
  admin = apiAs(office, await office.admin("นางอารี ดูแลดี"));
  await reports(await office.teacher("นางสมศรี เรียนดี"));
});

const changesOf = (subject: string) => ChangeEntryModel.find({ subject }).sort({ at: 1, _id: 1 }).lean();

describe("schools", () => {
  it("are listed by the Thai alphabet with who uses them, and found by letters or code", async () => {
    const { schools, zones, total } = await admin.ask(listSchools);
    expect(schools.map(({ name }) => name)).toEqual(["โรงเรียนบ้านหนองบัวทอง", "โรงเรียนบ้านหนองไผ่แก้ว", "โรงเรียนวัดทุ่งสว่าง"]);
    expect(total).toBe(3);
    expect(zones).toEqual(["A", "B"]);
    expect(schools[1]).toMatchObject({ people: 1, openRequests: 1 });
    expect((await admin.ask(listSchools, { query: { text: "ไผ่แก้ว" } })).schools).toMatchObject([{ code: "24010001", openRequests: 1 }]);
    expect((await admin.ask(listSchools, { query: { text: "24010003" } })).schools).toHaveLength(1);
  });

  it("are added once, changed with their people, and not overwritten unseen", async () => {
    const fields = { name: "โรงเรียนบ้านใหม่", district: "เมือง", zone: "C", phone: "038511234" };
    const added = await admin.ask(addSchool, { body: { code: "24019999", ...fields } });
    expect(added).toMatchObject({ phone: "038-511-234", people: 0 });
    expect(await admin.refused(addSchool, { body: { code: "24019999", ...fields } })).toMatchObject({
      status: 409,
      code: "already_exists",
    });
    expect(await admin.refused(addSchool, { body: { code: "ก ข", ...fields, name: "" } })).toMatchObject({
      fields: { code: expect.any(String), name: expect.any(String) },
    });
    const pupil = await office.teacher("นางอยู่ บ้านใหม่", { school: { code: "24019999", name: fields.name } });
    const params = { code: "24019999" };
    const body = { version: added.version, ...fields, name: "โรงเรียนบ้านใหม่พัฒนา" };
    const changed = await admin.ask(changeSchool, { params, body });
    expect((await admin.ask(getPerson, { params: { id: pupil.personId } })).school.name).toBe("โรงเรียนบ้านใหม่พัฒนา");
    expect((await admin.ask(listPeople, { query: { text: "บ้านใหม่พัฒนา" } })).people).toHaveLength(1);
    expect(await admin.refused(changeSchool, { params, body })).toMatchObject({
      code: "changed_meanwhile",
      details: { name: changed.name },
    });
    expect((await changesOf("school:24019999")).map(({ action }) => action)).toEqual(["add-school", "change-school"]);
  });

  it("are removed only when nobody uses them", async () => {
    const used = await admin.ask(getSchool, { params: { code: "24019999" } });
    const refusal = await admin.refused(removeSchool, { params: { code: "24019999" }, query: { version: used.version } });
    expect(refusal).toMatchObject({ status: 409, code: "in_use", details: { people: 1 } });
    await PersonModel.deleteMany({ "school.code": "24019999" });
    await admin.ask(removeSchool, { params: { code: "24019999" }, query: { version: used.version } });
    expect(await admin.refused(getSchool, { params: { code: "24019999" } })).toMatchObject({ status: 404 });
  });
});
