import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { removeLooseFiles } from "#bot/services/files/remove-loose-files.ts";
import { discardDraft, findDraft, getDraft, saveDraft } from "#models/contracts/drafts.contract.ts";
import { uploadFile } from "#models/contracts/files.contract.ts";
import { getHome } from "#models/contracts/home.contract.ts";
import { submitRequest } from "#models/contracts/requests.contract.ts";
import { DraftModel } from "#models/documents/draft.document.ts";
import { FileModel } from "#models/documents/file.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import { defineForm } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { openCatalogue } from "#models/requests/open-catalogue.ts";
import { apiAs, type TestApi } from "#test/support/api.ts";
import { useOffice } from "#test/support/office.ts";
import { photoOf } from "#test/support/repairs.ts";
import { brokenPrinter } from "#test/support/services.ts";

const [repair] = catalogue;
if (!repair) throw new Error("no form to draft");

/** The same form after a change: what was "what" is now called "subject". */
const changed: RequestType = {
  ...repair,
  form: defineForm({
    id: "changed",
    version: 3,
    title: "แบบที่ปรับปรุงแล้ว",
    fields: { subject: textField({ label: "เรื่อง", max: 100 }) },
    examples: [{ subject: "เรื่องตัวอย่าง" }],
    upgrade: { from: ({ what, ...rest }) => ({ ...rest, ...(what === undefined ? {} : { subject: what }) }) },
  }),
  conversation: { startsOn: { intents: [], phrases: ["แบบใหม่"] }, opening: "แบบใหม่ค่ะ", steps: [{ field: "subject" }] },
  code: { thai: "ทด", ascii: "TST" },
  name: "แบบทดลอง",
  subject: ({ subject }) => String(subject ?? ""),
};

const office = useOffice({ catalogue: [repair, changed] });

type Body = Partial<{ formId: string; formVersion: number; answers: Record<string, unknown>; revision: number; onBehalfOf: unknown }>;
const bodyOf = (more: Body = {}) => ({ formId: "repair", formVersion: 1, answers: { device: "เครื่องพิมพ์" }, revision: 0, ...more });

const save = (api: TestApi, id: string, more: Body = {}) => api.ask(saveDraft, { params: { id }, body: bodyOf(more) as never });
const refusedSave = (api: TestApi, id: string, more: Body = {}) => api.refused(saveDraft, { params: { id }, body: bodyOf(more) });
const read = (api: TestApi, id: string) => api.ask(getDraft, { params: { id } });

async function teacherNamed(name: string): Promise<TestApi> {
  return apiAs(office, await office.teacher(name));
}

