import { describe, expect, it } from "vitest";
import { importHolidays } from "#bot/services/directory/import-holidays.ts";
import { importPeople } from "#bot/services/directory/import-people.ts";
import { importSchools } from "#bot/services/directory/import-schools.ts";
import { lookupSchools } from "#bot/services/directory/lookup-schools.ts";
import { forgetOffice, officeView, readOffice } from "#bot/services/office/office.ts";
import { HolidayModel } from "#models/documents/holiday.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { SettingModel } from "#models/documents/setting.document.ts";
import { repairOf, useServices } from "#test/support/services.ts";

const ctx = useServices();
const labels = async (text: string) => (await lookupSchools(text)).candidates.map(({ label }) => label);

describe("picking a school", () => {
  it.each(["หนองไผ่แก้ว", "บ้านหนองไผ่แก้ว", "รร.บ้านหนองไผ่แก้ว", "โรงเรียน หนองไผ่แก้ว", "ร.ร. หนองไผ่", "ไผ่แก้ว", "หนองไผแก้ว", "24010001"])(
    "finds โรงเรียนบ้านหนองไผ่แก้ว first by %s",
    async (text) => {
      expect((await labels(text))[0]).toBe("โรงเรียนบ้านหนองไผ่แก้ว");
    },
  );

  it("offers all that fit a few letters, and nothing for what is no school here", async () => {
    expect(await labels("หนอง")).toEqual(["โรงเรียนบ้านหนองบัวทอง", "โรงเรียนบ้านหนองไผ่แก้ว"]);
    expect(await labels("สวนกุหลาบ")).toEqual([]);
    expect(await lookupSchools("😀")).toEqual({ candidates: [], directoryIsEmpty: false });
  });

  it("offers ten at most", async () => {
    const rows = Array.from({ length: 15 }, (_, index) => ({
      code: `3000${index}`,
      name: `โรงเรียนคลองยาว ${index}`,
      district: "",
      zone: "",
      phone: "",
    }));
    await importSchools(rows, { dryRun: false });
    expect(await labels("คลองยาว")).toHaveLength(10);
    await SchoolModel.deleteMany({ _id: /^3000/ });
  });
});

describe("importing schools", () => {
  it("adds, changes and leaves alone, says what is wrong line by line, and writes nothing in a dry run", async () => {
    const rows = [
      { code: "24010009", name: "โรงเรียนบ้านใหม่", district: "เมือง", zone: "A", phone: "038511234" },
      { code: "24010001", name: "โรงเรียนบ้านหนองไผ่แก้ว", district: "เมือง", zone: "B", phone: "" },
      { code: "24010009", name: "โรงเรียนซ้ำ", district: "", zone: "", phone: "" },
      { code: "", name: "ไม่มีรหัส", district: "", zone: "", phone: "" },
    ];
    const wanted = { added: 1, changed: 1, unchanged: 0, problems: [{ line: 3 }, { line: 4 }] };
    expect(await importSchools(rows, { dryRun: true })).toMatchObject(wanted);
    expect(await SchoolModel.findById("24010009").lean()).toBeNull();
    expect(await importSchools(rows, { dryRun: false })).toMatchObject(wanted);
    expect(await SchoolModel.findById("24010009").lean()).toMatchObject({ phone: "038-511-234", zone: "A" });
    expect(await importSchools(rows, { dryRun: false })).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  });
});

