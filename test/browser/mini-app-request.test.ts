import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { RequestModel } from "#models/documents/request.document.ts";
import { isReadable } from "#test/support/mini-app/readable.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import { reports } from "#test/support/repairs.ts";

const { office, openMiniApp } = useMiniApp();

async function pathOf(number: string): Promise<string> {
  const request = await RequestModel.findOne({ number }, { _id: 1 }).lean();
  return `/requests/${request?._id}`;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const timeline = (page: Page) => page.getByRole("region", { name: "ความคืบหน้า" });

/** Presses a step that stands behind ทำอย่างอื่น. */
async function pressOther(page: Page, name: string): Promise<void> {
  if (!(await button(page, name).isVisible())) await page.getByText("ทำอย่างอื่น").click();
  await button(page, name).click();
}

describe("a request on two phones", () => {
  it("goes from the teacher's report to their stars, and the teacher's page moves without a reload", async () => {
    const teacher = await office.teacher("ครูสมศรี ตัวอย่าง");
    const technician = await office.staff("ช่างมานะ ตัวอย่าง");
    const head = await office.head("หัวหน้าวิไล ตัวอย่าง");
    const number = await reports(teacher);
    const path = await pathOf(number);

    const hers = await openMiniApp(teacher, path);
    await hers.getByText("รอรับเรื่อง").waitFor();
    await isReadable(hers);

    const heads = await openMiniApp(head, "/desk?list=unassigned", { screen: "desk" });
    await heads.getByRole("link", { name: number }).click();
    await button(heads, "มอบหมาย").click();
    const assigning = heads.getByRole("dialog", { name: "มอบหมายงาน" });
    await assigning.getByRole("combobox", { name: "ผู้รับงาน" }).pressSequentially("มานะ");
    await assigning.getByRole("option", { name: "มานะ" }).waitFor();
    await heads.keyboard.press("ArrowDown");
    await heads.keyboard.press("Enter");
    await isReadable(heads);
    await button(heads, "มอบหมาย").last().click();
    await hers.getByText("มอบหมายช่างแล้ว").first().waitFor({ timeout: 2_000 });

    const his = await openMiniApp(technician, path);
    await button(his, "รับเรื่อง").click();
    await timeline(hers).getByText("รับเรื่อง", { exact: true }).waitFor({ timeout: 2_000 });
    expect(await timeline(hers).getByText("ใหม่", { exact: true }).count()).toBe(2);
    await button(his, "ซ่อมเสร็จ").click();
    const sheet = his.getByRole("dialog", { name: "ผลการซ่อม" });
    await sheet.getByRole("button", { name: "ซ่อมเสร็จ" }).click();
    await sheet.getByText("กรอกสาเหตุด้วยนะคะ").waitFor();
    await expect.poll(() => sheet.getByLabel("สาเหตุ").evaluate((box) => box === document.activeElement)).toBe(true);
    await isReadable(his);
    await sheet.getByLabel("สาเหตุ").fill("ลูกยางดึงกระดาษสึก");
    await sheet.getByLabel("วิธีแก้").fill("เปลี่ยนลูกยาง");
    await sheet.getByLabel("ค่าใช้จ่าย").fill("๑,๒๕๐");
    await sheet.getByRole("button", { name: "ซ่อมเสร็จ" }).click();
    await timeline(hers).getByText("1,250 บาท").waitFor({ timeout: 2_000 });
    expect(await hers.getByRole("status").filter({ hasText: "ซ่อมเสร็จ" }).count()).toBe(1);

    await isReadable(hers);
    await button(hers, "หายแล้ว").click();
    await button(hers, "ให้คะแนน").click();
    const rating = hers.getByRole("dialog", { name: "ความพึงพอใจ" });
    await rating.getByRole("radio", { name: "5 ดาว ดีมาก" }).check({ force: true });
    await isReadable(hers);
    await rating.getByRole("button", { name: "ให้คะแนน" }).click();
    await hers
      .getByRole("status")
      .filter({ hasText: `ขอบคุณมากค่ะ ${number} ปิดงานแล้ว` })
      .waitFor();
    expect(await button(hers, "ยังไม่หาย").isVisible()).toBe(false);
    await timeline(his).getByText("★★★★★").waitFor({ timeout: 2_000 });
  });

  it("tells the second of two what the first has done, and keeps what was typed where it can still be sent", async () => {
    const teacher = await office.teacher("ครูสองช่าง ตัวอย่าง");
    const path = await pathOf(await reports(teacher));
    const first = await openMiniApp(await office.staff("ช่างหนึ่ง ตัวอย่าง"), path);
    const second = await openMiniApp(await office.staff("ช่างสอง ตัวอย่าง"), path);
    await button(second, "รับเรื่อง").waitFor();
    await second.route("**/api/live", (route) => route.abort());
    await pressOther(second, "บันทึกภายใน");
    await second.getByRole("dialog").getByLabel("บันทึก").fill("เครื่องนี้เคยเปลี่ยนลูกยางแล้ว");

    await button(first, "รับเรื่อง").click();
    await first.getByText("รับเรื่องแล้ว").first().waitFor();
    await second.getByRole("dialog").getByRole("button", { name: "บันทึกภายใน" }).click();
    await timeline(second).getByText("เครื่องนี้เคยเปลี่ยนลูกยางแล้ว").waitFor();
    await timeline(first).getByText("เห็นเฉพาะเจ้าหน้าที่").waitFor({ timeout: 2_000 });
  });

  it("names who was quicker when both press the same button", async () => {
    const teacher = await office.teacher("ครูแข่งกัน ตัวอย่าง");
    const path = await pathOf(await reports(teacher));
    const first = await openMiniApp(await office.staff("ช่างไว ตัวอย่าง"), path);
    const second = await openMiniApp(await office.staff("ช่างช้า ตัวอย่าง"), path);
    await button(second, "รับเรื่อง").waitFor();
    // What the quicker one did has not reached this page yet.
    let isHeld = true;
    await second.route("**/api/requests/*", (route) => (isHeld && route.request().method() === "GET" ? route.abort() : route.continue()));
    await button(first, "รับเรื่อง").click();
    await first.getByText("รับเรื่องแล้ว").first().waitFor();
    isHeld = false;
    await button(second, "รับเรื่อง").click();
    await second.getByText("ช่างไว").first().waitFor();
    await second.getByText("รับเรื่องไปแล้วค่ะ").waitFor();
    await second.getByText("รับเรื่องแล้ว").first().waitFor();
    expect(await button(second, "รับเรื่อง").count()).toBe(0);
  });
});

describe("the request page", () => {
  it("says of somebody else's request, as of an unknown one, that it is not there, with a way on", async () => {
    const number = await reports(await office.teacher("ครูเจ้าของ ตัวอย่าง"));
    const other = await openMiniApp(await office.teacher("ครูคนอื่น ตัวอย่าง"), await pathOf(number));
    await other.getByRole("heading", { name: "ไม่พบรายการนี้" }).waitFor();
    await button(other, "กลับหน้าแรก").click();
    await other.getByRole("heading", { name: "สวัสดีค่ะ" }).waitFor();
  });

  it("begins the step that a button elsewhere stands for, but does nothing by the link alone", async () => {
    const teacher = await office.teacher("ครูยกเลิก ตัวอย่าง");
    const number = await reports(teacher);
    const page = await openMiniApp(teacher, `${await pathOf(number)}?do=withdraw`);
    await page.getByText(`ยกเลิกรายการ ${number} ใช่ไหมคะ`).waitFor();
    expect(await RequestModel.findOne({ number }, { state: 1 }).lean()).toMatchObject({ state: "submitted" });
    await isReadable(page);
    await page.getByRole("dialog").getByRole("button", { name: "ยกเลิกรายการ" }).click();
    await page.getByText("ยกเลิกแล้ว").first().waitFor();
    expect(page.url()).not.toContain("do=");
  });

  it("can be read with big text on a narrow phone, in the dark", async () => {
    const teacher = await office.teacher("ครูตัวใหญ่ ตัวอย่าง");
    const context = { viewport: { width: 320, height: 640 }, colorScheme: "dark" } as const;
    const page = await openMiniApp(teacher, await pathOf(await reports(teacher)), { context });
    await page.getByText("รอรับเรื่อง").waitFor();
    await page.addStyleTag({ content: "html { font-size: 200%; }" });
    await isReadable(page);
  });
});
