import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { RequestModel } from "#models/documents/request.document.ts";
import { purchaseForm } from "#models/requests/purchase/purchase.form.ts";
import { purchase } from "#models/requests/purchase/purchase.request.ts";
import { specDefinitionForm } from "#models/requests/spec-definition/spec-definition.form.ts";
import { specDefinition } from "#models/requests/spec-definition/spec-definition.request.ts";
import { fillForm } from "#test/support/mini-app/fill-form.ts";
import { isReadable } from "#test/support/mini-app/readable.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import { walkIn } from "#test/support/walk.ts";

const { office, openMiniApp } = useMiniApp();
const { file, step } = walkIn(office);

type Person = Awaited<ReturnType<typeof office.teacher>>;
let teacher: Person;
let technician: Person;
let director: Person;
beforeAll(async () => {
  teacher = await office.teacher("ครูแจ้งซ่อม ตัวอย่าง");
  technician = await office.staff("ช่างเทคนิค ตัวอย่าง", 1);
  director = await office.director("ผอ.เขต ตัวอย่าง");
});

const school = { code: "24010001", name: "โรงเรียนบ้านหนองไผ่แก้ว" };
const repair = {
  device: "โน้ตบุ๊ก",
  symptom: "เปิดไม่ติด บอร์ดเสีย",
  place: "ห้องคอมพิวเตอร์",
  school,
  category: "computer",
  urgency: "normal",
  assetNumber: "7440-001-0001/65",
};
const links = (page: Page) => page.getByRole("region", { name: "เรื่องที่เกี่ยวข้อง" });

/** The receipt's number. */
async function sends(page: Page): Promise<string> {
  await page.getByRole("button", { name: /^ส่ง/ }).last().click();
  await page.getByRole("heading", { name: "รับเรื่องแล้วค่ะ" }).waitFor();
  return page.getByText(/^[ก-ฮ]+-\d{4}-\d{6}$/).innerText();
}

describe("what cannot be repaired", () => {
  it("is specified and bought from its own page: each form begun from the one before, linked both ways", async () => {
    const broken = await file(teacher, "repair", repair);
    await step(technician, broken.id, "accept");
    await step(technician, broken.id, "cannot-repair", { reason: "เปลี่ยนบอร์ดไม่คุ้ม" });

    const page = await openMiniApp(technician, `/requests/${broken.id}`);
    await links(page)
      .getByRole("button", { name: `ทำเรื่องต่อ: ${specDefinition.name}` })
      .click();
    await page.getByText("ต่อจากเรื่อง").waitFor();
    expect(await page.getByLabel(specDefinitionForm.fields.replaces.label).inputValue()).toBe(repair.assetNumber);
    const [spec = {}] = specDefinitionForm.examples;
    const begun = { school: undefined, phone: undefined, replaces: undefined, attachments: undefined };
    await fillForm(page, specDefinitionForm, { ...spec, ...begun, item: "โน้ตบุ๊กสำหรับห้องเรียน" });
    const number = await sends(page);
    await page.getByText(`ต่อจาก แจ้งซ่อม ${broken.number}`).waitFor();
    await isReadable(page);

    const definition = await RequestModel.findOne({ number }).lean();
    await step(director, definition?._id ?? "", "director-approve");
    await page.getByRole("button", { name: "ดูเรื่องนี้" }).click();
    await links(page)
      .getByRole("link", { name: `มาจาก แจ้งซ่อม ${broken.number}` })
      .waitFor();
    await isReadable(page);
    await links(page)
      .getByRole("button", { name: `ทำเรื่องต่อ: ${purchase.name}` })
      .click();
    await page.getByText("ต่อจากเรื่อง").waitFor();
    const items = page.locator('[data-field="items"]');
    expect(await items.locator('[data-column="name"]').locator("input, textarea").first().inputValue()).toContain("โน้ตบุ๊กสำหรับห้องเรียน");
    expect(await page.getByLabel(purchaseForm.fields.reason.label).inputValue()).toContain(number);

    await page.goto(page.url().replace(/\/liff\/.*$/, `/liff/requests/${broken.id}`));
    await links(page)
      .getByRole("link", { name: new RegExp(`^เรื่องต่อเนื่อง .*${number}$`) })
      .click();
    await page.getByRole("article", { name: number }).waitFor();
  });
});
