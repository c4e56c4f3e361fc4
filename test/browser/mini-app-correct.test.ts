import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { DraftModel } from "#models/documents/draft.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { materialUseForm } from "#models/requests/material-use/material-use.form.ts";
import { isReadable } from "#test/support/mini-app/readable.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import { walkIn } from "#test/support/walk.ts";

const { office, openMiniApp } = useMiniApp();
const { file, step } = walkIn(office);

type Person = Awaited<ReturnType<typeof office.teacher>>;
let teacher: Person;
let head: Person;
beforeAll(async () => {
  teacher = await office.teacher("ครูยื่นแล้ว ตัวอย่าง");
  head = await office.head("หัวหน้าพิจารณา ตัวอย่าง", 1);
});

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const items = (page: Page) => page.locator('[data-field="items"]');
const purpose = "พิมพ์ข้อสอบปลายภาค";
const sample = { ...materialUseForm.examples[0], attachments: undefined, purpose };
const answersOf = async (id: string) => (await RequestModel.findById(id).lean())?.answers ?? {};

describe("correcting what was filed", () => {
  it("opens with the answers as filed, and sends them whole", async () => {
    const { id } = await file(teacher, "material_use", sample);
    const page = await openMiniApp(teacher, `/requests/${id}`);
    await page.getByText("ทำอย่างอื่น").click();
    await button(page, "แก้ไขเรื่อง").click();
    await page.getByRole("heading", { name: /^แก้/ }).first().waitFor();
    expect(await page.getByLabel(materialUseForm.fields.purpose.label).inputValue()).toBe(purpose);
    await isReadable(page);
    await items(page).getByLabel("จำนวน").first().fill("7");
    await button(page, "แก้ไขเรื่อง").click();
    await page.waitForURL(`**/requests/${id}`);
    const [first, ...others] = sample.items ?? [];
    expect(await answersOf(id)).toMatchObject({ purpose, items: [{ ...first, quantity: 7 }, ...others] });
  });

  it("shows what is wrong at its field, and asks before what was changed is left", async () => {
    const { id } = await file(teacher, "material_use", sample);
    const page = await openMiniApp(teacher, `/requests/${id}/correct/correct`);
    await items(page).getByLabel("จำนวน").first().fill("");
    await button(page, "แก้ไขเรื่อง").click();
    await items(page)
      .getByText(/กรอกจำนวน.*ด้วยนะคะ/)
      .first()
      .waitFor();
    await page.getByRole("link", { name: "หน้าแรก" }).click();
    await page.getByText("สิ่งที่แก้ไว้ยังไม่ได้ส่งค่ะ").waitFor();
    await isReadable(page);
  });

  it("says who went on with it meanwhile, and changes nothing then", async () => {
    const { id } = await file(teacher, "material_use", sample);
    const page = await openMiniApp(teacher, `/requests/${id}/correct/correct`);
    await items(page).getByLabel("จำนวน").first().fill("9");
    await step(head, id, "head-approve");
    await button(page, "แก้ไขเรื่อง").click();
    await page.getByText("หัวหน้าพิจารณา ตัวอย่าง").waitFor();
    await isReadable(page);
    await button(page, "ดูเรื่องนี้").click();
    await page.waitForURL(`**/requests/${id}`);
    expect((await answersOf(id)).items).toEqual(sample.items);
    await page.goto(page.url().replace(/$/, "/correct/correct"));
    await page.getByRole("heading", { name: "แก้ตอนนี้ไม่ได้แล้ว" }).waitFor();
  });
});

describe("a form begun from an earlier request", () => {
  it("is filled as the last time at a press, without the days that are over", async () => {
    const person = await office.teacher("ครูเบิกประจำ ตัวอย่าง");
    const { number } = await file(person, "material_use", sample);
    const page = await openMiniApp(person, "/new/material_use");
    await page.getByText(number).waitFor();
    await isReadable(page);
    await button(page, "กรอกเหมือนครั้งก่อน").click();
    await page.getByText("กรอกเหมือนครั้งก่อนให้แล้วค่ะ").waitFor();
    expect(await page.getByLabel(materialUseForm.fields.purpose.label).inputValue()).toBe(purpose);
    expect(page.url()).toContain("draft=");
    await page.reload();
    await page.getByText("ทำต่อจากที่กรอกไว้ค่ะ").waitFor();
    expect(await page.getByLabel(materialUseForm.fields.purpose.label).inputValue()).toBe(purpose);
    expect(await DraftModel.countDocuments({ personId: person.personId, isOpen: true })).toBe(1);
  });

  it("goes on from one, says from which, and is one draft however often the page is read", async () => {
    const technician = await office.staff("ช่างเบิกอะไหล่ ตัวอย่าง");
    const repair = { device: "เครื่องพิมพ์", symptom: "หมึกหมด", place: "ห้องธุรการ", category: "printer", urgency: "normal" };
    const school = { code: "24010001", name: "โรงเรียนบ้านหนองไผ่แก้ว" };
    const { id, number } = await file(teacher, "repair", { ...repair, school });
    await step(technician, id, "accept");
    const page = await openMiniApp(technician, `/new/material_use?follows=${id}`);
    await page.getByText("ต่อจากเรื่อง").waitFor();
    await page.getByRole("link", { name: number }).waitFor();
    await isReadable(page);
    await page.reload();
    await page.getByRole("link", { name: number }).waitFor();
    expect(await DraftModel.countDocuments({ personId: technician.personId })).toBe(1);
  });

  it("that is for staff says so to others, with a way on", async () => {
    const page = await openMiniApp(teacher, "/new/spec_definition");
    await page.getByRole("heading", { name: "แบบนี้สำหรับเจ้าหน้าที่" }).waitFor();
    await isReadable(page);
  });
});
