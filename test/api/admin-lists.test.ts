import { beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "#bot/services/directory/csv.ts";
import { makeExport, type WantedExport } from "#models/contracts/admin/exports.contract.ts";
import { applyImport, type ImportedKind, previewImport } from "#models/contracts/admin/imports.contract.ts";
import { listPeople } from "#models/contracts/admin/people.contract.ts";
import { AccessEntryModel } from "#models/documents/access-entry.document.ts";
import { ChangeEntryModel } from "#models/documents/change-entry.document.ts";
import { HolidayModel } from "#models/documents/holiday.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { addDays, bangkokDate } from "#models/fields/thai/bangkok.ts";
import { apiAs, type TestApi } from "#test/support/api.ts";
import { useOffice } from "#test/support/office.ts";
import { reports } from "#test/support/repairs.ts";

const office = useOffice();
let admin: TestApi;
let teacher: TestApi;
const today = bangkokDate(new Date());

beforeAll(async () => {
  admin = apiAs(office, await office.admin("นางอารี ดูแลดี"));
  const somsri = await office.teacher("นางสมศรี เรียนดี", { phone: "080-000-0123" });
  teacher = apiAs(office, somsri);
  await reports(somsri);
});

const file = (text: string) => ({ bytes: new TextEncoder().encode(text), type: "text/csv" });
const preview = (kind: ImportedKind, text: string) => admin.upload(previewImport, { params: { kind }, ...file(text) });
const apply = (kind: ImportedKind, text: string, token: string) =>
  admin.upload(applyImport, { params: { kind }, query: { token }, ...file(text) });

const newSchools = [
  "code;name;district;zone;phone",
  "24010001;โรงเรียนบ้านหนองไผ่แก้ว;เมือง;C;",
  "24010002;โรงเรียนวัดทุ่งสว่าง;เมือง;A;",
  "24010010;โรงเรียนบ้านใหม่;ท่าน้ำ;B;'0385112349999",
  ";ไม่มีรหัส;;;",
].join("\r\n");

describe("importing a list", () => {
  it("is previewed row by row, with what changes from what to what, and writes nothing", async () => {
    const seen = await preview("schools", newSchools);
    expect(seen.counts).toEqual({ added: 1, changed: 1, unchanged: 1, problems: 1 });
    expect(seen.rows).toMatchObject([
      { line: 2, kind: "changed", label: "24010001 โรงเรียนบ้านหนองไผ่แก้ว", changes: [{ label: "โซน", from: "A", to: "C" }] },
      { line: 4, kind: "added" },
    ]);
    expect(seen.problems).toMatchObject([{ line: 5, message: expect.stringContaining("รหัส") }]);
    expect(await SchoolModel.findById("24010010").lean()).toBeNull();
  });

  it("changes nothing by an empty cell, says what is missing, and warns of names that look like formulas", async () => {
    const before = await SchoolModel.findById("24010002").lean();
    const kept = await preview("schools", "code,name,district,zone,phone\n24010002,,,,\n,โรงเรียนไม่มีรหัส,,,\n24010020,=โรงเรียนสูตร,เมือง,A,");
    expect(kept.counts).toEqual({ added: 1, changed: 0, unchanged: 1, problems: 1 });
    expect(kept.problems).toEqual([{ line: 3, message: "ไม่มีรหัสโรงเรียน ใส่รหัสนะคะ" }]);
    expect(kept.warnings).toMatchObject([{ line: 4, message: expect.stringContaining("=โรงเรียนสูตร") }]);
    expect(before?.district).not.toBe("");
    const people = "name,position,school,role,phone\nนางสมศรี เรียนดี,,24010001,,";
    expect((await preview("people", people)).counts).toMatchObject({ unchanged: 1, changed: 0 });
  });

  it("does just what was previewed, once, and stands in the audit trail with its counts", async () => {
    const { token } = await preview("schools", newSchools);
    expect(await apply("schools", newSchools, token)).toEqual({ added: 1, changed: 1, unchanged: 1, problems: 1 });
    expect(await SchoolModel.findById("24010010").lean()).toMatchObject({ name: "โรงเรียนบ้านใหม่" });
    expect((await ChangeEntryModel.findOne({ action: "import-schools" }).lean())?.changes).toMatchObject([
      { label: "เพิ่ม", to: "1" },
      { label: "แก้", to: "1" },
      { label: "ข้ามเพราะมีปัญหา", to: "1" },
    ]);
    expect((await preview("schools", newSchools)).counts).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  });

  it("is refused when the directory or the file is not what was previewed any more, and nothing is half written", async () => {
    const people = "name,position,school,role,phone\nนางสมศรี เรียนดี,ครูชำนาญการ,24010001,,\nนายเพิ่ม ใหม่,ครู,24010002,staff:1,\n";
    const { token } = await preview("people", people);
    await PersonModel.updateOne({ name: "นางสมศรี เรียนดี" }, { $set: { position: "ครูผู้ช่วย" } });
    const refused = await admin.refusedUpload(applyImport, { params: { kind: "people" }, query: { token }, ...file(people) });
    expect(refused).toMatchObject({ status: 409, code: "changed_meanwhile", details: { counts: { added: 1, changed: 1 } } });
    const again = await preview("people", people);
    const other = await admin.refusedUpload(applyImport, {
      params: { kind: "people" },
      query: { token: again.token },
      ...file(people.replace("นายเพิ่ม", "นายปลอม")),
    });
    expect(other).toMatchObject({ status: 409, code: "changed_meanwhile" });
    expect(await PersonModel.exists({ name: /นายเพิ่ม|นายปลอม/ })).toBeNull();
    expect(again.rows[1]?.changes).toContainEqual({ label: "สิทธิ์", from: "", to: "เจ้าหน้าที่ (กลุ่มงานที่ 1 ทุกโซน)" });
    await apply("people", people, again.token);
    expect(await PersonModel.findOne({ name: "นางสมศรี เรียนดี" }).lean()).toMatchObject({ position: "ครูชำนาญการ", phone: "080-000-0123" });
  });

  it("comes in once when it is sent twice at the same moment", async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `นายพร้อม กัน${at},ครู,24010003,,`);
    const people = ["name,position,school,role,phone", ...rows].join("\n");
    const { token } = await preview("people", people);
    const both = await Promise.allSettled([apply("people", people, token), apply("people", people, token)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await PersonModel.countDocuments({ name: /^นายพร้อม/ })).toBe(40);
  });

  it("takes 3,000 people in one go", async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => `นางมากมาย คนที่${at},ครู,24010003,,`);
    const people = ["name,position,school,role,phone", ...rows].join("\n");
    const seen = await preview("people", people);
    expect(seen.counts.added).toBe(3_000);
    expect(seen.rows.length).toBeLessThan(1_000);
    expect(await apply("people", people, seen.token)).toMatchObject({ added: 3_000 });
    await PersonModel.deleteMany({ name: /^นางมากมาย/ });
    // Other test files keep both cores busy meanwhile; what must be short is the transaction, which mongod ends after 10 s.
  }, 60_000);

  it("is an admin's alone, and says what to do with what is no such list", async () => {
    expect(await teacher.refusedUpload(previewImport, { params: { kind: "schools" }, ...file(newSchools) })).toMatchObject({ status: 403 });
    const bad = (text: string | Uint8Array, type = "text/csv") => {
      const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
      return admin.refusedUpload(previewImport, { params: { kind: "people" }, bytes, type });
    };
    expect((await bad("ชื่อ,ตำแหน่ง\n")).message).toContain("name,position,school,role,phone");
    expect((await bad(Uint8Array.from([0xa1, 0xa2]))).message).toContain("CSV UTF-8");
    expect(await bad("")).toMatchObject({ status: 400 });
    expect(await bad("x".repeat(3_000_001))).toMatchObject({ status: 413 });
  });
});

