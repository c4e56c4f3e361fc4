import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { getDraft, saveDraft } from "#models/contracts/drafts.contract.ts";
import { FileModel } from "#models/documents/file.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { idCardRequestForm } from "#models/requests/id-card-request/id-card-request.form.ts";
import { purchaseForm } from "#models/requests/purchase/purchase.form.ts";
import { apiAs } from "#test/support/api.ts";
import { fillForm, smallPdf } from "#test/support/mini-app/fill-form.ts";
import { isReadable } from "#test/support/mini-app/readable.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import { timelyExamples } from "#test/support/timely.ts";

const { office, openMiniApp } = useMiniApp();

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const field = (page: Page, key: string) => page.locator(`[data-field="${key}"]`);
const isFocused = (page: Page, selector: string) => page.locator(selector).evaluate((box) => box === document.activeElement);
const saved = (page: Page) => page.getByText("บันทึกแบบร่างแล้ว").waitFor();
const filed = (page: Page) => page.getByRole("heading", { name: "รับเรื่องแล้วค่ะ" }).waitFor();
const newest = async ({ personId }: { personId: string }) =>
  (await RequestModel.find({ filedById: personId }).sort({ createdAt: -1 }).lean())[0];
const [purchase = {}, software = {}] = timelyExamples(purchaseForm);
const [card = {}] = timelyExamples(idCardRequestForm);

describe("a table of rows", () => {
  it("sums up as it is typed, in words too, and reads what people type in a cell", async () => {
    const page = await openMiniApp(await office.teacher("ครูคิดยอด ตัวอย่าง"), "/new/purchase");
    const items = field(page, "items");
    await items.getByLabel("จำนวน").fill("๑๒");
    await items.getByLabel("ราคา/หน่วย").fill("1,250 บาท");
    await items.locator("output").getByText("15,000 บาท").waitFor();
    await items.getByText("หนึ่งหมื่นห้าพันบาทถ้วน").waitFor();
    await items.getByLabel("หน่วย", { exact: true }).fill("กล่อง");
    expect(await items.getByLabel("จำนวน").inputValue()).toBe("12");
    expect(await items.getByLabel("ราคา/หน่วย").inputValue()).toBe("1,250");
    await items.getByLabel("จำนวน").fill("เยอะมาก");
    await items.getByLabel("หน่วย", { exact: true }).focus();
    await items.getByText(/ขอเป็นจำนวนเต็ม/).waitFor();
    await isReadable(page);
  });

  it("is filled by keys alone: Enter goes down a column and makes the next row, and never sends the form", async () => {
    const page = await openMiniApp(await office.teacher("ครูใช้คีย์ ตัวอย่าง"), "/new/purchase", { screen: "desk" });
    const items = field(page, "items");
    await items.locator('[name="items.0.quantity"]').fill("1");
    await page.keyboard.press("Enter");
    await items.getByText("รายการที่ 2").waitFor({ state: "attached" });
    await items.locator('[name="items.1.quantity"]').fill("2");
    await items.locator('[name="items.0.unit"]').focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => isFocused(page, '[name="items.1.unit"]')).toBe(true);
    expect(await page.getByText(/ด้วยนะคะ/).count()).toBe(0);
    await isReadable(page);
  });

  it("takes a row out and gives it back", async () => {
    const page = await openMiniApp(await office.teacher("ครูลบแถว ตัวอย่าง"), "/new/purchase");
    await fillForm(page, purchaseForm, { items: purchase.items });
    const items = field(page, "items");
    await button(page, "ลบรายการที่ 1").click();
    expect(await items.getByLabel("รายการ", { exact: true }).inputValue()).toBe("เครื่องพิมพ์เลเซอร์ขาวดำ");
    await items.getByText("ลบรายการที่ 1 แล้ว").waitFor();
    await expect.poll(() => button(page, "เอากลับ").evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    expect(await items.getByLabel("รายการ", { exact: true }).first().inputValue()).toBe("เครื่องคอมพิวเตอร์โน้ตบุ๊ก");
    await items.getByText("118,900 บาท").waitFor();
  });

  it("says which row lacks what, and leads to that cell", async () => {
    const page = await openMiniApp(await office.teacher("ครูกรอกขาด ตัวอย่าง"), "/new/purchase");
    const [first = {}, second = {}] = purchase.items ?? [];
    await fillForm(page, purchaseForm, { ...purchase, items: [first, { ...second, unit: undefined }] });
    await button(page, "ส่งขอซื้อ").click();
    await page.getByText("รายการที่ 2: กรอกหน่วยด้วยนะคะ").waitFor();
    await expect.poll(() => isFocused(page, '[name="items.1.unit"]')).toBe(true);
    await isReadable(page);
  });
});

