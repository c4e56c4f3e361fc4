import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { doTransition } from "#models/contracts/requests.contract.ts";
import { addDays, bangkokDate } from "#models/fields/thai/bangkok.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import { apiAs } from "#test/support/api.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import { reports, storedRequest } from "#test/support/repairs.ts";
import type { LineUser } from "#test/support/simulator.ts";

const { office, openMiniApp } = useMiniApp();
let technician: LineUser;
let id = "";

beforeAll(async () => {
  technician = await office.staff("มานะ ใช้แป้น");
  id = (await storedRequest(await reports(await office.teacher("สมใจ รออะไหล่"))))._id;
  const body = { offeredIn: "submitted", formVersion: null, answers: {} };
  await apiAs(office, technician).ask(doTransition, { params: { id, transition: "accept" }, body });
});

/** The sheet of "รออะไหล่ / งบ", which asks for a day. */
async function openSheet(): Promise<Page> {
  const page = await openMiniApp(technician, `/requests/${id}?do=wait-parts`);
  await box(page).waitFor();
  return page;
}

const box = (page: Page) => page.getByRole("textbox", { name: "คาดว่าได้วันที่" });

describe("a day", () => {
  it("is read as people type it, and shown in พ.ศ.", async () => {
    const page = await openSheet();
    await box(page).fill("พรุ่งนี้");
    await box(page).blur();
    await expect.poll(() => box(page).inputValue()).toBe(showDate(addDays(bangkokDate(new Date()), 1)));
  });

  it("is turned to with the keyboard alone: wheels named and in พ.ศ., arrows, Enter; Escape leaves them", async () => {
    const page = await openSheet();
    const today = bangkokDate(new Date());
    const opener = page.getByRole("button", { name: "เปิดปฏิทิน คาดว่าได้วันที่" });
    await opener.focus();
    await page.keyboard.press("Enter");
    const wheels = page.getByRole("dialog", { name: "คาดว่าได้วันที่" });
    await wheels.getByText(String(Number(today.slice(0, 4)) + 543), { exact: true }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain("selected");
    await page.keyboard.press("Escape");
    await wheels.waitFor({ state: "hidden" });
    await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);

    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain("selected");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await wheels.waitFor({ state: "hidden" });
    const nextYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
    expect(await box(page).inputValue()).toBe(showDate(nextYear));
  });
});
