import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { uploadDocument, uploadFile } from "#models/contracts/files.contract.ts";
import { submitRequest } from "#models/contracts/requests.contract.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";
import { apiAs } from "#test/support/api.ts";
import { fillForm, smallPdf } from "#test/support/mini-app/fill-form.ts";
import { axeFaults, overflow } from "#test/support/mini-app/readable.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import { photoOf } from "#test/support/repairs.ts";
import { timelyExamples } from "#test/support/timely.ts";

/** A folder for pictures of every form: `PICTURES=/tmp/forms npm test -- test/browser/every-form.test.ts`. */
const pictures = process.env.PICTURES;

const { office, openMiniApp } = useMiniApp();
let person: { userId: string; personId: string };
beforeAll(async () => {
  if (pictures) await mkdir(pictures, { recursive: true });
  // Staff may fill every form, so that one login does.
  person = await office.staff("เจ้าหน้าที่กรอกครบ ตัวอย่าง");
});

/** Besides that, all of a phone of today. */
const narrow = { viewport: { width: 320, height: 640 } };

const isUpload = (form: Form, key: string) => form.fields[key]?.kind === "photos" || form.fields[key]?.kind === "files";

/** Ids of uploads and the pixels of a signature differ from one time to the next; how many there are does not. */
function comparable(form: Form, answers: Answers): Answers {
  const alike = (key: string, value: unknown) => {
    if (isUpload(form, key)) return (value as string[]).length;
    return form.fields[key]?.kind === "signature" ? (value as number[][]).length : value;
  };
  return Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, alike(key, value)]));
}

/** The example's answers with files that are there. */
async function withUploads(form: Form, example: Answers): Promise<Answers> {
  const api = apiAs(office, person);
  const upload = async (key: string) => {
    const params = { uploadId: crypto.randomUUID() };
    if (form.fields[key]?.kind === "files") {
      return api.upload(uploadDocument, { params, query: { name: "เอกสาร.pdf" }, bytes: smallPdf, type: "application/pdf" });
    }
    return api.upload(uploadFile, { params, bytes: await photoOf(60, 300), type: "image/jpeg" });
  };
  const answers: Answers = { ...example };
  for (const key of Object.keys(example).filter((one) => isUpload(form, one))) {
    const ids: string[] = [];
    for (const _ of example[key] as string[]) ids.push((await upload(key)).id);
    answers[key] = ids;
  }
  return answers;
}

async function storedByApi(form: Form, example: Answers): Promise<Answers> {
  const body = { formId: form.id, formVersion: form.version, draftId: crypto.randomUUID(), answers: await withUploads(form, example) };
  const { id } = await apiAs(office, person).ask(submitRequest, { body });
  return (await RequestModel.findById(id).lean())?.answers ?? {};
}

const examples = catalogue.flatMap(({ form, name }) => timelyExamples(form).map((example, at) => ({ form, name, example, which: at + 1 })));

describe("every form of the catalogue, on a phone of 320 px", () => {
  it.each(examples)("$form.id: its example $which filled by hand is stored as by the API", async ({ form, name, example, which }) => {
    const page = await openMiniApp(person, `/new/${form.id}`, { context: narrow });
    await page.getByText(/^ตอบแล้ว \d+ จาก \d+ ข้อที่จำเป็น$/).waitFor();
    await fillForm(page, form, example);
    if (pictures) await page.screenshot({ path: join(pictures, `${form.id}-${which}.png`), fullPage: true });
    expect(await axeFaults(page)).toEqual([]);
    expect(await overflow(page), "something runs out of the screen's side").toBe(0);
    await page.getByRole("button", { name: new RegExp(`^(ส่ง${name}|กำลังส่ง)`) }).click();
    await page.getByRole("heading", { name: "รับเรื่องแล้วค่ะ" }).waitFor();
    const [stored] = await RequestModel.find({ filedById: person.personId, formId: form.id }).sort({ createdAt: -1 }).limit(1).lean();
    expect(comparable(form, stored?.answers ?? {})).toEqual(comparable(form, await storedByApi(form, example)));
  });
});
