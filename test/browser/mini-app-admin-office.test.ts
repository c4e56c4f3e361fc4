import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { changeSettings, getSettings } from "#models/contracts/admin/settings.contract.ts";
import { ChangeEntryModel } from "#models/documents/change-entry.document.ts";
import { InboxEventModel } from "#models/documents/inbox-event.document.ts";
import { apiAs } from "#test/support/api.ts";
import { isReadable } from "#test/support/mini-app/readable.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";

const { office, openMiniApp } = useMiniApp();
let admin: { userId: string };
let other: { userId: string };

beforeAll(async () => {
  admin = await office.admin("อารีย์ ผู้ดูแล");
  other = await office.admin("สมพร ผู้ดูแลอีกคน");
});

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

describe("the admin's pages", () => {
  it("are not for others", async () => {
    const page = await openMiniApp(await office.staff("ช่างคนหนึ่ง"), "/admin/settings");
    await heading(page, "หน้านี้สำหรับผู้ดูแลระบบ").waitFor();
    expect(await page.getByRole("region").count()).toBe(0);
  });

  it("lead from the menu to each part and back, on a phone", async () => {
    const page = await openMiniApp(admin, "/admin");
    await heading(page, "ผู้ดูแลระบบ").waitFor();
    await isReadable(page);
    await page.getByRole("link", { name: /^วันหยุด/ }).click();
    await heading(page, "วันหยุด").waitFor();
    await button(page, "กลับ").click();
    await heading(page, "ผู้ดูแลระบบ").waitFor();
  });

  it("open the first part beside the menu on a PC, with nothing to go back to", async () => {
    const page = await openMiniApp(admin, "/admin", { screen: "desk" });
    await heading(page, "สถานะระบบ").waitFor();
    await page.getByRole("link", { name: /^วันหยุด/ }).click();
    await heading(page, "วันหยุด").waitFor();
    expect(await button(page, "กลับ").count()).toBe(0);
  });

  it("change the hours, show the default, and say it in the audit trail", async () => {
    const page = await openMiniApp(admin, "/admin/settings");
    const hours = part(page, "เวลาทำการ");
    await hours.getByLabel("เปิด").fill("08:00");
    await hours.getByLabel("ศุกร์").uncheck();
    await hours.getByText("มีการแก้ไขที่ยังไม่บันทึก").waitFor();
    await button(page, "บันทึกเวลาทำการ").click();
    await hours.getByText("บันทึกแล้ว").waitFor();
    await isReadable(page);

    await page.goto(page.url().replace("settings", "audit"));
    const entry = page.getByRole("listitem").filter({ hasText: "แก้เวลาทำการ" }).first();
    await entry.getByText("จันทร์–พฤหัสบดี 08.00–16.30 น.").waitFor();
    await entry.getByText("จันทร์–ศุกร์ 08.30–16.30 น.").waitFor();
    await isReadable(page);
  });

  it("keep what was typed when another admin was first, and save it on the second press", async () => {
    const page = await openMiniApp(admin, "/admin/settings");
    const reserve = part(page, "ข้อความสำรอง");
    await reserve.getByLabel("จำนวนข้อความ").fill("75");
    const theirs = apiAs(office, other);
    const { updatedAt } = await theirs.ask(getSettings);
    await theirs.ask(changeSettings, { body: { updatedAt, changes: { name: "ศูนย์ตัวอย่าง" } } });
    await button(page, "บันทึกข้อความสำรอง").click();
    await reserve.getByText("มีคนแก้การตั้งค่าไปก่อนแล้ว").waitFor();
    expect(await part(page, "ชื่อและเบอร์โทร").getByLabel("ชื่อสำนักงาน").inputValue()).toBe("ศูนย์ตัวอย่าง");
    expect(await reserve.getByLabel("จำนวนข้อความ").inputValue()).toBe("75");
    await button(page, "บันทึกข้อความสำรอง").click();
    await reserve.getByText("บันทึกแล้ว").waitFor();
    expect((await theirs.ask(getSettings)).settings).toMatchObject({ name: "ศูนย์ตัวอย่าง", reserve: 75 });
  });

  it("say at the field what is wrong", async () => {
    const page = await openMiniApp(admin, "/admin/settings");
    const targets = part(page, "เวลาเป้าหมาย");
    const finish = targets.getByRole("group", { name: "ด่วน", exact: true }).getByLabel("เสร็จภายใน");
    await finish.fill("");
    await button(page, "บันทึกเวลาเป้าหมาย").click();
    await targets.getByText("ใส่ตัวเลข 1–99 นะคะ").waitFor();
    expect(await finish.getAttribute("aria-invalid")).toBe("true");
  });

  it("take a pasted list of holidays, and give a day back with a confirmation", async () => {
    const page = await openMiniApp(admin, "/admin/holidays");
    await button(page, "เพิ่มวันหยุด").first().click();
    const sheet = page.getByRole("dialog", { name: "เพิ่มวันหยุด" });
    await button(page, "วางหลายบรรทัด").click();
    await sheet.getByLabel("รายการวันหยุด").fill("13-15 เม.ย. 2570 วันสงกรานต์\n2570-05-01,วันแรงงาน\nวันแม่");
    await sheet.getByText("บรรทัดที่ 3: อ่านวันที่ไม่ออก").waitFor();
    await sheet.getByLabel("รายการวันหยุด").fill("13-15 เม.ย. 2570 วันสงกรานต์\n2570-05-01,วันแรงงาน");
    await isReadable(page);
    await button(page, "บันทึก 4 วัน").click();
    await page.getByText("เพิ่ม 4 วันแล้วค่ะ").waitFor();
    await page.getByRole("heading", { name: "พ.ศ. 2570 4 วัน" }).waitFor();
    await button(page, "ลบวันหยุด 15 เม.ย. 70").click();
    await isReadable(page);
    await page.getByRole("dialog").getByRole("button", { name: "ลบวันหยุด" }).click();
    await page.getByRole("heading", { name: "พ.ศ. 2570 3 วัน" }).waitFor();
    expect(await ChangeEntryModel.countDocuments({ action: "remove-holiday", subject: "holiday:2027-04-15" })).toBe(1);
  });

  it("add a span of days as people write dates", async () => {
    const page = await openMiniApp(admin, "/admin/holidays");
    await button(page, "เพิ่มวันหยุด").first().click();
    const sheet = page.getByRole("dialog", { name: "เพิ่มวันหยุด" });
    await sheet.getByRole("textbox", { name: "วันที่หยุด" }).fill("30 ธ.ค. 2570");
    await sheet.getByRole("textbox", { name: "ถึงวันที่" }).fill("2 ม.ค. 2571");
    await sheet.getByLabel("ชื่อวันหยุด").fill("ปีใหม่");
    await button(page, "บันทึกวันหยุด").click();
    await page.getByText("เพิ่ม 4 วันแล้วค่ะ").waitFor();
    await button(page, "ปี 2571").click();
    await page.getByRole("heading", { name: "พ.ศ. 2571 2 วัน" }).waitFor();
  });

  it("show what is stuck without its words, and send it back", async () => {
    const payload = { id: "ev-1", what: { kind: "text", text: "ข้อความลับ" } };
    const left = {
      chatId: "Unobody",
      timestamp: 1,
      receivedAt: new Date(),
      state: "set-aside" as const,
      tries: 4,
      fault: "4 turns failed",
    };
    await InboxEventModel.create({ _id: "ev-1", ...left, payload });
    const page = await openMiniApp(admin, "/admin/system", { screen: "desk" });
    const stuck = part(page, "รายการที่ค้าง");
    await stuck.getByText("เหตุการณ์: ข้อความ").waitFor();
    await part(page, "ฐานข้อมูล").getByText("พร้อม 1 จาก 1").waitFor();
    expect(await page.content()).not.toContain("ข้อความลับ");
    await isReadable(page);
    await stuck.getByRole("button", { name: "ลองใหม่" }).click();
    await page.getByText("ส่งกลับไปทำใหม่แล้ว").waitFor();
    await stuck.getByText("ไม่มีรายการค้าง").waitFor();
  });

  it("filter the trail by person and kind, as an address that can be passed on", async () => {
    const page = await openMiniApp(admin, "/admin/audit", { screen: "desk" });
    await page.getByText("กรองรายการ").click();
    await page.getByLabel("การกระทำ").selectOption({ label: "แก้ชื่อหรือเบอร์สำนักงาน" });
    await page.getByRole("main").getByText("ศูนย์ตัวอย่าง").waitFor();
    await page.getByLabel("ผู้ทำ").fill("สมพร");
    await page.getByRole("button", { name: /^สมพร ผู้ดูแลอีกคน/ }).click();
    await page.getByText("ผู้ทำ: สมพร ผู้ดูแลอีกคน").waitFor();
    await page.waitForURL(/person=/);
    await isReadable(page);
    expect(await page.getByRole("listitem").filter({ hasText: "แก้เวลาทำการ" }).count()).toBe(0);
    const passedOn = await openMiniApp(other, new URL(page.url()).pathname.replace("/liff", "") + new URL(page.url()).search);
    await passedOn.getByText("ผู้ทำ: สมพร ผู้ดูแลอีกคน").waitFor();
  });
});
