import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { changePerson, getPerson, listInvitations } from "#models/contracts/admin/people.contract.ts";
import { changeSchool, getSchool } from "#models/contracts/admin/schools.contract.ts";
import { ChangeEntryModel } from "#models/documents/change-entry.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { apiAs } from "#test/support/api.ts";
import { isReadable } from "#test/support/mini-app/readable.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import type { LineUser } from "#test/support/simulator.ts";

const { office, openMiniApp } = useMiniApp();
type Person = LineUser & { personId: string };
let admin: Person;
let technician: Person;

beforeAll(async () => {
  admin = await office.admin("นางอารีย์ ดูแลระบบ");
  technician = await office.staff("นายมานะ ช่างดี", 1, ["A"]);
});

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const dialog = (page: Page, name: string) => page.getByRole("dialog", { name });

describe("schools", () => {
  it("are found by some letters, corrected, and said so in the trail", async () => {
    const page = await openMiniApp(admin, "/admin/schools");
    await page.getByRole("link", { name: /โรงเรียนวัดทุ่งสว่าง/ }).waitFor();
    await isReadable(page);
    await page.getByLabel("ค้นหาโรงเรียน").fill("ทุ่งสว่าง");
    await page.getByText("1 แห่ง").waitFor();
    await page.getByRole("link", { name: /โรงเรียนวัดทุ่งสว่าง/ }).click();
    await heading(page, "โรงเรียนวัดทุ่งสว่าง").waitFor();
    await page.getByLabel("เบอร์โทร").fill("0385110001");
    await button(page, "โซน B").click();
    await button(page, "บันทึกข้อมูลโรงเรียน").click();
    await page.getByText("บันทึกแล้วค่ะ").waitFor();
    await isReadable(page);
    expect(await SchoolModel.findById("24010002").lean()).toMatchObject({ zone: "B" });
    expect(await ChangeEntryModel.countDocuments({ action: "change-school", subject: "school:24010002" })).toBe(1);
  });

  it("are added with what is wrong said at the field, and removed while nobody uses them", async () => {
    const page = await openMiniApp(admin, "/admin/schools");
    await button(page, "เพิ่มโรงเรียน").click();
    const sheet = dialog(page, "เพิ่มโรงเรียน");
    await sheet.getByLabel("รหัสโรงเรียน").fill("24010001");
    await sheet.getByLabel("ชื่อโรงเรียน").fill("โรงเรียนบ้านใหม่ร่มเย็น");
    await sheet.getByRole("button", { name: "เพิ่มโรงเรียน" }).click();
    await sheet.getByText("เป็นของโรงเรียนบ้านหนองไผ่แก้วอยู่แล้ว").waitFor();
    await isReadable(page);
    await sheet.getByLabel("รหัสโรงเรียน").fill("รหัส!");
    await sheet.getByRole("button", { name: "เพิ่มโรงเรียน" }).click();
    await sheet.getByText("ต้องเป็นตัวอักษรอังกฤษหรือตัวเลข").waitFor();
    await sheet.getByLabel("รหัสโรงเรียน").fill("24019999");
    await sheet.getByRole("button", { name: "เพิ่มโรงเรียน" }).click();
    await heading(page, "โรงเรียนบ้านใหม่ร่มเย็น").waitFor();
    await button(page, "ลบโรงเรียนนี้").click();
    await dialog(page, "ลบโรงเรียนนี้ไหมคะ").getByRole("button", { name: "ลบโรงเรียน" }).click();
    await heading(page, "โรงเรียน").waitFor();
    expect(await SchoolModel.exists({ _id: "24019999" })).toBeNull();
  });
});

