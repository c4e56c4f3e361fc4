import { beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "#models/contracts/contract.ts";
import { continueRequest, type getRequest, submitRequest } from "#models/contracts/requests.contract.ts";
import { FileModel } from "#models/documents/file.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { addDays } from "#models/fields/thai/bangkok.ts";
import { borrowForm } from "#models/requests/borrow/borrow.form.ts";
import { purchaseForm } from "#models/requests/purchase/purchase.form.ts";
import { specComparisonForm } from "#models/requests/spec-comparison/spec-comparison.form.ts";
import { specDefinitionForm } from "#models/requests/spec-definition/spec-definition.form.ts";
import { apiAs } from "#test/support/api.ts";
import { type TestOffice, useOffice } from "#test/support/office.ts";
import { storeFile } from "#test/support/stored-files.ts";
import { knownNow, timelyExamples } from "#test/support/timely.ts";
import { walkIn } from "#test/support/walk.ts";

type Person = Awaited<ReturnType<TestOffice["teacher"]>>;
type Detail = Answer<typeof getRequest>;
type Answers = Record<string, unknown>;

const office = useOffice();
const { file, step, read } = walkIn(office);

let teacher: Person;
let technician: Person;
let mediaHead: Person;
let head: Person;
let director: Person;
let broken: Detail;

const repair = {
  device: "โน้ตบุ๊ก",
  symptom: "เปิดไม่ติด บอร์ดเสีย",
  place: "ห้องคอมพิวเตอร์",
  school: { code: "24010001", name: "โรงเรียนบ้านหนองไผ่แก้ว" },
  category: "computer",
  urgency: "normal",
  assetNumber: "7440-001-0001/65",
  phone: "081-234-5678",
};

beforeAll(async () => {
  teacher = await office.teacher("ครูแจ้งซ่อม");
  technician = await office.staff("ช่างเทคนิค", 1);
  head = await office.head("หัวหน้ากลุ่มหนึ่ง", 1);
  mediaHead = await office.head("หัวหน้ากลุ่มสาม", 3);
  director = await office.director("ผอ.เขต");
  broken = await file(teacher, "repair", repair);
  await step(technician, broken.id, "accept");
  await step(technician, broken.id, "cannot-repair", { reason: "เปลี่ยนบอร์ดไม่คุ้ม" });
});

/** Goes on from a request with another form, filling what is left; sees what came along. */
async function goOn(by: Person, from: Detail, formId: string, rest: (begun: Answers) => Answers) {
  const api = apiAs(office, by);
  const { id: draftId, answers: begun } = await api.ask(continueRequest, { params: { id: from.id }, body: { formId } });
  const body = { formId, formVersion: 1, draftId, answers: { ...begun, ...rest(begun) } };
  const made = await api.ask(submitRequest, { body });
  expect(made.origin).toMatchObject({ id: from.id, number: from.number });
  return { begun, made };
}

describe("a notebook that cannot be repaired", () => {
  it("takes its pictures along into what grows out of it, where both show them", async () => {
    const photo = await storeFile(apiAs(office, teacher), "photos");
    const shown = await file(teacher, "repair", { ...repair, photos: [photo] });
    await step(technician, shown.id, "accept");
    const { begun, made } = await goOn(technician, shown, "material_use", () => ({
      items: [{ name: "บอร์ด", quantity: 1, unit: "ชิ้น" }],
      neededOn: addDays(knownNow().today, 7),
    }));
    expect(begun.attachments).toEqual([photo]);
    expect((await RequestModel.findById(made.id).lean())?.answers.attachments).toEqual([photo]);
    expect((await RequestModel.findById(shown.id).lean())?.answers.photos).toEqual([photo]);
    expect(await FileModel.findById(photo).lean()).toMatchObject({ requestId: shown.id, alsoIn: [made.id] });
  });

  it("is specified, compared, bought and drawn: each begun from the one before, linked both ways", async () => {
    const [spec = {}] = specDefinitionForm.examples;
    const { begun, made: definition } = await goOn(technician, broken, "spec_definition", (known) => ({
      ...spec,
      attachments: undefined,
      ...known,
      quantity: 5,
    }));
    expect(begun).toMatchObject({ item: "โน้ตบุ๊ก", replaces: "7440-001-0001/65", phone: "081-234-5678", school: repair.school });
    expect(begun.purpose).toContain(broken.number);
    expect(await step(director, definition.id, "director-approve")).toBe("approved");

    const [sample = {}] = specComparisonForm.examples;
    const offers = (known: Answers, page: string) =>
      ((known.offer1 as Answers[]) ?? []).map((row) => ({ ...row, offered: "ตามข้อกำหนด", passes: true, page }));
    const compared = await goOn(technician, definition, "spec_comparison", (known) => ({
      ...sample,
      offerFiles: undefined,
      attachments: undefined,
      ...known,
      offer1: offers(known, "1"),
      offer2: offers(known, "2"),
      offer3: offers(known, "3"),
      committee: known.committee,
    }));
    expect(compared.begun).toMatchObject({ definition: definition.number, quantity: 5, budget: 117_500 });
    expect(compared.begun.offer2).toHaveLength(specDefinitionForm.examples[0]?.features?.length ?? 0);
    await step(director, compared.made.id, "director-approve");

    const [, sold = {}] = timelyExamples(purchaseForm);
    const bought = await goOn(technician, compared.made, "purchase", (known) => ({
      fund: sold.fund,
      fiscalYear: sold.fiscalYear,
      neededOn: sold.neededOn,
      duty: "p1",
      ...known,
      offers: undefined,
      items: [{ ...(known.items as Answers[])[0], unitPrice: 19_000 }],
    }));
    expect(bought.begun.offers).toHaveLength(3);
    expect(bought.begun.items).toMatchObject([{ name: "โน้ตบุ๊ก", quantity: 5, unitPrice: 22_500 }]);
    expect(bought.begun.reason).toContain(compared.made.number);
    await step(head, bought.made.id, "head-endorse");
    expect(await step(director, bought.made.id, "director-approve")).toBe("approved");
    expect(await step(technician, bought.made.id, "order", { method: "specific", seller: "ร้านตัวอย่างหนึ่ง" })).toBe("ordered");
    const inspected = { on: "2026-12-20", paid: 95_000, committee: "นายตัวอย่าง หนึ่ง" };
    expect(await step(technician, bought.made.id, "inspect", inspected)).toBe("received");

    const drawn = await goOn(technician, bought.made, "material_use", () => ({ neededOn: "2026-12-25" }));
    expect(drawn.begun).toMatchObject({ items: [{ name: "โน้ตบุ๊ก", quantity: 5, unit: "เครื่อง" }], duty: "p1" });
    expect(await step(head, drawn.made.id, "head-approve")).toBe("approved");

    const links = async (id: string) => (await read(technician, id)).followUps.map(({ number }) => number);
    expect(await links(broken.id)).toEqual([definition.number]);
    expect(await links(definition.id)).toEqual([compared.made.number]);
    expect(await links(compared.made.id)).toEqual([bought.made.number]);
    expect(await links(bought.made.id)).toEqual([drawn.made.number]);
  });

  it("is replaced by a loan meanwhile, which its teacher asks for", async () => {
    const [loan = {}] = timelyExamples(borrowForm);
    const { begun, made } = await goOn(teacher, broken, "borrow", () => ({ from: loan.from, until: loan.until, terms: true }));
    expect(begun).toMatchObject({ items: [{ name: "โน้ตบุ๊ก", quantity: 1, unit: "เครื่อง" }], kind: "keeps", offSite: false });
    expect(begun.purpose).toContain(broken.number);
    expect(await step(mediaHead, made.id, "head-approve-to-end")).toBe("approved");
  });

  it("can be bought at once, but only staff define specifications", async () => {
    const formsOf = async (by: Person) => (await read(by, broken.id)).continuations.map(({ formId }) => formId);
    expect(await formsOf(teacher)).toEqual(expect.arrayContaining(["purchase", "material_use", "borrow"]));
    expect(await formsOf(teacher)).not.toContain("spec_definition");
    expect(await formsOf(technician)).toContain("spec_definition");
    const api = apiAs(office, teacher);
    const params = { id: broken.id };
    expect((await api.refused(continueRequest, { params, body: { formId: "spec_definition" } })).code).toBe("not_allowed");
    const { answers } = await api.ask(continueRequest, { params, body: { formId: "purchase" } });
    expect(answers).toMatchObject({ items: [{ name: "โน้ตบุ๊ก", quantity: 1, unit: "เครื่อง" }], place: "ห้องคอมพิวเตอร์" });
    expect(String(answers.reason)).toContain("7440-001-0001/65");
  });
});

describe("a purchase", () => {
  const [, software = {}] = timelyExamples(purchaseForm);
  const ask = async () => (await file(teacher, "purchase", { ...software, duty: "p1" })).id;

  it("goes to the head and then to the director, who may return or refuse it", async () => {
    const id = await ask();
    await step(head, id, "head-endorse", { words: "เห็นควร" });
    expect(await step(director, id, "director-return", { reason: "ขอใบเสนอราคา" })).toBe("returned");
    expect(await step(teacher, id, "resubmit", { ...software, duty: "p1", budget: 20_000 })).toBe("waiting-head");
    await step(head, id, "head-endorse");
    expect(await step(director, id, "director-refuse", { reason: "งบไม่พอ" })).toBe("refused");
  });

  it("ends with the goods confirmed, or with the reason why there are none", async () => {
    const granted = async () => {
      const id = await ask();
      await step(head, id, "head-endorse");
      await step(director, id, "director-approve");
      return id;
    };
    const id = await granted();
    await step(technician, id, "inspect", { on: "2026-12-20", paid: 13_500, committee: "นายตัวอย่าง หนึ่ง" });
    expect(await step(teacher, id, "wrong", { reason: "ได้ 2 license" })).toBe("ordered");
    await step(technician, id, "inspect", { on: "2026-12-21", paid: 13_500, committee: "นายตัวอย่าง หนึ่ง" });
    expect(await step(teacher, id, "confirm-received")).toBe("closed");
    expect(await step(technician, await granted(), "cannot-buy", { reason: "เลิกผลิต" })).toBe("unbought");
  });
});