describe("importing people", () => {
  const row = (name: string, role: string, more = {}) => ({ name, position: "ครู", school: "24010001", role, phone: "", ...more });

  it("gives roles with the group and zones they hold for, once, however often it runs", async () => {
    const rows = [
      row("นายหนึ่ง ครู", "teacher", { phone: "0811111111" }),
      row("นางสอง ผอ.", "school-director", { school: "โรงเรียนวัดทุ่งสว่าง" }),
      row("สาม ช่าง", "staff", { school: "สำนักงานเขต" }),
      row("สี่ ช่าง", "staff:1:A+B", { school: "สำนักงานเขต" }),
      row("ห้า หัวหน้า", "group-head:2", { school: "สำนักงานเขต" }),
      row("หก หัวหน้า", "group-head", { school: "สำนักงานเขต" }),
      row("เจ็ด", "wizard"),
      row("แปด", "teacher", { phone: "12" }),
    ];
    const dry = await importPeople(ctx, rows, { dryRun: true });
    expect(dry).toMatchObject({ added: 5, problems: [{ line: 6 }, { line: 7 }, { line: 8 }] });
    expect(await PersonModel.countDocuments({ name: "นายหนึ่ง ครู" })).toBe(0);
    await importPeople(ctx, rows, { dryRun: false });
    expect(await importPeople(ctx, rows, { dryRun: false })).toMatchObject({ added: 0, changed: 0, unchanged: 5 });
    const grants = async (name: string) => (await PersonModel.findOne({ name }).lean())?.grants.map(({ role, scope }) => ({ role, scope }));
    expect(await grants("นายหนึ่ง ครู")).toEqual([]);
    expect(await grants("นางสอง ผอ.")).toEqual([{ role: "school-director", scope: { kind: "school", school: "24010002" } }]);
    expect(await grants("สาม ช่าง")).toEqual([{ role: "staff", scope: { kind: "office" } }]);
    expect(await grants("สี่ ช่าง")).toEqual([{ role: "staff", scope: { kind: "group", group: 1, zones: ["A", "B"] } }]);
    expect(await grants("ห้า หัวหน้า")).toEqual([{ role: "group-head", scope: { kind: "group", group: 2, zones: [] } }]);
  });

  it("knows a person by name and school, titles aside, and never takes a role or a LINE account away", async () => {
    const known = await ctx.person("นางสาวเก้า มีไลน์", { roles: [{ role: "admin", scope: { kind: "office" } }] });
    const result = await importPeople(ctx, [row("เก้า มีไลน์", "staff:3", { position: "ครูชำนาญการ" })], { dryRun: false });
    expect(result).toMatchObject({ added: 0, changed: 1 });
    const after = await PersonModel.findById(known._id).lean();
    expect(after).toMatchObject({ lineUserId: known.lineUserId, position: "ครูชำนาญการ" });
    expect(after?.grants.map(({ role }) => role)).toEqual(["admin", "staff"]);
  });
});

describe("the office", () => {
  it("has holidays from a list in พ.ศ. or ค.ศ., and is closed on them", async () => {
    const rows = [
      { date: "2569-11-23", name: "วันหยุดพิเศษ" },
      { date: "24/11/2569", name: "วันหยุดพิเศษ" },
      { date: "2026-11-25", name: "วันหยุดพิเศษ" },
      { date: "สักวัน", name: "?" },
    ];
    expect(await importHolidays(ctx, rows, { dryRun: false })).toMatchObject({ added: 3, problems: [{ line: 4 }] });
    expect(await importHolidays(ctx, rows, { dryRun: false })).toMatchObject({ added: 0, unchanged: 3 });
    expect(officeView(await readOffice(ctx), ctx.at)).toMatchObject({
      isOpenNow: false,
      nextOpening: new Date("2026-11-26T08:30:00+07:00"),
    });
    await HolidayModel.deleteMany({});
    forgetOffice();
  });

  it("has its own name, hours and routing; a broken setting counts as unset", async () => {
    expect(officeView(await readOffice(ctx), ctx.at)).toMatchObject({ name: "ศูนย์ ICT", hours: "จันทร์–ศุกร์ 08.30–16.30 น.", isOpenNow: true });
    const value = { name: "ศูนย์ไอที", hours: { opens: "16:00", closes: "09:00", days: [9] }, routing: { printer: 3 } };
    await SettingModel.create([{ _id: "office", value, updatedAt: ctx.at }]);
    forgetOffice();
    const office = await readOffice(ctx);
    expect(office).toMatchObject({ name: "ศูนย์ไอที", hours: { opens: "08:30" } });
    expect(office.groupFor("printer")).toBe(3);
    const helper = await ctx.person("ช่างกลุ่มสาม", { roles: [{ role: "staff", scope: { kind: "group", group: 3, zones: [] } }] });
    const { request } = await ctx.run(repairOf(ctx), ctx.who(await ctx.person("ครูปริ้นเตอร์")));
    await ctx.run({ do: "transition", requestId: request.id, transition: "accept", offeredIn: "submitted", answers: {} }, ctx.who(helper));
    await SettingModel.deleteMany({});
    forgetOffice();
  });
});