describe("exporting a list", () => {
  const download = async (wanted: WantedExport) => {
    const { url } = await admin.ask(makeExport, { body: { wanted } });
    return fetch(`${office.server.url}${url}`);
  };
  const rowsOf = async (response: Response) => readCsv(await response.text()).map(({ cells }) => cells);

  it("is a file by a link that works once, without a session, and is in the audit trail", async () => {
    const { url } = await admin.ask(makeExport, { body: { wanted: { kind: "schools" } } });
    const address = `${office.server.url}${url}`;
    expect((await fetch(address, { method: "HEAD" })).status).toBe(405);
    const first = await fetch(address);
    expect(first.headers.get("content-type")).toContain("text/csv");
    expect(first.headers.get("content-disposition")).toBe('attachment; filename="schools.csv"');
    const bytes = new Uint8Array(await first.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text.split("\r\n")).toContain("24010002,โรงเรียนวัดทุ่งสว่าง,เมือง,A,");
    const second = await fetch(address);
    expect(second.status).toBe(404);
    expect(await second.text()).toContain("สร้างลิงก์ใหม่");
    expect((await fetch(`${office.server.url}/exports/forged`)).status).toBe(404);
    expect(await ChangeEntryModel.exists({ action: "export-list", subject: "schools" })).not.toBeNull();
  });

  it("ends with the role of whoever asked for it", async () => {
    const second = await office.admin("นายชั่วคราว ดูแลแทน");
    const { url } = await apiAs(office, second).ask(makeExport, { body: { wanted: { kind: "people" } } });
    await PersonModel.updateOne({ _id: second.personId }, { $set: { grants: [] } });
    expect((await fetch(`${office.server.url}${url}`)).status).toBe(404);
    expect(await teacher.refused(makeExport, { body: { wanted: { kind: "people" } } })).toMatchObject({ status: 403 });
  });

  it("holds requests of a span of days with their telephone as text, and what the trail tells", async () => {
    const span = { from: addDays(today, -1), until: today };
    const requests = await rowsOf(await download({ kind: "requests", ...span, state: "open", group: 1, category: null }));
    expect(requests).toHaveLength(2);
    expect(requests[1]).toEqual(expect.arrayContaining(["นางสมศรี เรียนดี", "080-000-0123", "โรงเรียนบ้านหนองไผ่แก้ว"]));
    const none = await rowsOf(await download({ kind: "requests", ...span, state: "closed", group: null, category: null }));
    expect(none).toHaveLength(1);
    const changes = await rowsOf(await download({ kind: "changes", ...span }));
    expect(changes.map(([, , what]) => what)).toContain("นำเข้าโรงเรียน");
    await admin.ask(listPeople);
    await expect.poll(() => AccessEntryModel.exists({ action: "list-people" })).not.toBeNull();
    const looks = await rowsOf(await download({ kind: "looks", ...span }));
    expect(looks.map(([, who, what]) => [who, what])).toContainEqual(["นางอารี ดูแลดี", "เปิดรายชื่อบุคคล"]);
    const backwards = { wanted: { kind: "changes", from: today, until: addDays(today, -1) } };
    expect(await admin.refused(makeExport, { body: backwards })).toMatchObject({ status: 400, fields: { until: expect.any(String) } });
  });

  it("comes back in unchanged", async () => {
    await HolidayModel.create([{ _id: "2026-12-10", name: "=1+1, \"วันหยุด\"\n'พิเศษ'" }]);
    for (const kind of ["schools", "people", "holidays"] as const) {
      const text = await (await download({ kind })).text();
      const { counts } = await preview(kind, text);
      expect({ kind, ...counts }).toMatchObject({ kind, added: 0, changed: 0, problems: 0 });
      expect(counts.unchanged).toBeGreaterThan(0);
    }
  });
});
