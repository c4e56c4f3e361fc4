import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { FileModel } from "#models/documents/file.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import { photoOf } from "#test/support/repairs.ts";

const { office, openMiniApp, newPhone, addressOf } = useMiniApp();

/** No fault that axe finds, and nothing that runs out of the screen's side. */
async function isReadable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(width, "something runs out of the screen's side").toBe(0);
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const submit = (page: Page) => button(page, /^(ส่งแจ้งซ่อม|กำลังส่ง|จะส่งเมื่อมีสัญญาณ)/);
const filedBy = ({ personId }: { personId: string }) => RequestModel.find({ filedById: personId }).lean();
const photo = async (name: string, shade: number) => ({ name, mimeType: "image/jpeg", buffer: await photoOf(shade, 900) });

/** All that must be answered; the school is known. */
async function fillIn(page: Page, symptom = "กระดาษติดทุกแผ่น"): Promise<void> {
  await page.getByLabel("อุปกรณ์").fill("เครื่องพิมพ์");
  await page.getByLabel("อาการ").fill(symptom);
  await page.getByLabel("สถานที่").fill("ห้องธุรการ");
  await page.getByLabel("ประเภทงาน").selectOption({ label: "ปริ้นเตอร์/สแกน" });
  await page.getByRole("radio", { name: "ปกติ" }).check();
}