describe("people", () => {
  it("are found by name and role; a role ends at once, with a confirmation", async () => {
    const page = await openMiniApp(admin, "/admin/people");
    await page.getByLabel("สิทธิ์").selectOption({ label: "เจ้าหน้าที่" });
    await page.getByLabel("ค้นหาบุคคล").fill("มานะ");
    await page.waitForURL(/role=staff/);
    await isReadable(page);
    await page.getByRole("link", { name: /นายมานะ ช่างดี/ }).click();
    await heading(page, "นายมานะ ช่างดี").waitFor();
    const grants = part(page, "สิทธิ์");
    await grants.getByText("กลุ่มงานที่ 1 โซน A").waitFor();
    await isReadable(page);
    await grants.getByRole("button", { name: /^ยุติสิทธิ์ เจ้าหน้าที่/ }).click();
    await isReadable(page);
    await button(page, "ยุติสิทธิ์ตอนนี้").click();
    await grants.getByText("สิ้นสุดแล้ว").waitFor();
    expect(await ChangeEntryModel.countDocuments({ action: "end-grant", subject: `person:${technician.personId}` })).toBe(1);
  });

  it("get a role of a group and some zones, with a last day", async () => {
    const page = await openMiniApp(admin, `/admin/people/${technician.personId}`);
    await button(page, "เพิ่มสิทธิ์").click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("combobox", { name: /^สิทธิ์/ }).selectOption({ label: "เจ้าหน้าที่" });
    await sheet.getByLabel("กลุ่มงานเดียว").check();
    await sheet.getByLabel("กลุ่มงานที่ 2").check();
    await sheet.getByLabel("โซน B").check();
    await sheet.getByRole("textbox", { name: /^ถึงวันที่/ }).fill("อีก 30 วัน");
    await isReadable(page);
    await sheet.getByRole("button", { name: "ให้สิทธิ์" }).click();
    await part(page, "สิทธิ์").getByText("กลุ่มงานที่ 2 โซน B").waitFor();
    const { grants } = await apiAs(office, admin).ask(getPerson, { params: { id: technician.personId } });
    expect(grants[0]).toMatchObject({ role: "staff", scope: "กลุ่มงานที่ 2 โซน B", state: "now" });
    expect(grants[0]?.until).not.toBeNull();
  });

  it("are not left without an admin: the page says what to do first", async () => {
    const page = await openMiniApp(admin, `/admin/people/${admin.personId}`);
    const grants = part(page, "สิทธิ์");
    await grants.getByRole("button", { name: /^ยุติสิทธิ์ ผู้ดูแลระบบ/ }).click();
    await button(page, "ยุติสิทธิ์ตอนนี้").click();
    await grants.getByText("ให้สิทธิ์ผู้ดูแลกับอีกคนก่อน").waitFor();
  });

  it("keep what another admin changed in a field that was not touched here", async () => {
    const somsri: Person = await office.teacher("นางสมศรี เรียนดี", { phone: "080-000-0123" });
    const page = await openMiniApp(admin, `/admin/people/${somsri.personId}`);
    const details = part(page, "ข้อมูลบุคคล");
    await details.getByLabel("ตำแหน่ง").fill("ครูชำนาญการ");
    const theirs = apiAs(office, admin);
    const params = { id: somsri.personId };
    const { version, school } = await theirs.ask(getPerson, { params });
    const body = { version, name: "นางสมศรี เรียนเก่ง", position: "ครู", school, phone: "080-000-0123" };
    await theirs.ask(changePerson, { params, body });
    await button(page, "บันทึกข้อมูลบุคคล").click();
    await details.getByText("มีคนแก้รายการนี้ไปก่อนแล้ว").waitFor();
    await heading(page, "นางสมศรี เรียนเก่ง").waitFor();
    await button(page, "บันทึกข้อมูลบุคคล").click();
    await details.getByText("บันทึกแล้วค่ะ").waitFor();
    expect(await PersonModel.findById(somsri.personId).lean()).toMatchObject({ name: "นางสมศรี เรียนเก่ง", position: "ครูชำนาญการ" });
  });

  it("lose their LINE with a reason, and are invited again", async () => {
    const lost: Person = await office.staff("นางหาย มือถือ");
    const page = await openMiniApp(admin, `/admin/people/${lost.personId}`);
    await button(page, "ยกเลิกการผูก LINE").click();
    const sheet = dialog(page, "ยกเลิกการผูก LINE");
    await sheet.getByLabel("เหตุผล").fill("มือถือหาย");
    await isReadable(page);
    await sheet.getByRole("button", { name: "ยกเลิกการผูก", exact: true }).click();
    await page.getByRole("button", { name: "สร้างรหัสเชิญให้คนนี้" }).click();
    await dialog(page, "เชิญ นางหาย มือถือ").waitFor();
  });
});

describe("invitations", () => {
  it("are shown once as code, link and QR, and end when revoked", async () => {
    const page = await openMiniApp(admin, "/admin/people/invitations");
    await page.getByText("ไม่มีรหัสเชิญที่ยังใช้ได้").waitFor();
    await isReadable(page);
    await button(page, "สร้างรหัสเชิญ").click();
    const sheet = dialog(page, "สร้างรหัสเชิญ");
    await sheet.getByRole("button", { name: "สร้างรหัสเชิญ" }).click();
    await sheet.getByText(/เลือกสิทธิ์ด้วยนะคะ/).waitFor();
    await sheet.getByRole("combobox", { name: /^สิทธิ์/ }).selectOption({ label: "หัวหน้ากลุ่มงาน" });
    await sheet.getByLabel("กลุ่มงานที่ 3").check();
    await sheet.getByRole("button", { name: "สร้างรหัสเชิญ" }).click();
    const made = dialog(page, "รหัสเชิญพร้อมส่งแล้ว");
    const link = await made.getByLabel("ลิงก์เชิญ").inputValue();
    expect(link).toMatch(/^https:\/\/liff\.line\.me\/.+\/invite\/[\w-]+$/);
    await made.getByRole("img", { name: `QR ของรหัสเชิญ ${link.split("/").at(-1)}` }).waitFor();
    await isReadable(page);
    await made.getByRole("button", { name: "คัดลอกลิงก์" }).click();
    await made.getByRole("status").getByText(/คัดลอก/).waitFor();
    await made.getByRole("button", { name: "ส่งให้แล้ว ปิด" }).click();
    await page.getByRole("button", { name: /^ยกเลิก รหัสเชิญ หัวหน้ากลุ่มงาน/ }).click();
    await dialog(page, "ยกเลิกรหัสเชิญนี้ไหมคะ").getByRole("button", { name: "ยกเลิกรหัสเชิญ" }).click();
    await page.getByText("ยกเลิกรหัสเชิญแล้วค่ะ").waitFor();
    expect((await apiAs(office, admin).ask(listInvitations)).invitations).toEqual([]);
  });
});

