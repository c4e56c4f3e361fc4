import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { doTransition, submitRequest } from "#models/contracts/requests.contract.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { apiAs } from "#test/support/api.ts";
import { isReadable } from "#test/support/mini-app/readable.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import type { TestOffice } from "#test/support/office.ts";
import { brokenPrinter } from "#test/support/services.ts";

const { office, openMiniApp } = useMiniApp();
type Person = Awaited<ReturnType<TestOffice["teacher"]>>;
let teacher: Person;
let technician: Person;
let head: Person;

beforeAll(async () => {
  teacher = await office.teacher("ครูสมศรี หน้างาน");
  technician = await office.staff("ช่างหนึ่ง หน้างาน");
  head = await office.head("หัวหน้าหนึ่ง หน้างาน");
});

let drafts = 0;
async function reported(symptom: string) {
  drafts += 1;
  const answers = { ...brokenPrinter, symptom };
  return apiAs(office, teacher).ask(submitRequest, { body: { formId: "repair", formVersion: 1, draftId: `desk-page-${drafts}`, answers } });
}

const accepts = (by: Person, id: string) =>
  apiAs(office, by).ask(doTransition, {
    params: { id, transition: "accept" },
    body: { offeredIn: "submitted", formVersion: null, answers: {} },
  });

const rowOf = (page: Page, symptom: string): Locator => page.locator("tr, .desk-cards > li").filter({ hasText: symptom });
const choose = (page: Page, symptom: string) => rowOf(page, symptom).getByRole("checkbox").check();
const tab = (page: Page, name: string) => page.getByRole("navigation", { name: "มุมมองงาน" }).getByRole("button", { name });

