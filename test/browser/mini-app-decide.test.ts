import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { RequestModel } from "#models/documents/request.document.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import { materialUseForm } from "#models/requests/material-use/material-use.form.ts";
import { purchaseForm } from "#models/requests/purchase/purchase.form.ts";
import { isReadable } from "#test/support/mini-app/readable.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import { timelyExamples } from "#test/support/timely.ts";
import { walkIn } from "#test/support/walk.ts";

const { office, openMiniApp } = useMiniApp();
const { file, step } = walkIn(office);

type Person = Awaited<ReturnType<typeof office.teacher>>;
let teacher: Person;
let head: Person;
let director: Person;
beforeAll(async () => {
  teacher = await office.teacher("ครูขอซื้อ ตัวอย่าง");
  head = await office.head("หัวหน้าพิจารณา ตัวอย่าง", 1);
  director = await office.director("ผอ.พิจารณา ตัวอย่าง");
});

const dayMs = 86_400_000;
const neededOn = bangkokDate(new Date(Date.now() + 20 * dayMs));
const [, software = {}] = timelyExamples(purchaseForm);
const answers = { ...software, duty: "p1", neededOn };
const purchase = (changes: Record<string, unknown> = {}) => file(teacher, "purchase", { ...answers, ...changes });

const button = (of: Page | Locator, name: string) => of.getByRole("button", { name, exact: true });
const ladder = (page: Page) => page.getByRole("region", { name: "การพิจารณา" });
const card = (page: Page, number: string) => page.getByRole("article", { name: new RegExp(number) });
const said = (page: Page, words: string | RegExp) => page.getByRole("status").filter({ hasText: words }).waitFor();
const changed = (page: Page) => page.getByRole("region", { name: "มีการแก้ไข" });
const stateOf = async (id: string) => (await RequestModel.findById(id).lean())?.state;

/** The second of two presses: the sheet's own button. */
async function sends(page: Page, decision: string, reason?: string): Promise<void> {
  const sheet = page.getByRole("dialog", { name: decision });
  if (reason) await sheet.getByLabel("เหตุผล").fill(reason);
  await button(sheet, decision).click();
  await sheet.waitFor({ state: "hidden" });
}

describe("a request that two people decide on", () => {
  it("goes from the head's home to the director's, two presses each, and the requester's page tells each step", async () => {
    const { id, number } = await purchase();
    const hers = await openMiniApp(teacher, `/requests/${id}`);
    await ladder(hers).getByText("รอหัวหน้ากลุ่มงานเห็นชอบ").waitFor();
    await ladder(hers).getByText("รอ ผอ. อนุมัติ").waitFor();

    const heads = await openMiniApp(head);
    expect(await heads.getByRole("heading", { level: 2 }).first().innerText()).toContain("รอคุณตัดสินใจ");
    await card(heads, number).getByText("13,500").waitFor();
    await isReadable(heads);
    await button(card(heads, number), "เห็นชอบ").click();
    await sends(heads, "เห็นชอบ");
    await said(heads, "บันทึกความเห็นชอบ");

    const directors = await openMiniApp(director);
    await card(directors, number).waitFor();
    await isReadable(directors);
    await button(card(directors, number), "อนุมัติ").click();
    await sends(directors, "อนุมัติ");
    await said(directors, "บันทึกการอนุมัติ");
    expect(await stateOf(id)).toBe("approved");

    await ladder(hers).getByText("ผอ.พิจารณา ตัวอย่าง").waitFor({ timeout: 5_000 });
    expect(await ladder(hers).getByRole("listitem").count()).toBe(2);
    await isReadable(hers);
  });

  it("comes back with the reason, is corrected on the requester's phone, and is approved then", async () => {
    const { id } = await file(teacher, "material_use", { ...materialUseForm.examples[0], attachments: undefined, neededOn });
    const heads = await openMiniApp(head, `/requests/${id}`);
    await button(heads, "ส่งกลับให้แก้ไข").click();
    await button(heads.getByRole("dialog"), "ส่งกลับให้แก้ไข").click();
    await heads.getByText(/กรอกเหตุผลด้วยนะคะ/).waitFor();
    await sends(heads, "ส่งกลับให้แก้ไข", "ลดจำนวนลงหน่อยนะคะ");

    const hers = await openMiniApp(teacher, `/requests/${id}`);
    await hers.getByRole("region", { name: "รอคำตอบจากคุณ" }).getByText("ลดจำนวนลงหน่อยนะคะ").waitFor();
    await isReadable(hers);
    await button(hers, "แก้ไขแล้วส่งใหม่").click();
    await hers.waitForURL("**/correct/resubmit");
    await hers.locator('[data-field="items"]').getByLabel("จำนวน").first().fill("1");
    await button(hers, "แก้ไขแล้วส่งใหม่").click();
    await hers.waitForURL(`**/requests/${id}`);

    await changed(heads).getByText("แก้ไขแล้วส่งใหม่").waitFor();
    expect(await button(heads, "อนุมัติ").count()).toBe(0);
    await isReadable(heads);
    await button(heads, "อ่านแล้ว พิจารณาต่อ").click();
    await button(heads, "อนุมัติ").click();
    await sends(heads, "อนุมัติ");
    await ladder(hers).getByText("หัวหน้าพิจารณา ตัวอย่าง").waitFor({ timeout: 5_000 });
  });

  it("is refused with the reason, and nothing is left to decide", async () => {
    const { id } = await purchase();
    const heads = await openMiniApp(head, `/requests/${id}`);
    await button(heads, "ไม่อนุมัติ").click();
    await heads.getByRole("dialog", { name: "ไม่อนุมัติ" }).waitFor();
    await isReadable(heads);
    await sends(heads, "ไม่อนุมัติ", "ปีนี้งบหมดแล้วค่ะ");
    await ladder(heads).getByText("ไม่อนุมัติ").waitFor();
    expect(await button(heads, "เห็นชอบ").count()).toBe(0);
    expect(await stateOf(id)).toBe("refused");
  });

  it("is withdrawn by its requester once they said so twice", async () => {
    const { id } = await purchase();
    const hers = await openMiniApp(teacher, `/requests/${id}`);
    await hers.getByText("ทำอย่างอื่น").click();
    await button(hers, "ถอนเรื่อง").click();
    await button(hers.getByRole("dialog", { name: "ถอนเรื่อง" }), "ถอนเรื่อง").click();
    await said(hers, "ถอน");
    expect(await stateOf(id)).toBe("withdrawn");
    await button(hers, "ทำเรื่องแบบเดียวกันอีกครั้ง").click();
    await hers.waitForURL("**/new/purchase?draft=*");
    expect(await hers.getByLabel(purchaseForm.fields.reason.label).inputValue()).toBe(software.reason);
  });
});