describe("rules across fields", () => {
  it("speak as soon as what they look at is filled, and fall silent when it is right", async () => {
    const page = await openMiniApp(await office.teacher("ครูเกินงบ ตัวอย่าง"), "/new/purchase");
    await fillForm(page, purchaseForm, { items: software.items });
    expect(await page.getByText("ยอดรวมเกินวงเงิน").count()).toBe(0);
    const budget = page.getByLabel("วงเงินที่ใช้ได้");
    await budget.fill("12,000");
    await field(page, "items").getByText("ยอดรวมเกินวงเงิน").waitFor();
    await budget.fill("15000");
    await budget.blur();
    await page.getByText("หนึ่งหมื่นห้าพันบาทถ้วน").waitFor();
    expect(await page.getByText("ยอดรวมเกินวงเงิน").count()).toBe(0);
  });

  it("show a field only where it is needed, and count it then", async () => {
    const page = await openMiniApp(await office.teacher("ครูซื้อโปรแกรม ตัวอย่าง"), "/new/purchase");
    expect(await page.getByLabel("จำนวน license").count()).toBe(0);
    await page.getByRole("radio", { name: "Software" }).check();
    await page.getByLabel("จำนวน license").waitFor();
    await page.getByText("ตอบแล้ว 2 จาก 10").waitFor();
  });
});

describe("files", () => {
  it("keep their names, wait for the network, and come with a reload", async () => {
    const teacher = await office.teacher("ครูแนบไฟล์ ตัวอย่าง");
    const page = await openMiniApp(teacher, "/new/purchase");
    await fillForm(page, purchaseForm, { ...purchase, offerFiles: undefined, attachments: undefined });
    let cut = 0;
    await page.route("**/api/documents/*", async (route) => {
      cut += 1;
      if (cut > 2) return route.continue();
      if (cut === 1) await route.fetch();
      await route.abort("connectionreset");
    });
    const pdf = { name: "ใบเสนอราคา ร้านหนึ่ง.pdf", mimeType: "application/pdf", buffer: smallPdf };
    await field(page, "offerFiles").locator("input[type=file]").setInputFiles([pdf]);
    await field(page, "offerFiles").getByText("ส่งแล้ว").waitFor();
    await saved(page);
    await page.reload();
    await field(page, "offerFiles").getByText("ใบเสนอราคา ร้านหนึ่ง.pdf").waitFor();
    await button(page, "ส่งขอซื้อ").click();
    await filed(page);
    expect((await newest(teacher))?.answers.offerFiles).toHaveLength(1);
    expect(await FileModel.countDocuments({ ownerChatId: teacher.userId })).toBe(1);
  });

  it("of a kind that is not taken are refused with what to do, and the rest of the form stays", async () => {
    const page = await openMiniApp(await office.teacher("ครูไฟล์ผิด ตัวอย่าง"), "/new/purchase");
    await page.getByLabel("เหตุผลความจำเป็น").fill("ทดแทนเครื่องเดิมที่ชำรุด");
    const files = field(page, "offerFiles");
    await files.locator("input[type=file]").setInputFiles([
      { name: "เก่า.doc", mimeType: "application/msword", buffer: Buffer.from("เก่า") },
      { name: "โกหก.pdf", mimeType: "application/pdf", buffer: Buffer.from("ไม่ใช่ PDF") },
    ]);
    await files.getByText("บันทึกเป็น .docx หรือ PDF").waitFor();
    await expect.poll(() => files.locator("li.refused").count()).toBe(2);
    await isReadable(page);
    await button(page, "ลบ เก่า.doc").click();
    await button(page, "ลบ โกหก.pdf").click();
    expect(await page.getByLabel("เหตุผลความจำเป็น").inputValue()).toBe("ทดแทนเครื่องเดิมที่ชำรุด");
  });
});

