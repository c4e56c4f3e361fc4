import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { systemClock } from "#bot/platform/clock.ts";
import { systemIds } from "#bot/platform/ids.ts";
import { createInvitation } from "#bot/services/people/create-invitation.ts";
import { doTransition, submitRequest } from "#models/contracts/requests.contract.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import { openCatalogue } from "#models/requests/open-catalogue.ts";
import { repairForm } from "#models/requests/repair/repair.form.ts";
import { apiAs } from "#test/support/api.ts";
import { isReadable } from "#test/support/mini-app/readable.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";

const { office, openMiniApp, newPhone, addressOf } = useMiniApp();

type Someone = { userId: string };

/** A printer is reported; gives the request. */
function reports(by: Someone, symptom = "กระดาษติด") {
  const school = { code: null, name: "โรงเรียนตัวอย่าง" };
  const answers = { device: "เครื่องพิมพ์", symptom, place: "ห้อง 1", category: "printer", urgency: "normal", school };
  const body = { formId: "repair", formVersion: repairForm.version, draftId: randomUUID(), answers };
  return apiAs(office, by).ask(submitRequest, { body });
}

function does(by: Someone, { id, state }: { id: string; state: string }, transition: string, answers: Record<string, unknown> = {}) {
  const formVersion = catalogue[0]?.workflow.transitions[transition]?.form?.version ?? null;
  return apiAs(office, by).ask(doTransition, { params: { id, transition }, body: { offeredIn: state, formVersion, answers } });
}

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });

describe("Home", () => {
  it("says what to do where there is nothing yet", async () => {
    const teacher = await office.teacher("ครูว่าง ตัวอย่าง");
    const page = await openMiniApp(teacher);
    await page.getByText("ไม่มีเรื่องค้างค่ะ").waitFor();
    await isReadable(page);
    await page.getByRole("link", { name: "เรื่องที่แจ้ง" }).click();
    await heading(page, "เรื่องที่แจ้ง").waitFor();
    await page.getByText("อุปกรณ์หรืออินเทอร์เน็ตมีปัญหา แจ้งได้เลยนะคะ").waitFor();
    await isReadable(page);
    await page.getByRole("button", { name: "แจ้งซ่อม" }).click();
    await expect.poll(() => page.url()).toMatch(/\/liff\/new\/repair$/);
  });

  it("puts the question that waits for the teacher first, and a press begins the answer", async () => {
    const teacher = await office.teacher("ครูรอตอบ ตัวอย่าง");
    const technician = await office.staff("มานะ ตัวอย่าง");
    await reports(teacher, "สีจาง");
    const asked = await does(technician, await reports(teacher), "accept");
    await does(technician, asked, "ask", { reason: "รุ่นอะไรคะ" });
    const page = await openMiniApp(teacher);
    await page.getByText("รุ่นอะไรคะ").waitFor();
    await page.getByRole("region", { name: "ข่าวล่าสุด" }).getByText("ขอข้อมูลเพิ่ม").waitFor();
    expect(await page.getByRole("heading", { level: 2 }).allInnerTexts()).toEqual(
      expect.arrayContaining(["รอคำตอบจากคุณ", "งานที่กำลังดำเนินการ"]),
    );
    await isReadable(page);
    await page.getByRole("button", { name: "ตอบช่าง" }).click();
    await expect.poll(() => page.url()).toContain(`/liff/requests/${asked.id}`);
    await page.getByRole("dialog").getByText("รุ่นอะไรคะ").waitFor();
  });

  it("moves with the work while it is open", async () => {
    const teacher = await office.teacher("ครูเฝ้าดู ตัวอย่าง");
    const technician = await office.staff("มานี ตัวอย่าง");
    const request = await reports(teacher);
    const page = await openMiniApp(teacher);
    const card = page.getByRole("link", { name: request.number });
    await card.getByText("รอรับเรื่อง").waitFor();
    await does(technician, request, "accept");
    await card.getByText("รับเรื่องแล้ว").waitFor({ timeout: 5_000 });
  });

  it("shows staff how the desk stands, and an administrator the way to the settings", async () => {
    const technician = await office.staff("ชูใจ ตัวอย่าง");
    await does(technician, await reports(await office.teacher("ครูแจ้ง ตัวอย่าง")), "accept");
    const page = await openMiniApp(technician, "/", { screen: "desk" });
    await page.getByRole("link", { name: "1 งานในมือ" }).waitFor();
    await isReadable(page);
    await page.getByRole("link", { name: "ยังไม่มีผู้รับ" }).click();
    await expect.poll(() => page.url()).toMatch(/\/liff\/desk\?list=unassigned$/);
    const admin = await openMiniApp(await office.admin("ผู้ดูแล ตัวอย่าง"));
    await admin.getByRole("link", { name: "ตั้งค่าและดูแลระบบ" }).waitFor();
  });

  it("can be read with big text on a narrow phone, in the dark", async () => {
    const teacher = await office.teacher("ครูตัวใหญ่ ตัวอย่าง");
    await reports(teacher, "กระดาษติดทุกครั้งที่สั่งพิมพ์เอกสารราชการมากกว่าหนึ่งหน้า");
    const context = { viewport: { width: 320, height: 640 }, colorScheme: "dark" } as const;
    const page = await openMiniApp(teacher, "/", { context });
    await page.getByText("งานที่กำลังดำเนินการ").waitFor();
    await page.addStyleTag({ content: "html { font-size: 200%; }" });
    await isReadable(page);
    await page.getByRole("link", { name: "เรื่องที่แจ้ง" }).click();
    await page.getByRole("link", { name: "เครื่องพิมพ์" }).waitFor();
    await isReadable(page);
  });

  it("that slept opens its live updates anew when they were silent too long, and only then", async () => {
    const page = await newPhone(await office.teacher("ครูจอดับ ตัวอย่าง"));
    await page.clock.install();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const count = (path: string) => asked.filter((one) => one === path).length;
    const looksAgain = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.goto(addressOf("/"));
    await page.getByText("ไม่มีเรื่องค้างค่ะ").waitFor();
    await expect.poll(() => count("/api/live")).toBe(1);
    const before = count("/api/home");
    await looksAgain();
    await expect.poll(() => count("/api/home")).toBeGreaterThan(before);
    expect(count("/api/live")).toBe(1);
    await page.clock.fastForward(46_000);
    await looksAgain();
    await expect.poll(() => count("/api/live")).toBe(2);
  });

  it("of staff lets a reading come to its end, however much happens meanwhile", async () => {
    const teacher = await office.teacher("ครูหลายเรื่อง ตัวอย่าง");
    const page = await openMiniApp(await office.staff("สายไหม ตัวอย่าง"));
    const counts = page.getByRole("region", { name: "งานเจ้าหน้าที่" });
    await counts.waitFor();
    const broken: string[] = [];
    page.on("requestfailed", (request) => broken.push(request.url()));
    const begun = page.waitForRequest("**/api/home");
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route("**/api/home", async (route) => {
      await held;
      await route.continue();
    });
    await reports(teacher, "จอดับ 1");
    await begun;
    for (let more = 2; more <= 16; more += 1) await reports(teacher, `จอดับ ${more}`);
    goOn();
    await counts.getByRole("link", { name: /^(1[6-9]|[2-9]\d) ยังไม่มีผู้รับ/ }).waitFor();
    expect(broken).toEqual([]);
  });
});