describe("the desk on a PC", () => {
  it("assigns several at once, and names the one that somebody took in the meantime", async () => {
    const one = await reported("หน้าจอลายทาง");
    const taken = await reported("หมึกหกในเครื่อง");
    const page = await openMiniApp(head, "/desk?list=unassigned", { screen: "desk" });
    await choose(page, "หน้าจอลายทาง");
    await choose(page, "หมึกหกในเครื่อง");
    await page.getByRole("button", { name: "มอบหมาย", exact: true }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("combobox").fill("ช่างหนึ่ง");
    const option = sheet.getByRole("option", { name: /ช่างหนึ่ง/ });
    expect(await option.textContent()).toContain("งาน");
    await option.click();
    await accepts(technician, taken.id);
    // What the sheet holds was offered before that: the page keeps it as it was chosen.
    await sheet.getByRole("button", { name: "มอบหมาย", exact: true }).click();
    const summary = page.getByRole("status", { name: "ผลการทำพร้อมกัน" });
    await summary.getByText("มอบหมายแล้ว 1 เรื่อง").waitFor();
    expect(await summary.textContent()).toContain(taken.number);
    expect((await RequestModel.findById(one.id).lean())?.assignee?.id).toBe(technician.personId);
    await rowOf(page, "หน้าจอลายทาง").waitFor({ state: "detached" });
  });

  it("is walked by keyboard alone: down the list, choose, assign, open beside it, back, search", async () => {
    await reported("แป้นพิมพ์เรื่องแรก");
    const second = await reported("แป้นพิมพ์เรื่องสอง");
    const page = await openMiniApp(head, "/desk?list=unassigned", { screen: "desk" });
    await rowOf(page, "แป้นพิมพ์เรื่องสอง").waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.closest("[data-row]")?.textContent ?? "");
    await page.keyboard.press("j");
    expect(await focused()).toContain("แป้นพิมพ์เรื่องแรก");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toContain("แป้นพิมพ์เรื่องสอง");
    await page.keyboard.press("k");
    await page.keyboard.press("x");
    expect(await rowOf(page, "แป้นพิมพ์เรื่องแรก").getByRole("checkbox").isChecked()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await rowOf(page, "แป้นพิมพ์เรื่องแรก").getByRole("checkbox").isChecked()).toBe(false);

    await page.keyboard.press("j");
    await page.keyboard.press("a");
    const sheet = page.getByRole("dialog", { name: "มอบหมาย" });
    await sheet.getByText(second.number).waitFor();
    await expect.poll(() => sheet.getByRole("combobox").evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.type("ช่างหนึ่ง");
    await sheet.getByRole("option", { name: /ช่างหนึ่ง/ }).waitFor();
    // The first Escape closes the list of names, the second the sheet.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });

    await rowOf(page, "แป้นพิมพ์เรื่องสอง").getByRole("link").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("complementary", { name: "เรื่องที่เปิดอยู่" }).getByRole("article", { name: second.number }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("complementary", { name: "เรื่องที่เปิดอยู่" }).waitFor({ state: "detached" });

    await page.keyboard.press("Shift+Slash");
    await page.getByRole("dialog", { name: "ปุ่มลัดบนแป้นพิมพ์" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.keyboard.type("เรื่องสอง");
    await page.getByRole("heading", { name: /ผลการค้นหา/ }).waitFor();
    await rowOf(page, "แป้นพิมพ์เรื่องแรก").waitFor({ state: "detached" });
    expect(await rowOf(page, "แป้นพิมพ์เรื่องสอง").count()).toBe(1);
  });

  it("shows a new request and counts it within two seconds, with what was chosen still chosen", async () => {
    await reported("เรื่องที่เลือกไว้");
    const page = await openMiniApp(head, "/desk?list=unassigned", { screen: "desk" });
    await choose(page, "เรื่องที่เลือกไว้");
    const before = Number(await tab(page, "รอรับ").locator("strong").textContent());
    const started = Date.now();
    await reported("เรื่องที่เพิ่งเข้ามา");
    const row = rowOf(page, "เรื่องที่เพิ่งเข้ามา");
    await row.waitFor();
    expect(Date.now() - started).toBeLessThan(2_000);
    expect(await row.textContent()).toContain("เพิ่งเปลี่ยน");
    expect(Number(await tab(page, "รอรับ").locator("strong").textContent())).toBe(before + 1);
    expect(await rowOf(page, "เรื่องที่เลือกไว้").getByRole("checkbox").isChecked()).toBe(true);
  });

  it("chooses all that are shown, and offers a head first to hand them out", async () => {
    await reported("เลือกทั้งหมดหนึ่ง");
    await reported("เลือกทั้งหมดสอง");
    const page = await openMiniApp(head, "/desk", { screen: "desk" });
    await rowOf(page, "เลือกทั้งหมดสอง").waitFor();
    expect(await tab(page, "รอรับ").getAttribute("aria-current")).toBe("page");
    await page.getByRole("checkbox", { name: "เลือกทุกเรื่องที่แสดง" }).check();
    expect(await rowOf(page, "เลือกทั้งหมดหนึ่ง").getByRole("checkbox").isChecked()).toBe(true);
    const bar = page.getByRole("region", { name: "ทำกับเรื่องที่เลือก" });
    expect(await bar.getByRole("button").first().textContent()).toBe("มอบหมาย");
    await isReadable(page);
    await page.getByRole("checkbox", { name: "เลือกทุกเรื่องที่แสดง" }).uncheck();
    expect(await rowOf(page, "เลือกทั้งหมดหนึ่ง").getByRole("checkbox").isChecked()).toBe(false);
  });

  it("shows a centre's head how the groups stand, and one of them alone at a tap", async () => {
    await reported("เครื่องพิมพ์กลุ่มหนึ่ง");
    const moved = await reported("เครื่องพิมพ์กลุ่มสอง");
    await RequestModel.updateOne({ _id: moved.id }, { $set: { group: 2 } });
    const grants = [{ role: "centre-head" as const, scope: { kind: "office" as const } }];
    const page = await openMiniApp(await office.teacher("หัวหน้าศูนย์ หน้างาน", { grants }), "/desk", { screen: "desk" });
    const second = page.getByRole("list", { name: "กลุ่มงาน" }).getByRole("button", { name: "กลุ่มงานที่ 2 ค้าง 1 · รอรับ 1" });
    await second.click();
    await rowOf(page, "เครื่องพิมพ์กลุ่มหนึ่ง").waitFor({ state: "detached" });
    expect(await rowOf(page, "เครื่องพิมพ์กลุ่มสอง").count()).toBe(1);
    await isReadable(page);
    await second.click();
    await rowOf(page, "เครื่องพิมพ์กลุ่มหนึ่ง").waitFor();
  });

  it("begins with what can be taken where nothing is in hand, and lights the desk for a request of it", async () => {
    const idle = await office.staff("ช่างว่าง หน้างาน");
    const request = await reported("เรื่องให้ช่างว่าง");
    const page = await openMiniApp(idle, "/desk", { screen: "desk" });
    await rowOf(page, "เรื่องให้ช่างว่าง").waitFor();
    const linked = await openMiniApp(idle, `/requests/${request.id}`, { screen: "desk" });
    await linked.getByRole("article", { name: request.number }).waitFor();
    const lit = linked.getByRole("navigation", { name: "เมนูหลัก" }).locator(".is-within");
    expect(await lit.textContent()).toContain("งานเจ้าหน้าที่");
  });

  it("tells a teacher whose page it is, and asks nothing of the queue", async () => {
    const page = await openMiniApp(teacher, "/desk", { screen: "desk" });
    await page.getByRole("heading", { level: 1, name: "หน้านี้สำหรับเจ้าหน้าที่" }).waitFor();
    expect(await page.getByRole("navigation", { name: "มุมมองงาน" }).count()).toBe(0);
    await isReadable(page);
  });

  it("leads from the workload to a person's jobs", async () => {
    await accepts(technician, (await reported("งานในมือช่าง")).id);
    const page = await openMiniApp(head, "/desk/workload", { screen: "desk" });
    await page.getByRole("link", { name: /ช่างหนึ่ง หน้างาน/ }).click();
    await rowOf(page, "งานในมือช่าง").waitFor();
    await page.getByRole("button", { name: /งานของ ช่างหนึ่ง/ }).waitFor();
  });
});

describe("the desk on a phone", () => {
  it("takes several jobs by finger, and opens one on a page of its own", async () => {
    const [one, two] = [await reported("มือถือเรื่องหนึ่ง"), await reported("มือถือเรื่องสอง")];
    const page = await openMiniApp(technician, "/desk?list=unassigned");
    await choose(page, "มือถือเรื่องหนึ่ง");
    await choose(page, "มือถือเรื่องสอง");
    await page.getByRole("button", { name: "รับเรื่อง" }).click();
    await page.getByRole("dialog", { name: "รับเรื่อง 2 เรื่อง" }).getByRole("button", { name: "รับเรื่อง" }).click();
    await page.getByText("รับเรื่องแล้ว 2 เรื่อง").waitFor();
    const stored = await RequestModel.find({ _id: { $in: [one.id, two.id] } }).lean();
    expect(stored.map(({ assignee }) => assignee?.id)).toEqual([technician.personId, technician.personId]);
    await tab(page, "งานในมือ").click();
    await rowOf(page, "มือถือเรื่องสอง").getByRole("link").click();
    await page.getByRole("article", { name: two.number }).waitFor();
  });

  it("can be read and worked with big text on a narrow phone, in the dark", async () => {
    await reported("โปรเจคเตอร์ห้องประชุมใหญ่ภาพสั่น");
    const context = { viewport: { width: 320, height: 640 }, colorScheme: "dark" } as const;
    const page = await openMiniApp(head, "/desk?list=unassigned", { context });
    await rowOf(page, "ภาพสั่น").waitFor();
    await page.addStyleTag({ content: "html { font-size: 200%; }" });
    await isReadable(page);
    await page.getByText("ตัวกรอง").click();
    await isReadable(page);
    await choose(page, "ภาพสั่น");
    await isReadable(page);
    await page.getByRole("button", { name: "มอบหมาย", exact: true }).click();
    await page.getByRole("dialog", { name: "มอบหมาย" }).waitFor();
    await isReadable(page);
    // The LIFF SDK calls every page light; the browser's own boxes would be white.
    expect(
      await rowOf(page, "ภาพสั่น")
        .locator("input")
        .evaluate((input) => getComputedStyle(input).colorScheme),
    ).toContain("dark");
  });

  it("says of an empty list what to do", async () => {
    const page = await openMiniApp(technician, "/desk?list=open&q=ไม่มีคำนี้ในระบบ");
    await page.getByText("ไม่พบเรื่องที่ตรงกัน").waitFor();
    await page.getByRole("button", { name: "ดูทั้งหมด" }).click();
    await page.locator(".desk-cards > li").first().waitFor();
  });
});