describe("levels, consent and signature", () => {
  it("are given by keys alone, and read well with big text on a narrow phone in the dark", async () => {
    const context = { viewport: { width: 320, height: 640 }, colorScheme: "dark" } as const;
    const page = await openMiniApp(await office.teacher("ครูให้ระดับ ตัวอย่าง"), "/new/monitor_feedback", { context });
    const grid = page.locator("[data-field] .grid").first();
    await grid.waitFor();
    await page.addStyleTag({ content: "html { font-size: 200%; }" });
    await grid.locator("input").first().focus();
    await page.keyboard.press("ArrowRight");
    expect(await grid.getByRole("radio", { name: "4 มาก", exact: true }).first().isChecked()).toBe(true);
    await button(page, /^ส่ง/).click();
    await page.getByText(/เลือกระดับของ/).waitFor();
    await isReadable(page);
  });

  it("a consent is never given beforehand; a signature is drawn, undone and drawn again", async () => {
    const teacher = await office.teacher("ครูลงชื่อ ตัวอย่าง");
    const page = await openMiniApp(teacher, "/new/id_card_request");
    const boxes = page.getByRole("checkbox", { name: "ยอมรับ" });
    await boxes.first().waitFor();
    expect(await boxes.evaluateAll((all) => all.filter((one) => (one as HTMLInputElement).checked).length)).toBe(0);
    await fillForm(page, idCardRequestForm, { ...card, acceptsRules: undefined, attachments: undefined });
    await fillForm(page, idCardRequestForm, { signature: [[600, 100, 700, 200]] });
    await button(page, "ลบเส้นล่าสุด").click();
    await button(page, "เอาเส้นกลับ").click();
    await button(page, "ลบเส้นล่าสุด").click();
    await button(page, "ส่งขอบัตรผู้ใช้งานระบบ").click();
    await page.getByText(`ยอมรับ${idCardRequestForm.fields.acceptsRules.label}ด้วยนะคะ`).waitFor();
    await isReadable(page);
    await boxes.first().check();
    await button(page, "ส่งขอบัตรผู้ใช้งานระบบ").click();
    await filed(page);
    expect((await newest(teacher))?.answers.signature).toHaveLength(1);
  });

  it("who cannot draw puts a cross, by keys too, and is told what stands for it", async () => {
    const page = await openMiniApp(await office.teacher("ครูวาดไม่ได้ ตัวอย่าง"), "/new/id_card_request");
    await button(page, "วาดไม่ได้ ใช้กากบาทแทน").focus();
    await page.keyboard.press("Enter");
    await page.getByText("ใส่กากบาทแทนลายมือชื่อแล้วค่ะ").waitFor();
    await isReadable(page);
  });
});

describe("a long draft", () => {
  it("is taken up on another phone whole: days, signature, rows half typed", async () => {
    const teacher = await office.teacher("ครูร่างยาว ตัวอย่าง");
    const first = await openMiniApp(teacher, "/new/id_card_request");
    await fillForm(first, idCardRequestForm, { ...card, attachments: undefined });
    await saved(first);
    const second = await openMiniApp(teacher, "/new/id_card_request");
    await second.getByText("ทำต่อจากที่กรอกไว้ค่ะ").waitFor();
    expect(await second.locator("svg.pad polyline").count()).toBe(1);
    expect(await field(second, "period").locator("input").nth(1).inputValue()).toBe("30 ก.ย. 70");
    const api = apiAs(office, teacher);
    const id = crypto.randomUUID();
    // Half typed, as only a draft may be.
    const half = { items: [{ name: "หมึก", quantity: "สิบกว่า" }, {}], budget: "ประมาณหมื่น" };
    await api.ask(saveDraft, { params: { id }, body: { formId: "purchase", formVersion: 1, answers: half, revision: 0 } });
    expect((await api.ask(getDraft, { params: { id } })).answers).toEqual(half);
  });
});
