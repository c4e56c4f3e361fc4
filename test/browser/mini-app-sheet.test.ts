import { expect, it } from "vitest";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import { reports } from "#test/support/repairs.ts";

const { office, openMiniApp } = useMiniApp();

it("a sheet is closed by going back: the page stays, and what was typed into it too", async () => {
  const teacher = await office.teacher("ครูย้อนกลับ ตัวอย่าง");
  await reports(teacher);
  const page = await openMiniApp(teacher, "/requests");
  await page.getByRole("link", { name: /ซ-\d/ }).first().click();
  await page.getByText("ทำอย่างอื่น").click();
  const address = page.url();
  const press = page.getByRole("button", { name: "เพิ่มรูป/ข้อความ" });
  await press.click();
  const sheet = page.getByRole("dialog");
  const box = sheet.locator("textarea, input").first();
  await box.fill("หายเองแล้วค่ะ");
  await expect.poll(() => page.evaluate(() => history.state.sheet)).toBe(true);
  await page.evaluate(() => history.back());
  await sheet.waitFor({ state: "detached" });
  expect(page.url()).toBe(address);
  await press.click();
  expect(await box.inputValue()).toBe("หายเองแล้วค่ะ");

  // Closed by its own button it leaves nothing behind in the history.
  await expect.poll(() => page.evaluate(() => history.state.sheet)).toBe(true);
  await sheet.getByRole("button", { name: "ปิด" }).click();
  await expect.poll(() => page.evaluate(() => history.state.sheet)).toBe(undefined);
  await page.evaluate(() => history.back());
  await page.waitForURL("**/liff/requests");
});

it("what is sent again after a lost answer is there once", async () => {
  const teacher = await office.teacher("ครูส่งใหม่ ตัวอย่าง");
  await reports(teacher);
  const page = await openMiniApp(teacher, "/requests");
  await page.getByRole("link", { name: /ซ-\d/ }).first().click();
  await page.getByText("ทำอย่างอื่น").click();
  let isLost = false;
  await page.route("**/transitions/*", async (route) => {
    if (isLost) return route.continue();
    isLost = true;
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "เพิ่มรูป/ข้อความ" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.locator("textarea, input").first().fill("เสียงดังกว่าเมื่อวานค่ะ");
  const send = sheet.getByRole("button", { name: "เพิ่มรูป/ข้อความ" });
  await send.click();
  await sheet.getByRole("alert").waitFor();
  await send.click();
  await sheet.waitFor({ state: "detached" });
  expect(await TimelineEntryModel.countDocuments({ "actor.id": teacher.personId, transition: { $ne: "submit" } })).toBe(1);
});
