import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { makeInvitation } from "#models/contracts/admin/people.contract.ts";
import { getCard } from "#models/contracts/cards.contract.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { idCardRequestForm } from "#models/requests/id-card-request/id-card-request.form.ts";
import { purchaseForm } from "#models/requests/purchase/purchase.form.ts";
import { apiAs } from "#test/support/api.ts";
import { axeFaults, overflow } from "#test/support/mini-app/readable.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import { sampleSchools } from "#test/support/office.ts";
import { does, reports, storedRequest } from "#test/support/repairs.ts";
import type { LineUser } from "#test/support/simulator.ts";
import { timelyExamples } from "#test/support/timely.ts";
import { walkIn } from "#test/support/walk.ts";

/** A folder for pictures of every page: `PICTURES=/tmp/pages npm test -- test/browser/mini-app-pages.test.ts`. */
const pictures = process.env.PICTURES;

const { office, openMiniApp } = useMiniApp();

type Who = "teacher" | "stranger" | "technician" | "head" | "director" | "admin";
const people = {} as Record<Who, LineUser>;
let requestId = "";
let technicianId = "";
let purchaseId = "";
let cardId = "";
let cardCode = "";

const dayMs = 86_400_000;
const inDays = (days: number) => bangkokDate(new Date(Date.now() + days * dayMs));

/** A purchase that waits for the director, and a user card that was issued. */
async function fileForms(): Promise<void> {
  const { file, step } = walkIn(office);
  const { teacher, head } = people;
  const [wanted = {}] = timelyExamples(purchaseForm);
  const [, cardWanted = {}] = timelyExamples(idCardRequestForm);
  const items = wanted.items?.map((item) => ({ ...item, quantity: 2 }));
  // Without the files of the example, which nobody sent.
  const purchase = { ...wanted, neededOn: inDays(30), offers: undefined, offerFiles: undefined, attachments: undefined };
  purchaseId = (await file(teacher, "purchase", { ...purchase, items })).id;
  await file(teacher, "purchase", { ...purchase, items: items?.slice(1) });
  await step(head, purchaseId, "head-endorse", { words: "เห็นควรอนุมัติ เครื่องเดิมซ่อมไม่คุ้มค่า" });
  const [school] = sampleSchools;
  const ofSchool = { code: school?.code ?? null, name: school?.name ?? "" };
  const period = { from: inDays(0), until: inDays(300) };
  cardId = (await file(teacher, "id_card_request", { ...cardWanted, school: ofSchool, period })).id;
  await step(await office.schoolDirector("ผอ.โรงเรียน ตัวอย่าง"), cardId, "endorser-endorse");
  await step(head, cardId, "head-approve");
  cardCode = (await apiAs(office, teacher).ask(getCard, { params: { id: cardId } })).code;
}

beforeAll(async () => {
  Object.assign(people, {
    teacher: await office.teacher("สมใจ ดีพร้อม", { phone: "081-234-5678" }),
    stranger: await office.stranger("คนใหม่ มาใหม่"),
    technician: await office.staff("มานะ ช่างดี"),
    head: await office.head("วิชัย หัวหน้า"),
    director: await office.director("สุนทร ผู้อำนวยการ"),
    admin: await office.admin("อารีย์ ผู้ดูแล"),
  });
  const { teacher, technician, admin } = people;
  const number = await reports(teacher, "โปรเจคเตอร์ห้องประชุมใหญ่อาคาร 2 เปิดไม่ติด มีสอบพรุ่งนี้ค่ะ");
  await does(technician, number, "รับเรื่อง");
  await reports(teacher, "ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ");
  requestId = (await storedRequest(number))._id;
  technicianId = (await PersonModel.findOne({ lineUserId: technician.userId }).lean())?._id ?? "";
  const invitation = { role: "centre-head" as const, scope: { kind: "office" as const }, personId: null };
  await apiAs(office, admin).ask(makeInvitation, { body: invitation });
  await fileForms();
});