describe("the full repair form", () => {
  it("is sent with the school known already, and says number, time and what happens next", async () => {
    const teacher = await office.teacher("ครูกรอกครบ ตัวอย่าง", { phone: "081-234-5678" });
    const page = await openMiniApp(teacher, "/new/repair");
    await page.getByText("ตอบแล้ว 1 จาก 6 ข้อที่จำเป็น").waitFor();
    expect(await page.getByRole("combobox", { name: "โรงเรียน" }).inputValue()).toBe("โรงเรียนบ้านหนองไผ่แก้ว");
    expect(await page.getByLabel("เบอร์โทร").inputValue()).toBe("081-234-5678");
    await isReadable(page);
    await fillIn(page);
    await page.getByLabel("หมายเลขครุภัณฑ์").fill("https://asset.example/view/7440-001-0001-69");
    await page.getByText("ตอบแล้ว 6 จาก 6 ข้อที่จำเป็น").waitFor();
    await page.getByText("บันทึกแบบร่างแล้ว").waitFor();
    await submit(page).click();
    await page.getByRole("heading", { name: "รับเรื่องแล้วค่ะ" }).waitFor();
    await isReadable(page);
    const [request] = await filedBy(teacher);
    await page.getByText(request?.number ?? "").waitFor();
    expect(request?.answers).toMatchObject({ assetNumber: "7440-001-0001-69", category: "printer", phone: "081-234-5678" });
    await button(page, "ดูเรื่องนี้").click();
    await page.getByText("รอรับเรื่อง").waitFor();
  });

  it("shows what is missing at its fields, leads to the first, and forgives as soon as it is right", async () => {
    const page = await openMiniApp(await office.teacher("ครูลืมกรอก ตัวอย่าง"), "/new/repair");
    await submit(page).click();
    await page.getByText("กรอกอาการด้วยนะคะ").waitFor();
    const device = page.getByLabel("อุปกรณ์");
    await expect.poll(() => device.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await device.getAttribute("aria-describedby")).toContain("error");
    await isReadable(page);
    await device.pressSequentially("จอ");
    expect(await page.getByText("กรอกอุปกรณ์ด้วยนะคะ").count()).toBe(0);
    await page.getByLabel("เบอร์โทร").fill("08123");
    await page.getByLabel("อาการ").focus();
    await page.getByText("ขอเบอร์โทรที่มีตัวเลขครบนะคะ").waitFor();
  });

  it("chooses kind and urgency from what is typed, as the chat does, and leaves what the person chose", async () => {
    const page = await openMiniApp(await office.teacher("ครูพิมพ์เร็ว ตัวอย่าง"), "/new/repair");
    await page.getByLabel("อุปกรณ์").fill("เครื่องพิมพ์");
    await page.getByLabel("อาการ").fill("กระดาษติด พิมพ์ข้อสอบไม่ได้ สอบพรุ่งนี้");
    await expect.poll(() => page.getByLabel("ประเภทงาน").inputValue()).toBe("printer");
    expect(await page.getByRole("radio", { name: "ด่วนที่สุด" }).isChecked()).toBe(true);
    await page.getByRole("radio", { name: "ปกติ" }).check();
    await page.getByLabel("อุปกรณ์").fill("อินเทอร์เน็ต");
    await page.getByLabel("อาการ").fill("มีควันขึ้นจากตัวปล่อยสัญญาณ เข้าเน็ตไม่ได้");
    await page.getByText("ถอดปลั๊ก").waitFor();
    await expect.poll(() => page.getByLabel("ประเภทงาน").inputValue()).toBe("network");
    expect(await page.getByRole("radio", { name: "ปกติ" }).isChecked()).toBe(true);
  });

  it("finds a school by some letters with the keyboard, or takes the name as typed", async () => {
    const page = await openMiniApp(await office.teacher("ครูย้าย ตัวอย่าง"), "/new/repair");
    const school = page.getByRole("combobox", { name: "โรงเรียน" });
    await school.fill("ทุ่งสว่าง");
    await page.getByRole("option", { name: "โรงเรียนวัดทุ่งสว่าง" }).waitFor();
    await isReadable(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await school.inputValue()).toBe("โรงเรียนวัดทุ่งสว่าง");
    await school.fill("โรงเรียนนอกทะเบียน");
    await page.getByRole("option", { name: "ใช้ชื่อที่พิมพ์: โรงเรียนนอกทะเบียน" }).click();
    expect(await school.inputValue()).toBe("โรงเรียนนอกทะเบียน");
  });

  it("makes one request of two hurried presses, and of a second try after a lost answer", async () => {
    const teacher = await office.teacher("ครูใจร้อน ตัวอย่าง");
    const page = await openMiniApp(teacher, "/new/repair");
    let isLost = false;
    await page.route("**/api/requests", async (route) => {
      if (isLost) return route.continue();
      isLost = true;
      await route.fetch();
      await route.abort();
    });
    await fillIn(page);
    await submit(page).dblclick();
    await page.getByText("พอต่อได้จะส่งให้ทันทีนะคะ").waitFor();
    await submit(page).click();
    await page.getByRole("heading", { name: "รับเรื่องแล้วค่ะ" }).waitFor();
    expect(await filedBy(teacher)).toHaveLength(1);
  });

  it("keeps what was typed without a network, over a reload too, and sends it when the network is back", async () => {
    const teacher = await office.teacher("ครูเน็ตหลุด ตัวอย่าง");
    const page = await openMiniApp(teacher, "/new/repair");
    await page.getByLabel("อุปกรณ์").waitFor();
    await page.context().setOffline(true);
    await fillIn(page, "จอดับเป็นพัก ๆ");
    await page.getByText("ออฟไลน์ เก็บไว้ในเครื่องแล้ว").waitFor();
    await page.context().setOffline(false);
    await page.reload();
    await page.getByText("ทำต่อจากที่กรอกไว้ค่ะ").waitFor();
    expect(await page.getByLabel("อาการ").inputValue()).toBe("จอดับเป็นพัก ๆ");
    await page.getByText("บันทึกแบบร่างแล้ว").waitFor();
    await page.context().setOffline(true);
    await submit(page).click();
    await page.getByText("ยังไม่มีอินเทอร์เน็ตค่ะ").waitFor();
    await page.context().setOffline(false);
    await page.getByRole("heading", { name: "รับเรื่องแล้วค่ะ" }).waitFor();
    expect(await filedBy(teacher)).toHaveLength(1);
  });

  it("goes on with a draft on another phone, and is thrown away only after asking", async () => {
    const teacher = await office.teacher("ครูสองเครื่อง ตัวอย่าง");
    const first = await openMiniApp(teacher, "/new/repair");
    await first.getByLabel("อาการ").fill("เปิดไม่ติด");
    await first.getByText("บันทึกแบบร่างแล้ว").waitFor();
    const second = await openMiniApp(teacher, "/new/repair");
    await second.getByText("ทำต่อจากที่กรอกไว้ค่ะ").waitFor();
    await second.getByText("บันทึกแบบร่างแล้ว").waitFor();
    expect(await second.getByLabel("อาการ").inputValue()).toBe("เปิดไม่ติด");
    await second.getByLabel("อุปกรณ์").fill("คอมพิวเตอร์");
    await second.getByText("บันทึกแบบร่างแล้ว").waitFor();
    await first.getByLabel("สถานที่").fill("ห้องพักครู");
    await first.getByText("เปลี่ยนตามแชตหรืออีกเครื่องแล้วค่ะ: อุปกรณ์").waitFor();
    expect(await first.getByLabel("อุปกรณ์").inputValue()).toBe("คอมพิวเตอร์");
    expect(await first.getByLabel("สถานที่").inputValue()).toBe("ห้องพักครู");
    await button(first, "ทิ้งแบบร่างนี้").click();
    await isReadable(first);
    await first.getByRole("dialog").getByRole("button", { name: "ทิ้งแบบร่าง" }).click();
    await expect.poll(() => first.getByLabel("อาการ").inputValue()).toBe("");
    await second.reload();
    await second.getByText("ตอบแล้ว 1 จาก 6").waitFor();
  });

  it("says at once what is too long, and keeps all the rest of the draft all the same", async () => {
    const teacher = await office.teacher("ครูเล่ายาว ตัวอย่าง");
    const page = await openMiniApp(teacher, "/new/repair");
    const symptom = page.getByLabel("อาการ");
    const told = "เปิดไม่ติด ".repeat(500).trim();
    await symptom.fill(told);
    await page.getByText("ไม่เกิน 1000 ตัวอักษร").waitFor();
    await page.getByText(`${told.length} / 1000 ตัวอักษร`).waitFor();
    expect((await symptom.boundingBox())?.height).toBeLessThan(400);
    await page.setInputFiles("input[multiple]", [await photo("a.jpg", 40)]);
    await page.getByText("ส่งแล้ว").waitFor();
    await page.getByText("บันทึกแบบร่างแล้ว").waitFor();
    await page.reload();
    await page.getByText("ส่งแล้ว").waitFor();
    expect(await symptom.inputValue()).toBe(told);
  });

  it("is a page of its own way on where there is no such form", async () => {
    const page = await openMiniApp(await office.teacher("ครูลิงก์เก่า ตัวอย่าง"), "/new/unknown");
    await page.getByRole("heading", { name: "ไม่พบแบบฟอร์มนี้" }).waitFor();
    await isReadable(page);
    await button(page, "ไปหน้าแรก").click();
    await page
      .getByRole("link", { name: /แจ้งซ่อม/ })
      .first()
      .waitFor();
  });

  it("can be read with big text on a narrow phone, in the dark", async () => {
    const context = { viewport: { width: 320, height: 640 }, colorScheme: "dark" } as const;
    const page = await openMiniApp(await office.teacher("ครูตัวใหญ่ ตัวอย่าง"), "/new/repair", { context });
    await page.getByLabel("อาการ").waitFor();
    await page.addStyleTag({ content: "html { font-size: 200%; }" });
    await page.setInputFiles("input[multiple]", await photo("a.jpg", 90));
    await page.getByText("ส่งแล้ว").waitFor();
    await submit(page).click();
    await isReadable(page);
  });
});

