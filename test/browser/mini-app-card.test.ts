import { beforeAll, describe, expect, it } from "vitest";
import { getCard } from "#models/contracts/cards.contract.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import { idCardRequestForm } from "#models/requests/id-card-request/id-card-request.form.ts";
import { apiAs } from "#test/support/api.ts";
import { isReadable } from "#test/support/mini-app/readable.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import { sampleSchools } from "#test/support/office.ts";
import { timelyExamples } from "#test/support/timely.ts";
import { walkIn } from "#test/support/walk.ts";

const { office, openMiniApp } = useMiniApp();
const { file, step } = walkIn(office);

type Person = Awaited<ReturnType<typeof office.teacher>>;
let teacher: Person;
let technician: Person;
let id = "";
let code = "";

const dayMs = 86_400_000;
const inDays = (days: number) => bangkokDate(new Date(Date.now() + days * dayMs));
const until = inDays(300);

beforeAll(async () => {
  teacher = await office.teacher("ครูถือบัตร ตัวอย่าง");
  technician = await office.staff("เจ้าหน้าที่ตรวจบัตร ตัวอย่าง");
  const schoolHead = await office.schoolDirector("ผอ.โรงเรียน ตัวอย่าง");
  const centreHead = await office.teacher("หัวหน้าศูนย์ ตัวอย่าง", { grants: [{ role: "centre-head", scope: { kind: "office" } }] });
  const [school] = sampleSchools;
  const [, sample = {}] = timelyExamples(idCardRequestForm);
  const answers = { ...sample, school: { code: school?.code ?? null, name: school?.name ?? "" }, period: { from: inDays(0), until } };
  ({ id } = await file(teacher, "id_card_request", answers));
  await step(schoolHead, id, "endorser-endorse");
  await step(centreHead, id, "head-approve");
  ({ code } = await apiAs(office, teacher).ask(getCard, { params: { id } }));
});

describe("a user card", () => {
  it("is opened from its request, says whether it is valid, and shows a QR, never a password", async () => {
    const page = await openMiniApp(teacher, `/requests/${id}`);
    await page.getByRole("button", { name: "เปิดบัตร" }).click();
    await page.getByRole("heading", { name: "ครูถือบัตร ตัวอย่าง" }).waitFor();
    await page.getByText("ใช้ได้", { exact: true }).waitFor();
    await page.getByText(`ถึงวันที่ ${showDate(until)}`).waitFor();
    await page.getByRole("img", { name: /^QR ของบัตร/ }).waitFor();
    expect(await page.getByText("รหัสผ่าน").count()).toBe(0);
    await isReadable(page);
  });

  it("is somebody else's to nobody: no such card", async () => {
    const other = await office.teacher("ครูอีกคน ตัวอย่าง");
    const page = await openMiniApp(other, `/requests/${id}/card`);
    await page.getByRole("heading", { name: "ไม่พบบัตรนี้" }).waitFor();
    await isReadable(page);
  });

  it("is checked by staff at its code; revoked, both phones say so", async () => {
    const hers = await openMiniApp(teacher, `/requests/${id}/card`);
    await hers.getByText("ใช้ได้", { exact: true }).waitFor();
    const his = await openMiniApp(technician, `/cards/${encodeURIComponent(code)}`);
    await his.getByText("ใช้ได้", { exact: true }).waitFor();
    await his.getByRole("heading", { name: "ครูถือบัตร ตัวอย่าง" }).waitFor();
    await isReadable(his);

    await step(technician, id, "revoke", { reason: "ย้ายไปสังกัดอื่น" });
    await hers.getByText("ถูกเพิกถอนแล้ว", { exact: true }).waitFor({ timeout: 5_000 });
    expect(await hers.getByRole("img", { name: /^QR/ }).count()).toBe(0);
    await isReadable(hers);
    await his.reload();
    await his.getByText("ถูกเพิกถอนแล้ว", { exact: true }).waitFor();
    await isReadable(his);
  });

  it("that is not ours says so, and others than staff are told who checks", async () => {
    const his = await openMiniApp(technician, "/cards/nothing-of-ours");
    await his.getByRole("heading", { name: "ไม่ใช่บัตรของศูนย์" }).waitFor();
    await isReadable(his);
    const hers = await openMiniApp(teacher, `/cards/${encodeURIComponent(code)}`);
    await hers.getByRole("heading", { name: "หน้านี้สำหรับเจ้าหน้าที่" }).waitFor();
    await isReadable(hers);
  });
});
