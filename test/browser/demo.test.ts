import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Demo, startDemo } from "#scripts/demo/start-demo.ts";
import { useBrowser } from "#test/support/browser.ts";

const browser = useBrowser();
let demo: Demo;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "demo-"));
  demo = await startDemo({ folder, say: () => undefined, phonesPort: 0, botPort: 0 });
});
afterAll(async () => {
  await demo.stop();
  await rm(folder, { recursive: true });
});

/** One phone of the page, found by what its owner does for the office. */
class Phone {
  readonly frame: Locator;

  constructor(page: Page, role: string) {
    this.frame = page.locator("section.phone").filter({ hasText: role });
  }

  async says(text: string): Promise<void> {
    await this.frame.getByLabel("พิมพ์ข้อความ").fill(text);
    await this.frame.getByLabel("พิมพ์ข้อความ").press("Enter");
  }

  async presses(label: string): Promise<void> {
    await this.frame.getByRole("button", { name: label, exact: true }).last().click();
  }

  async hears(text: string | RegExp): Promise<string> {
    const heard = this.frame.getByText(text).last();
    await heard.waitFor();
    return (await heard.textContent()) ?? "";
  }
}

/** The samples of the guide, as somebody meets them from top to bottom. */
class Guide {
  readonly samples: Locator;
  readonly panel: Locator;

  constructor(page: Page) {
    this.panel = page.getByRole("region", { name: "วิธีลอง" });
    this.samples = this.panel.locator("li button");
  }

  /** Clicks one as soon as it can be tried. */
  async follows(at: number): Promise<void> {
    const sample = this.samples.nth(at);
    const words = (await sample.textContent()) ?? "";
    await expect.poll(() => sample.getAttribute("aria-disabled"), { message: words, timeout: 10_000 }).toBe("false");
    await sample.click();
    await expect.poll(() => sample.getAttribute("class"), { message: words }).toContain("used");
  }
}

describe("the demo in a browser", () => {
  it("leads who follows its guide from top to bottom to stars for the job they reported", async () => {
    const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
    await page.goto(demo.url);
    const guide = new Guide(page);
    const teacher = new Phone(page, "ครู (ลงทะเบียนแล้ว)");
    await guide.samples.first().waitFor();
    const count = await guide.samples.count();
    expect(count).toBeGreaterThan(15);

    expect(await guide.samples.nth(2).getAttribute("aria-disabled")).toBe("true");
    await guide.samples.nth(2).click({ force: true });
    await guide.panel.getByText("ยังไม่มีปุ่ม “ยืนยัน” บนจอนี้").waitFor();

    for (let at = 0; at < 3; at += 1) await guide.follows(at);
    const number = /ซ-\d{4}-\d{6}/.exec(await teacher.hears(/เลขที่ ซ-\d{4}-\d{6}/))?.[0] ?? "none";
    for (let at = 3; at < count; at += 1) await guide.follows(at);
    await teacher.hears(`${number} ปิดงานแล้ว`);
    await new Phone(page, "ช่าง (โซน").hears(`บันทึกผลแล้วค่ะ ${number}`);
    await new Phone(page, "หัวหน้ากลุ่มงาน").hears(/มอบ.* ซ-\d{4}-\d{6} แล้วค่ะ/);
    // The guide leaves the teacher with a loan half told; who tries the phones next finds them free.
    await teacher.says("ยกเลิก");
    await teacher.hears("เปลี่ยนใจกด เอากลับมา ได้");
  });

  it("shows four whole phones beside the guide on a screen of 1500 px", async () => {
    const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
    await page.goto(demo.url);
    await page.locator("section.phone").nth(3).waitFor();
    const panel = await page.locator("aside").boundingBox();
    const phones = await Promise.all((await page.locator("section.phone").all()).map((phone) => phone.boundingBox()));
    expect(phones).toHaveLength(4);
    for (const phone of phones) {
      expect(phone?.width).toBeGreaterThanOrEqual(280);
      expect(phone?.x).toBeGreaterThanOrEqual(0);
      expect((phone?.x ?? 0) + (phone?.width ?? 0)).toBeLessThanOrEqual(panel?.x ?? 0);
    }
    const names = await page.locator("aside .whom").allTextContents();
    expect(names.filter((name) => /^\s*→ \S/.test(name)).length).toBeGreaterThan(0);
  });

  it("takes a repair from a sentence to five stars, by hand on three phones", async () => {
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(demo.url);
    const teacher = new Phone(page, "ครู (ลงทะเบียนแล้ว)");
    const technician = new Phone(page, "ช่าง (โซน");

    await teacher.says("ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ พรุ่งนี้ต้องพิมพ์ข้อสอบ");
    await teacher.hears("มีรูปไหมคะ");
    await teacher.presses("ข้าม");
    await teacher.hears("สรุปแจ้งซ่อม");
    await teacher.presses("ยืนยัน");
    const number = /ซ-\d{4}-\d{6}/.exec(await teacher.hears(/เลขที่ ซ-\d{4}-\d{6}/))?.[0] ?? "";
    expect(number).not.toBe("");

    await technician.hears(number);
    await technician.presses("รับเรื่อง");
    await technician.hears(`รับงาน ${number} แล้วค่ะ`);
    await technician.presses("ซ่อมเสร็จ");
    await technician.hears("สาเหตุคืออะไรคะ");
    await technician.says("ลูกยางดึงกระดาษสึก");
    await technician.hears("แก้อย่างไรคะ");
    await technician.says("เปลี่ยนลูกยาง");
    for (const question of ["อะไหล่", "กี่บาท", "รูปหลังซ่อม"]) {
      await technician.hears(question);
      await technician.presses("ข้าม");
    }
    await technician.hears(`บันทึกผลแล้วค่ะ ${number}`);

    await teacher.says("ซ่อมถึงไหนแล้ว");
    await teacher.hears("ซ่อมเสร็จ รอยืนยัน");
    await teacher.says(`${number}`);
    await teacher.presses("หายแล้ว");
    await teacher.hears("กี่ดาวคะ");
    await teacher.says("5 ดาว");
    await teacher.hears("อยากบอกอะไรช่างไหมคะ");
    await teacher.says("เร็วมากค่ะ");
    await teacher.hears(`ขอบคุณมากค่ะ ${number} ปิดงานแล้ว`);
    expect(faults).toEqual([]);
  });

  it("fits a phone of 320 px: nothing is wider than the screen and no card is cut", async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.goto(demo.url);
    await new Guide(page).samples.first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await page.locator("aside").evaluate((aside) => aside.scrollWidth - aside.clientWidth)).toBe(0);
    await page.getByRole("navigation").getByRole("button").nth(1).click();
    const teacher = new Phone(page, "ครู (ลงทะเบียนแล้ว)");
    await teacher.says("เน็ตห้องคอมหลุดบ่อย นักเรียนเรียนไม่ได้ค่ะ");
    await teacher.hears("มีรูปไหมคะ");
    await teacher.presses("ข้าม");
    await teacher.hears("สรุปแจ้งซ่อม");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(320);
    const cut = await teacher.frame.evaluate(
      (frame) =>
        [...frame.querySelectorAll("p, span, button")].filter(
          (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow === "hidden",
        ).length,
    );
    expect(cut).toBe(0);
  });
});