describe("pictures", () => {
  it("go on by themselves after the network was cut in the middle, and the form waits for them", async () => {
    const teacher = await office.teacher("ครูส่งรูป ตัวอย่าง");
    const page = await openMiniApp(teacher, "/new/repair");
    await fillIn(page);
    let cut = 0;
    await page.route("**/api/files/*", async (route) => {
      cut += 1;
      if (cut > 3) return route.continue();
      // The bytes arrive, the answer does not: the second try under the same id is the same file.
      if (cut === 1) await route.fetch();
      await route.abort("connectionreset");
    });
    await page.setInputFiles("input[multiple]", await Promise.all([photo("a.jpg", 40), photo("b.jpg", 90), photo("c.jpg", 200)]));
    await submit(page).click();
    await button(page, /^กำลังส่งรูป [0-2]\/3/).waitFor();
    await page.getByRole("heading", { name: "รับเรื่องแล้วค่ะ" }).waitFor();
    const [request] = await filedBy(teacher);
    expect(request?.answers.photos).toHaveLength(3);
    expect(await FileModel.countDocuments({ ownerChatId: teacher.userId })).toBe(3);
  });

  it("survive a reload while the network is away", async () => {
    const teacher = await office.teacher("ครูโหลดใหม่ ตัวอย่าง");
    const page = await newPhone(teacher);
    let isCut = true;
    await page.route("**/api/files/*", (route) => (isCut ? route.abort() : route.continue()));
    await page.goto(addressOf("/new/repair"));
    await page.getByLabel("อาการ").fill("ภาพแตก");
    await page.setInputFiles("input[multiple]", [await photo("a.jpg", 40)]);
    await page.getByText("ต่ออินเทอร์เน็ตไม่ได้ค่ะ").waitFor();
    await page.getByText("บันทึกแบบร่างแล้ว").waitFor();
    isCut = false;
    page.on("dialog", (dialog) => dialog.accept());
    await page.reload();
    await page.getByText("ส่งแล้ว").waitFor();
    await page.getByText("บันทึกแบบร่างแล้ว").waitFor();
    expect(await FileModel.countDocuments({ ownerChatId: teacher.userId })).toBe(1);
  });

  it("are turned upright and made small on the phone; what is no picture is refused with what to do", async () => {
    const teacher = await office.teacher("ครูรูปใหญ่ ตัวอย่าง");
    const page = await openMiniApp(teacher, "/new/repair");
    const { default: sharp } = await import("sharp");
    const sideways = await sharp(await photoOf(60, 3000))
      .resize(3000, 1500, { fit: "fill" })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    await page.setInputFiles("input[multiple]", [
      { name: "big.jpg", mimeType: "image/jpeg", buffer: sideways },
      { name: "words.jpg", mimeType: "image/jpeg", buffer: Buffer.from("ไม่ใช่รูป") },
    ]);
    await page.getByText("ส่งแล้ว").waitFor();
    await page.getByText("ส่งได้เฉพาะรูปถ่าย (JPG, PNG) นะคะ").waitFor();
    const stored = await FileModel.findOne({ ownerChatId: teacher.userId, size: { $ne: null } }).lean();
    expect({ width: stored?.width, height: stored?.height }).toEqual({ width: 800, height: 1600 });
    await button(page, "ลบรูปที่ 2").click();
    expect(await page.getByText("ส่งได้เฉพาะรูปถ่าย").count()).toBe(0);
  });
});

describe("staff for a caller", () => {
  it("give the caller's name and telephone first; the request is the caller's", async () => {
    const technician = await office.staff("ช่างรับสาย ตัวอย่าง");
    const page = await openMiniApp(technician, "/new/repair?for=caller");
    await page.getByRole("heading", { name: "ผู้แจ้ง" }).waitFor();
    await fillIn(page);
    await submit(page).click();
    await page.getByText("กรอกชื่อผู้แจ้งด้วยนะคะ").waitFor();
    await page.getByLabel("ชื่อผู้แจ้ง").fill("ครูโทรมา ตัวอย่าง");
    await page.getByLabel("เบอร์โทรผู้แจ้ง").fill("0898765432");
    await page.getByRole("combobox", { name: "โรงเรียน" }).fill("ทุ่งสว่าง");
    await page.getByRole("option", { name: "โรงเรียนวัดทุ่งสว่าง" }).click();
    await isReadable(page);
    await submit(page).click();
    await page.getByRole("heading", { name: "รับเรื่องแล้วค่ะ" }).waitFor();
    const [request] = await filedBy(technician);
    expect(request?.requester).toMatchObject({ name: "ครูโทรมา ตัวอย่าง", phone: "089-876-5432" });
  });
});