describe("a decision on what is not so any more", () => {
  it("waits until the correction was read, and keeps what was typed", async () => {
    const { id } = await purchase();
    const heads = await openMiniApp(head, `/requests/${id}`);
    await button(heads, "เห็นชอบ").click();
    const sheet = heads.getByRole("dialog", { name: "เห็นชอบ" });
    await sheet.getByLabel("ความเห็น").fill("เห็นควรค่ะ");
    await step(teacher, id, "correct", { ...answers, budget: 14_000 });
    await button(sheet, "เห็นชอบ").click();
    await changed(heads)
      .getByText(/15,000.*→.*14,000/)
      .waitFor();
    await said(heads, "ครูขอซื้อ ตัวอย่าง");
    expect(await stateOf(id)).toBe("waiting-head");
    await isReadable(heads);
    await button(heads, "อ่านแล้ว พิจารณาต่อ").click();
    await button(heads, "เห็นชอบ").click();
    expect(await sheet.getByLabel("ความเห็น").inputValue()).toBe("เห็นควรค่ะ");
    await sends(heads, "เห็นชอบ");
    expect(await stateOf(id)).toBe("waiting-director");
  });

  it("begun from a card that showed the answers before is not begun", async () => {
    const { id, answersRevision } = await purchase();
    await step(teacher, id, "correct", { ...answers, budget: 14_000 });
    const heads = await openMiniApp(head, `/requests/${id}?do=head-endorse&seen=${answersRevision}`);
    await changed(heads).waitFor();
    expect(await heads.getByRole("dialog").count()).toBe(0);
  });

  it("that another took says who, and offers nothing", async () => {
    const { id } = await purchase();
    await step(director, id, "head-endorse");
    const heads = await openMiniApp(head, `/requests/${id}?do=head-endorse&seen=1`);
    await said(heads, "ผอ.พิจารณา ตัวอย่าง เห็นชอบแล้วค่ะ");
    expect(await heads.getByRole("dialog").count()).toBe(0);
  });
});

describe("the desk and the paper", () => {
  it("list what waits for the head's decision, and take the number of the office's register", async () => {
    const { id, number } = await purchase();
    const heads = await openMiniApp(head, "/desk?list=to-decide");
    await heads.getByRole("link", { name: number }).waitFor();
    expect(await heads.getByRole("button", { name: /^รออนุมัติ/ }).getAttribute("aria-current")).toBe("page");
    await isReadable(heads);
    await heads.getByRole("link", { name: number }).click();
    await button(heads, "ลงเลขที่หนังสือ").click();
    const sheet = heads.getByRole("dialog", { name: "เลขที่หนังสือ" });
    await button(sheet, "บันทึกเลขที่หนังสือ").click();
    await sheet.getByText("กรอกที่ด้วยนะคะ").waitFor();
    await isReadable(heads);
    await sheet.getByLabel("ที่", { exact: true }).fill("ตย 1/2570");
    await sheet
      .getByLabel("ลงวันที่")
      .first()
      .fill(showDate(bangkokDate(new Date())));
    await button(sheet, "บันทึกเลขที่หนังสือ").click();
    await heads.getByText(/ที่ ตย 1\/2570 ลงวันที่/).waitFor();
    expect((await RequestModel.findById(id).lean())?.official?.number).toBe("ตย 1/2570");
  });
});