describe("a draft of the mini-app", () => {
  it("is kept as it is typed, found again by its form and at home, newest first", async () => {
    const api = await teacherNamed("ครูร่าง หนึ่ง");
    expect(await api.ask(findDraft, { query: { formId: "repair" } })).toEqual({ draft: null });
    const [first, second] = [randomUUID(), randomUUID()];
    const saved = await save(api, first, { answers: { device: "เครื่องพิมพ์", phone: "08", symptom: "", place: null } });
    expect(saved).toMatchObject({ id: first, answers: { device: "เครื่องพิมพ์", phone: "08" }, revision: 1, submittedAs: null });
    await save(api, second, { answers: { device: "โปรเจคเตอร์", symptom: "เปิดไม่ติด" } });
    const { draft } = await api.ask(findDraft, { query: { formId: "repair" } });
    expect(draft).toMatchObject({ id: second, title: "แจ้งซ่อม โปรเจคเตอร์ เปิดไม่ติด" });
    expect((await api.ask(getHome)).drafts.map(({ id }) => id)).toEqual([second, first]);
    expect(await read(api, first)).toEqual(saved);
  });

  it("is its person's alone: to others there is none, and they cannot take its id", async () => {
    const [owner, other] = [await teacherNamed("ครูเจ้าของ ร่าง"), await teacherNamed("ครูอื่น สนใจ")];
    const id = randomUUID();
    await save(owner, id);
    expect(await other.refused(getDraft, { params: { id } })).toMatchObject({ status: 404, code: "not_found" });
    expect(await refusedSave(other, id)).toMatchObject({ status: 404 });
    expect(await other.refused(discardDraft, { params: { id } })).toMatchObject({ status: 404 });
    expect((await other.ask(getHome)).drafts).toEqual([]);
    expect(await apiAs(office, null).refused(getDraft, { params: { id } })).toMatchObject({ status: 401 });
    expect((await read(owner, id)).revision).toBe(1);
  });

  it("that another phone went on with is not overwritten: the newer one comes back", async () => {
    const api = await teacherNamed("ครูสอง เครื่อง");
    const id = randomUUID();
    await save(api, id);
    const newer = await save(api, id, { answers: { device: "เครื่องพิมพ์", place: "ห้อง 2" }, revision: 1 });
    const refusal = await refusedSave(api, id, { answers: { device: "จอภาพ" }, revision: 1 });
    expect(refusal).toMatchObject({ status: 409, code: "draft_changed", details: { draft: newer } });
    expect(await read(api, id)).toEqual(newer);
  });

  it("saved twice because the answer was lost is one save; two at once leave one of them", async () => {
    const api = await teacherNamed("ครูเน็ต สะดุด");
    const id = randomUUID();
    const saves = await Promise.all([1, 2, 3].map(() => save(api, id)));
    expect(new Set(saves.map(({ revision }) => revision))).toEqual(new Set([1]));
    const outcomes = await Promise.allSettled(["ก", "ข", "ค"].map((device) => save(api, id, { answers: { device }, revision: 1 })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await read(api, id)).revision).toBe(2);
  });

  it("takes no fields that the form does not have, nothing endless, nothing that is no answer", async () => {
    const api = await teacherNamed("ครูแปลก ประหลาด");
    const id = randomUUID();
    const refusal = await refusedSave(api, id, { answers: { device: "จอ", constructor: "x", colour: "แดง" } });
    expect(refusal).toMatchObject({ status: 400, code: "invalid_answers" });
    expect(Object.keys(refusal.fields ?? {}).sort()).toEqual(["colour", "constructor"]);
    const bad = [
      { device: "ก".repeat(4_001) },
      { photos: Array(51).fill("x") },
      { school: { $where: "1" } },
      { device: { deep: { er: 1 } } },
    ];
    for (const answers of bad) expect(await refusedSave(api, id, { answers })).toMatchObject({ status: 400, code: "bad_request" });
    expect(await refusedSave(api, id, { formId: "nosuchform" })).toMatchObject({ status: 404 });
    expect(await refusedSave(api, id, { revision: -1 })).toMatchObject({ status: 400 });
    expect(await refusedSave(api, id, { revision: 7 })).toMatchObject({ status: 404 });
    expect(await api.refused(saveDraft, { params: { id: "a/b" }, body: bodyOf() })).toMatchObject({ status: 400 });
    expect(await DraftModel.findById(id).lean()).toBeNull();
  });

  it("is thrown away, and then there is none", async () => {
    const api = await teacherNamed("ครูทิ้ง ร่าง");
    const id = randomUUID();
    await save(api, id);
    await api.ask(discardDraft, { params: { id } });
    expect(await api.refused(getDraft, { params: { id } })).toMatchObject({ status: 404 });
    expect(await api.refused(discardDraft, { params: { id } })).toMatchObject({ status: 404 });
    expect(await refusedSave(api, id, { revision: 1 })).toMatchObject({ status: 404 });
  });

  it("for a caller is staff's, and stands beside their own", async () => {
    const staff = apiAs(office, await office.staff("ช่างรับสาย ไว"));
    const onBehalfOf = { name: "ครูโทรมา", phone: null };
    const [own, callers] = [randomUUID(), randomUUID()];
    await save(staff, callers, { answers: {}, onBehalfOf });
    await save(staff, own);
    expect((await staff.ask(findDraft, { query: { formId: "repair", for: "caller" } })).draft).toMatchObject({ id: callers, onBehalfOf });
    expect((await staff.ask(findDraft, { query: { formId: "repair" } })).draft?.id).toBe(own);
    expect(await refusedSave(await teacherNamed("ครูแจ้งแทน ไม่ได้"), randomUUID(), { onBehalfOf })).toMatchObject({ status: 403 });
  });

  it("makes room for the newest twenty", async () => {
    const teacher = await office.teacher("ครูเริ่มบ่อย ไม่จบ");
    const api = apiAs(office, teacher);
    for (let n = 0; n < 22; n += 1) await save(api, `${teacher.personId}-${n}`.slice(-60));
    const left = await DraftModel.find({ personId: teacher.personId }, { _id: 1 }).sort({ savedAt: 1 }).lean();
    expect(left).toHaveLength(20);
    expect(left[0]?._id).toMatch(/-2$/);
  });
});