const seen = (page: Page, words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor();

/** Every page, as one of those who use it. `ready` is on it once it shows what it is for. */
const pages: { name: string; who: Who; path: () => string; ready: (page: Page) => Promise<unknown> }[] = [
  { name: "home", who: "teacher", path: () => "/", ready: (page) => page.getByRole("heading", { name: "งานที่กำลังดำเนินการ" }).waitFor() },
  {
    name: "home-staff",
    who: "technician",
    path: () => "/",
    ready: (page) =>
      page
        .getByRole("link", { name: /แจ้งซ่อม/ })
        .first()
        .waitFor(),
  },
  { name: "welcome", who: "stranger", path: () => "/welcome", ready: (page) => page.getByRole("heading").first().waitFor() },
  { name: "my-requests", who: "teacher", path: () => "/requests", ready: (page) => seen(page, "กระดาษติด") },
  { name: "request", who: "teacher", path: () => `/requests/${requestId}`, ready: (page) => seen(page, "รับเรื่อง") },
  {
    name: "request-staff",
    who: "technician",
    path: () => `/requests/${requestId}`,
    ready: (page) => seen(page, "รับเรื่อง"),
  },
  { name: "home-to-decide", who: "director", path: () => "/", ready: (page) => seen(page, /รอคุณตัดสินใจ/) },
  { name: "request-to-decide", who: "director", path: () => `/requests/${purchaseId}`, ready: (page) => seen(page, "การพิจารณา") },
  { name: "request-decided", who: "teacher", path: () => `/requests/${cardId}`, ready: (page) => seen(page, "เปิดบัตร") },
  { name: "desk-to-decide", who: "head", path: () => "/desk?list=to-decide", ready: (page) => seen(page, /รออนุมัติ/) },
  { name: "card", who: "teacher", path: () => `/requests/${cardId}/card`, ready: (page) => seen(page, "ใช้ได้") },
  { name: "card-checked", who: "technician", path: () => `/cards/${cardCode}`, ready: (page) => seen(page, "ใช้ได้") },
  { name: "card-unknown", who: "technician", path: () => "/cards/nobody-knows", ready: (page) => seen(page, "ไม่ใช่บัตรของศูนย์") },
  { name: "forms", who: "teacher", path: () => "/forms", ready: (page) => seen(page, "ขอใช้วัสดุ") },
  { name: "forms-of-staff", who: "technician", path: () => "/forms", ready: (page) => seen(page, "สำหรับเจ้าหน้าที่") },
  { name: "forms-by-process", who: "teacher", path: () => "/forms?by=process", ready: (page) => seen(page, /^1\. ศึกษา/) },
  { name: "forms-none-found", who: "teacher", path: () => "/forms?q=ฮฮฮฮ", ready: (page) => seen(page, "ไม่พบแบบที่ตรงกับคำนี้") },
  { name: "form", who: "teacher", path: () => "/new/repair", ready: (page) => page.getByLabel(/อาการ/).first().waitFor() },
  {
    name: "form-for-a-caller",
    who: "technician",
    path: () => "/new/repair?for=caller",
    ready: (page) => page.getByLabel(/อาการ/).first().waitFor(),
  },
  { name: "desk", who: "head", path: () => "/desk?list=open", ready: (page) => seen(page, "กระดาษติด") },
  { name: "workload", who: "head", path: () => "/desk/workload", ready: (page) => seen(page, /มานะ/) },
  { name: "admin", who: "admin", path: () => "/admin", ready: (page) => seen(page, "สถานะระบบ") },
  { name: "admin-system", who: "admin", path: () => "/admin/system", ready: (page) => seen(page, "ฐานข้อมูล") },
  { name: "admin-settings", who: "admin", path: () => "/admin/settings", ready: (page) => seen(page, "เวลาทำการ") },
  { name: "admin-holidays", who: "admin", path: () => "/admin/holidays", ready: (page) => seen(page, "วันหยุด") },
  { name: "admin-audit", who: "admin", path: () => "/admin/audit", ready: (page) => seen(page, "ประวัติการใช้งาน") },
  { name: "admin-schools", who: "admin", path: () => "/admin/schools", ready: (page) => seen(page, "โรงเรียนวัดทุ่งสว่าง") },
  { name: "admin-school", who: "admin", path: () => "/admin/schools/24010001", ready: (page) => seen(page, "บันทึกข้อมูลโรงเรียน") },
  { name: "admin-people", who: "admin", path: () => "/admin/people", ready: (page) => seen(page, "มานะ ช่างดี") },
  { name: "admin-person", who: "admin", path: () => `/admin/people/${technicianId}`, ready: (page) => seen(page, "กลุ่มงานที่ 1 ทุกโซน") },
  {
    name: "admin-invitations",
    who: "admin",
    path: () => "/admin/people/invitations",
    ready: (page) => seen(page, "หัวหน้าศูนย์"),
  },
  { name: "admin-imports", who: "admin", path: () => "/admin/imports", ready: (page) => seen(page, "ไฟล์ CSV ของโรงเรียน") },
  { name: "admin-exports", who: "admin", path: () => "/admin/exports", ready: (page) => seen(page, "ดาวน์โหลดงานที่แจ้ง") },
  { name: "not-found", who: "teacher", path: () => "/no-such-page", ready: (page) => page.getByRole("heading").first().waitFor() },
  {
    name: "unknown-request",
    who: "teacher",
    path: () => "/requests/nobody-knows",
    ready: (page) => seen(page, /ไม่พบ/),
  },
];

async function takePicture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/** What a screen reader, a keyboard or weak eyes would stumble over; Vant's picker has a test of its own. */
const stumblingBlocks = (page: Page) => axeFaults(page, { tags: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], exclude: ".van-picker" });

async function expectUsable(page: Page, name: string): Promise<void> {
  await takePicture(page, name);
  expect(await overflow(page), `${name} is wider than its screen`).toBeLessThanOrEqual(0);
  expect(await stumblingBlocks(page), name).toEqual([]);
}

describe("everybody can use", () => {
  it.each(pages)("$name: light, dark, on a PC, and at 320 px with the phone's text twice as big", async ({ name, who, path, ready }) => {
    const page = await openMiniApp(people[who], path(), { context: { colorScheme: "light" } });
    await ready(page);
    await expectUsable(page, `${name}-360-light`);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectUsable(page, `${name}-360-dark`);
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 800 });
    await ready(page);
    await expectUsable(page, `${name}-1280`);
    await page.setViewportSize({ width: 320, height: 640 });
    // The phone's own big text: everything is sized by the root's.
    await page.addStyleTag({ content: "html { font-size: 200% !important; }" });
    await ready(page);
    await takePicture(page, `${name}-320-big-text`);
    expect(await overflow(page), `${name} with big text is wider than its screen`).toBeLessThanOrEqual(0);
  });
});