describe("One's requests", () => {
  it("are read on by the page, and the finished ones stand apart", async () => {
    const teacher = await office.teacher("ครูหลายเรื่อง ตัวอย่าง");
    const first = await reports(teacher, "เรื่องแรก");
    for (let at = 0; at < 20; at += 1) await reports(teacher, `เรื่องต่อมา ${at}`);
    await does(teacher, first, "withdraw");
    const page = await openMiniApp(teacher, "/requests?list=closed");
    await page.getByRole("link", { name: first.number }).waitFor();
    await page.getByRole("link", { name: "กำลังดำเนินการ" }).click();
    await page.getByRole("link", { name: "เรื่องต่อมา 19" }).waitFor();
    const more = page.getByRole("button", { name: "ดูเพิ่มเติม" });
    if (await more.isVisible()) await more.click();
    await page.getByRole("link", { name: "เรื่องต่อมา 0" }).waitFor();
  });
});

describe("The first visit", () => {
  it("gives the notice, asks who one is, asks to add the bot, and goes on to the page that was wanted", async () => {
    const stranger = await office.line.user("สมใจ", { isFriend: false });
    const page = await openMiniApp(stranger, "/requests?list=closed", { isSignedIn: "never" });
    await heading(page, /ยินดีต้อนรับ/).waitFor();
    await page.getByText("เจ้าหน้าที่ที่เกี่ยวข้องเท่านั้นที่เห็น").waitFor();
    await isReadable(page);

    await page.getByRole("button", { name: "รับทราบและเริ่มใช้งาน" }).click();
    await page.getByText("กรอกชื่อด้วยนะคะ").waitFor();
    await page.getByRole("combobox", { name: "โรงเรียน" }).fill("บ้านหนองไผ่");
    await page.getByRole("option", { name: "โรงเรียนบ้านหนองไผ่แก้ว" }).click();
    await page.getByLabel("ชื่อ", { exact: true }).fill("สมใจ ตัวอย่าง");
    await page.getByRole("button", { name: "ธุรการโรงเรียน" }).click();
    await page.getByRole("button", { name: "รับทราบและเริ่มใช้งาน" }).click();

    await page.getByRole("button", { name: "เพิ่มเพื่อนใน LINE" }).waitFor();
    await isReadable(page);
    await page.getByRole("button", { name: "ไปต่อ" }).click();
    await heading(page, "เรื่องที่แจ้ง").waitFor();
    expect(page.url()).toMatch(/\/liff\/requests\?list=closed$/);
  });

  it("takes up an invitation's role once its receiver presses, and the menu follows", async () => {
    const teacher = await office.teacher("ครูรับเชิญ ตัวอย่าง");
    const services = { catalogue: openCatalogue(catalogue), clock: systemClock, newId: systemIds.next };
    const { code } = await createInvitation(services, { role: "admin", scope: { kind: "office" } });
    const page = await openMiniApp(teacher, `/invite/${code}`);
    await page.getByRole("button", { name: "ใช้รหัสนี้" }).waitFor();
    await isReadable(page);
    await page.getByRole("button", { name: "ใช้รหัสนี้" }).click();
    await heading(page, /รับสิทธิ์ .+ แล้วค่ะ/).waitFor();
    await page.getByRole("link", { name: "ผู้ดูแล" }).waitFor();

    const again = await openMiniApp(teacher, `/invite/${code}`);
    await again.getByRole("button", { name: "ใช้รหัสนี้" }).click();
    await heading(again, /รับสิทธิ์ .+ แล้วค่ะ/).waitFor();

    const other = await openMiniApp(await office.teacher("ครูได้รหัสต่อ ตัวอย่าง"), `/invite/${code}`);
    await other.getByRole("button", { name: "ใช้รหัสนี้" }).click();
    await other.getByText("รหัสเชิญนี้ใช้ไปแล้วค่ะ").waitFor();
  });
});