describe("a draft and its submission", () => {
  const answers = { ...brokenPrinter };
  const submit = (api: TestApi, draftId: string) =>
    api.ask(submitRequest, { body: { formId: "repair", formVersion: 1, draftId, answers: answers as never } });

  it("are one: sent, the draft is closed and leads to its request, and late saves change nothing", async () => {
    const api = await teacherNamed("ครูส่งแล้ว จบ");
    const id = randomUUID();
    await save(api, id);
    const { id: requestId, number } = await submit(api, id);
    expect((await read(api, id)).submittedAs).toEqual({ id: requestId, number });
    expect((await api.ask(getHome)).drafts).toEqual([]);
    expect(await api.ask(findDraft, { query: { formId: "repair" } })).toEqual({ draft: null });
    const late = await refusedSave(api, id, { revision: 1, answers: { device: "อื่น" } });
    expect(late).toMatchObject({ status: 409, code: "draft_changed", details: { draft: { submittedAs: { number } } } });
    expect(await api.refused(discardDraft, { params: { id } })).toMatchObject({ status: 404 });
  });

  it("that was never saved leads to its request as well", async () => {
    const api = await teacherNamed("ครูส่งเลย ไม่ร่าง");
    const id = randomUUID();
    const { number } = await submit(api, id);
    expect(await read(api, id)).toMatchObject({ submittedAs: { number }, answers: {} });
    expect(await refusedSave(api, id)).toMatchObject({ code: "draft_changed" });
    expect(await (await teacherNamed("ครูแอบ ดู")).refused(getDraft, { params: { id } })).toMatchObject({ status: 404 });
    expect(await refusedSave(await teacherNamed("ครูแอบ ใช้"), id)).toMatchObject({ status: 404 });
  });

  it("beside its very first save leaves no draft open of what is filed", async () => {
    const api = await teacherNamed("ครูส่งไว ก่อนบันทึก");
    for (let round = 0; round < 8; round += 1) {
      const id = randomUUID();
      await Promise.allSettled([save(api, id), submit(api, id)]);
      expect(await DraftModel.findById(id).lean()).toMatchObject({ isOpen: false });
    }
  });

  it("pressed many times, with saves in between, make one request", async () => {
    const api = await teacherNamed("ครูกดรัว หลายที");
    const id = randomUUID();
    await save(api, id);
    const [sent] = await Promise.all([
      Promise.all([submit(api, id), submit(api, id), submit(api, id)]),
      Promise.allSettled([1, 2].map((revision) => save(api, id, { revision, answers: { device: `จอ${revision}` } }))),
    ]);
    expect(new Set(sent.map(({ number }) => number)).size).toBe(1);
    expect(await RequestModel.countDocuments({ draftId: id })).toBe(1);
    expect(await DraftModel.findById(id).lean()).toMatchObject({ isOpen: false, submittedAs: { number: sent[0]?.number } });
  });
});

describe("a draft's pictures", () => {
  it("stay as long as the draft names them, though no request has taken them", async () => {
    const api = await teacherNamed("ครูร่าง มีรูป");
    const sends = async () =>
      (await api.upload(uploadFile, { params: { uploadId: randomUUID() }, bytes: await photoOf(), type: "image/jpeg" })).id;
    const [kept, dropped, loose] = [await sends(), await sends(), await sends()];
    const id = randomUUID();
    const first = await save(api, id, { answers: { photos: [kept, dropped] } });
    expect(first.photos.map((photo) => photo.id)).toEqual([kept, dropped]);
    await save(api, id, { answers: { photos: [kept] }, revision: 1 });
    const hours = (n: number) => removeLooseFiles(servicesAt(n));
    await hours(25);
    expect((await FileModel.find({ _id: { $in: [kept, dropped, loose] } }, { _id: 1 }).lean()).map(({ _id }) => _id)).toEqual([kept]);
    expect((await read(api, id)).photos.map((photo) => photo.id)).toEqual([kept]);
    await api.ask(discardDraft, { params: { id } });
    await hours(25);
    expect(await FileModel.findById(kept).lean()).toBeNull();
  });

  it("of other people are not shown with it", async () => {
    const [owner, other] = [await teacherNamed("ครูรูป ของฉัน"), await teacherNamed("ครูยืม รูป")];
    const { id: file } = await owner.upload(uploadFile, { params: { uploadId: randomUUID() }, bytes: await photoOf(), type: "image/jpeg" });
    expect((await save(other, randomUUID(), { answers: { photos: [file] } })).photos).toEqual([]);
  });
});

describe("a form that was changed meanwhile", () => {
  it("takes the draft of the version before along, and tells an outdated page to load the new one", async () => {
    const api = await teacherNamed("ครูแบบ เก่า");
    const id = randomUUID();
    const old = { formId: "changed", formVersion: 2, answers: { what: "ขอปลั๊ก" } };
    const refusal = await refusedSave(api, id, old);
    expect(refusal).toMatchObject({
      status: 409,
      code: "form_changed",
      details: { draft: { formVersion: 3, answers: { subject: "ขอปลั๊ก" } } },
    });
    expect(await read(api, id)).toMatchObject({ formVersion: 3, answers: { subject: "ขอปลั๊ก" }, title: "แบบทดลอง ขอปลั๊ก" });
    await DraftModel.updateOne({ _id: id }, { $set: { formVersion: 2, answers: { what: "ขอโต๊ะ" } } });
    expect(await read(api, id)).toMatchObject({ formVersion: 3, answers: { subject: "ขอโต๊ะ" } });
  });

  it("keeps a draft that it cannot read, and says so; lists leave it out", async () => {
    const api = await teacherNamed("ครูแบบ โบราณ");
    const id = randomUUID();
    await save(api, id, { formId: "changed", formVersion: 3, answers: { subject: "ขอพัดลม" } });
    await DraftModel.updateOne({ _id: id }, { $set: { formVersion: 1 } });
    expect(await api.refused(getDraft, { params: { id } })).toMatchObject({ status: 409, code: "form_changed" });
    expect((await api.ask(getHome)).drafts).toEqual([]);
    expect(await refusedSave(api, randomUUID(), { formId: "changed", formVersion: 1 })).toMatchObject({ code: "form_changed" });
    expect(await DraftModel.findById(id).lean()).not.toBeNull();
  });
});

/** The sweep's services, so many hours on. */
function servicesAt(hours: number) {
  const now = () => new Date(Date.now() + hours * 3_600_000);
  return { catalogue: openCatalogue([]), clock: { now }, newId: randomUUID };
}