const csv = (name: string, text: string) => ({ name, mimeType: "application/vnd.ms-excel", buffer: Buffer.from(text) });

describe("lists", () => {
  it("come in from a file just as they were previewed", async () => {
    const page = await openMiniApp(admin, "/admin/imports");
    const file = page.getByLabel("ไฟล์ CSV ของโรงเรียน");
    await file.setInputFiles(csv("รายชื่อ.csv", "ชื่อ,ที่อยู่\n"));
    await page.getByText("code,name,district,zone,phone").nth(1).waitFor();
    await isReadable(page);
    const rows = [
      "24010001,โรงเรียนบ้านหนองไผ่แก้ว,เมือง,A,",
      "24010003,โรงเรียนบ้านหนองบัวทอง,ท่าน้ำ,C,",
      "24018888,โรงเรียนบ้านเพิ่มใหม่,เมือง,A,",
      "รหัส,ผิด,,,",
    ];
    await file.setInputFiles(csv("schools.csv", ["code,name,district,zone,phone", ...rows].join("\r\n")));
    const preview = part(page, "ตัวอย่างก่อนนำเข้า");
    await preview.getByText("โรงเรียนบ้านหนองบัวทอง").waitFor();
    expect(await preview.getByRole("definition").allInnerTexts()).toEqual(["1", "1", "1", "1"]);
    await preview.getByText("โซน: B → C").waitFor();
    await preview.getByRole("region", { name: "แถวที่มีปัญหา" }).getByText("แถว 5").waitFor();
    await isReadable(page);

    // Meanwhile the directory moves on: what is shown is read anew, and nothing was written.
    const theirs = apiAs(office, admin);
    const params = { code: "24010003" };
    const { version, name, district, phone } = await theirs.ask(getSchool, { params });
    await theirs.ask(changeSchool, { params, body: { version, name, district, phone, zone: "D" } });
    await button(page, "นำเข้า 2 โรงเรียน").click();
    await page.getByText("ข้อมูลเปลี่ยนไปหลังจากดูตัวอย่าง").waitFor();
    await preview.getByText("โซน: D → C").waitFor();
    expect(await SchoolModel.exists({ _id: "24018888" })).toBeNull();

    await button(page, "นำเข้า 2 โรงเรียน").click();
    await page.getByText("schools.csv: เพิ่ม 1 แก้ 1 เหมือนเดิม 1 ข้าม 1").waitFor();
    await isReadable(page);
    expect(await SchoolModel.findById("24018888").lean()).toMatchObject({ name: "โรงเรียนบ้านเพิ่มใหม่" });
    await page.getByRole("button", { name: "ดูโรงเรียน" }).click();
    await page.getByRole("link", { name: /โรงเรียนบ้านเพิ่มใหม่/ }).waitFor();
  });

  it("go out as a file, each time by a link of its own", async () => {
    const page = await openMiniApp(admin, "/admin/exports");
    await heading(page, "ส่งออกข้อมูล").waitFor();
    await isReadable(page);
    await page.getByRole("textbox", { name: /^ตั้งแต่วันที่/ }).fill("อีก 3 วัน");
    await button(page, "ดาวน์โหลดงานที่แจ้ง").click();
    await page.getByText("วันสิ้นสุดต้องไม่ก่อนวันเริ่ม").waitFor();
    await page.getByRole("radio", { name: /^โรงเรียน/ }).check();
    for (const _time of ["first", "again"]) {
      const coming = page.waitForEvent("download");
      await button(page, "ดาวน์โหลดโรงเรียน").click();
      const download = await coming;
      expect(download.suggestedFilename()).toBe("schools.csv");
      expect(await readFile(await download.path(), "utf8")).toContain("24010001,โรงเรียนบ้านหนองไผ่แก้ว");
      await page.getByText("เริ่มดาวน์โหลดแล้ว").waitFor();
    }
    expect(await ChangeEntryModel.countDocuments({ action: "export-list", subject: "schools" })).toBe(2);
  });
});
