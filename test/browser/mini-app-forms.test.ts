import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { isReadable } from "#test/support/mini-app/readable.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";

const { office, openMiniApp } = useMiniApp();

const narrow = { viewport: { width: 320, height: 640 }, colorScheme: "dark" } as const;
const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });
const formNames = async (page: Page) => (await page.locator(".form-list strong").allInnerTexts()).map((name) => name.trim());
const looksFor = (page: Page, words: string) => page.getByRole("searchbox", { name: "ค้นหาแบบฟอร์ม" }).fill(words);

describe("The page of all forms", () => {
  it("leads from home, by what somebody says they need, to the form, and back to what was looked for", async () => {
    const page = await openMiniApp(await office.teacher("ครูค้นหา ตัวอย่าง"));
    await page.getByRole("navigation", { name: "แจ้งเรื่องใหม่" }).getByRole("link", { name: "แบบฟอร์มทั้งหมด" }).click();
    await heading(page, "ยืม / ขอใช้ของ").waitFor();
    await looksFor(page, "ขอยืมโปรเจคเตอร์พรุ่งนี้");
    await page.getByText(/^พบ \d+ แบบ$/).waitFor();
    expect((await formNames(page))[0]).toBe("ขอยืม");
    await isReadable(page);
    await page.getByRole("link", { name: /^ขอยืม/ }).click();
    await expect.poll(() => page.url()).toMatch(/\/liff\/new\/borrow$/);
    await heading(page, "ขอยืม").waitFor();
    await page.goBack();
    await expect.poll(() => page.getByRole("searchbox").inputValue()).toBe("ขอยืมโปรเจคเตอร์พรุ่งนี้");
    await looksFor(page, "");
    await heading(page, "ยืม / ขอใช้ของ").waitFor();
  });

  it("leads from a process to its form, which goes by the manual's title there, and comes back to the process", async () => {
    const page = await openMiniApp(await office.teacher("ครูรู้คู่มือ ตัวอย่าง"), "/forms");
    await page.getByRole("link", { name: "ตามกลุ่มงาน" }).click();
    await heading(page, "กลุ่มงานบริการเทคโนโลยีสารสนเทศ").waitFor();
    expect(await page.locator("details").count()).toBe(18);
    await page.getByText(/^8\. ศึกษา วิเคราะห์ ระบบข้อมูล/).click();
    const form = page.getByRole("link", { name: /ขอเข้าถึงระบบข้อมูล/ });
    await form.getByText("แบบคำร้องขอเข้าถึงระบบข้อมูลสารสนเทศ").waitFor();
    await isReadable(page);
    await page.getByText(/^3\. ศึกษา วิเคราะห์/).click();
    await page.getByText("เจ้าหน้าที่ศูนย์เป็นผู้กรอกค่ะ").filter({ visible: true }).waitFor();
    await page.getByText(/^8\. ศึกษา วิเคราะห์ ระบบข้อมูล/).click();
    await form.click();
    await expect.poll(() => page.url()).toMatch(/\/liff\/new\/access_request$/);
    await heading(page, "ขอเข้าถึงระบบข้อมูล").waitFor();
    await page.goBack();
    await form.waitFor();
  });

  it("says what to do where nothing fits, and where a form is not to be found", async () => {
    const page = await openMiniApp(await office.teacher("ครูหาไม่พบ ตัวอย่าง"), "/new/no_such_form");
    await heading(page, "ไม่พบแบบฟอร์มนี้").waitFor();
    await page.getByRole("button", { name: "ดูแบบฟอร์มทั้งหมด" }).click();
    await heading(page, "ยืม / ขอใช้ของ").waitFor();
    await looksFor(page, "ฮฮฮฮ");
    await heading(page, "ไม่พบแบบที่ตรงกับคำนี้").waitFor();
    await isReadable(page);
    await page.getByRole("button", { name: "ดูแบบฟอร์มทั้งหมด" }).click();
    await heading(page, "ยืม / ขอใช้ของ").waitFor();
    await looksFor(page, "ฮฮฮฮ");
    await page.getByRole("button", { name: "ขอให้ดำเนินการ" }).click();
    await expect.poll(() => page.url()).toMatch(/\/liff\/new\/work_request$/);
  });

  it("opens on the need that a link names, and on all where it names none of them", async () => {
    const teacher = await office.teacher("ครูกดเมนู ตัวอย่าง");
    const page = await openMiniApp(teacher, "/forms?need=borrow");
    await heading(page, "ยืม / ขอใช้ของ").waitFor();
    expect(await formNames(page)).toEqual(["ขอยืม", "ขอใช้วัสดุ"]);
    await page.getByRole("link", { name: "บัตร / สิทธิ์เข้าระบบ" }).click();
    await heading(page, "บัตร / สิทธิ์เข้าระบบ").waitFor();
    expect(await formNames(page)).not.toContain("ขอยืม");
    const other = await openMiniApp(teacher, "/forms?need=no-such-need");
    await heading(other, "ยืม / ขอใช้ของ").waitFor();
    expect(await formNames(other)).toContain("แจ้งซ่อม");
  });

  it("shows the centre's own forms to staff alone, in their own part", async () => {
    const staffs = await openMiniApp(await office.staff("ชูใจ ตัวอย่าง"), "/forms");
    const own = staffs.getByRole("region", { name: "สำหรับเจ้าหน้าที่" });
    await own.getByRole("link", { name: /รายงานผลรอบปี/ }).waitFor();
    expect(await own.getByRole("link", { name: /^ขอยืม/ }).count()).toBe(0);
    await isReadable(staffs);
    const teachers = await openMiniApp(await office.teacher("ครูทั่วไป ตัวอย่าง"), "/forms");
    await heading(teachers, "ยืม / ขอใช้ของ").waitFor();
    expect(await formNames(teachers)).not.toContain("รายงานผลรอบปี");
    expect(await heading(teachers, "สำหรับเจ้าหน้าที่").count()).toBe(0);
  });

  it.each(["/forms", "/forms?by=process", "/forms?q=หมึก", "/forms?q=ฮฮฮฮ"])(
    "%s can be read with big text on a narrow phone, in the dark",
    async (path) => {
      const page = await openMiniApp(await office.staff("ตัวใหญ่ ตัวอย่าง"), path, { context: narrow });
      await page.getByRole("heading", { level: 2 }).or(page.getByText(/^พบ/)).first().waitFor();
      await page.addStyleTag({ content: "html { font-size: 200% !important; }" });
      await isReadable(page);
    },
  );
});
