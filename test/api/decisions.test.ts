import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { checkCard, getCard } from "#models/contracts/cards.contract.ts";
import { countDesk, doTogether, listDesk } from "#models/contracts/desk.contract.ts";
import { saveDraft } from "#models/contracts/drafts.contract.ts";
import { linkFile, uploadDocument } from "#models/contracts/files.contract.ts";
import { lastOfForm, listForms } from "#models/contracts/forms.contract.ts";
import { getHome } from "#models/contracts/home.contract.ts";
import {
  continueRequest,
  copyRequest,
  doTransition,
  getAnswers,
  getRequest,
  setOfficial,
  submitRequest,
} from "#models/contracts/requests.contract.ts";
import { ChangeEntryModel } from "#models/documents/change-entry.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { apiAs, type TestApi } from "#test/support/api.ts";
import { badge, chairs, delivery } from "#test/support/invented-types.ts";
import { useOffice } from "#test/support/office.ts";
import { pdfFile } from "#test/support/office-file.ts";

let now = new Date("2026-11-23T03:00:00Z");
const clock = { now: () => now };
const office = useOffice({ catalogue: [chairs, delivery, badge], clock });
const people = {} as Record<"teacher" | "other" | "staff" | "elsewhere" | "head" | "director" | "owner", TestApi>;
const wanted = { event: "ประชุมผู้ปกครอง", count: 20, day: "2027-01-22" };

beforeAll(async () => {
  people.teacher = apiAs(office, await office.teacher("สมใจ ขอเก้าอี้"), clock);
  people.other = apiAs(office, await office.teacher("สมศรี คนอื่น"), clock);
  people.staff = apiAs(office, await office.staff("มานะ กลุ่มหนึ่ง", 1), clock);
  people.elsewhere = apiAs(office, await office.staff("มานี กลุ่มสอง", 2), clock);
  people.head = apiAs(office, await office.head("วิชัย หัวหน้าหนึ่ง", 1), clock);
  people.director = apiAs(office, await office.director("ชูใจ ผอเขต"), clock);
  const owns = { role: "data-owner" as const, scope: { kind: "system" as const, system: "DMC" } };
  people.owner = apiAs(office, await office.teacher("เจ้าของ ข้อมูล", { grants: [owns] }), clock);
});

const file = (who: TestApi, formId: string, answers: Record<string, unknown>, draftId: string = randomUUID()) =>
  who.ask(submitRequest, { body: { formId, formVersion: 1, draftId, answers } });

/** One press of what the page shows. */
async function presses(who: TestApi, id: string, transition: string, answers: Record<string, unknown> = {}) {
  const { state, answersRevision, actions } = await who.ask(getRequest, { params: { id } });
  const action = actions.find((one) => one.transition === transition);
  const body = {
    offeredIn: state,
    formVersion: action?.formVersion ?? null,
    answers,
    ...(action?.decides || action?.rewrites ? { seen: answersRevision } : {}),
  };
  return who.ask(doTransition, { params: { id, transition }, body });
}

describe("the forms that somebody may fill", () => {
  it("are all, with what the finder needs, and those of the centre's own for staff alone", async () => {
    const { forms } = await people.teacher.ask(listForms);
    expect(forms.map(({ formId }) => formId)).toEqual(["chairs", "badge"]);
    expect(forms[0]).toMatchObject({ name: "ขอยืมเก้าอี้", icon: "borrow", keywords: ["เก้าอี้"], processes: [16], groups: [3], isInChat: true });
    const all = (await people.staff.ask(listForms)).forms;
    expect(all.find(({ formId }) => formId === "delivery")).toMatchObject({ isForStaff: true, isInChat: false });
    expect((await people.teacher.ask(getHome)).forms).toMatchObject([{ formId: "chairs", icon: "borrow" }, { formId: "badge" }]);
    const body = { formId: "delivery", formVersion: 1, answers: { what: "เก้าอี้" }, revision: 0 };
    expect(await people.teacher.refused(saveDraft, { params: { id: randomUUID() }, body })).toMatchObject({ status: 403 });
  });
});

describe("a decision on the page", () => {
  it("stands on the head's home and desk until it is made, and is refused where the answers were changed meanwhile", async () => {
    const { id } = await file(people.teacher, "chairs", wanted);
    const home = await people.head.ask(getHome);
    expect(home.toDecide.find((card) => card.id === id)).toMatchObject({
      answersRevision: 1,
      // The subject tells the rest.
      highlights: [{ label: "วันที่ใช้", shown: "22 ม.ค. 70" }],
    });
    expect(home.desk?.unassigned).toBe(0);
    expect((await people.head.ask(countDesk)).views).toMatchObject({ "to-decide": home.toDecideTotal, unassigned: 0 });
    const listed = await people.head.ask(listDesk, { query: { view: "to-decide" } });
    expect(listed.requests.map((row) => row.id)).toContain(id);
    expect((await people.staff.ask(listDesk, { query: { view: "to-decide" } })).requests).toEqual([]);

    const page = await people.head.ask(getRequest, { params: { id } });
    expect(page.asked?.transitions).toEqual(["head-approve-to-end", "head-return", "head-refuse"]);
    expect(page.actions.find(({ transition }) => transition === "head-refuse")).toMatchObject({ decides: "refuse", rewrites: false });
    const anew = await people.teacher.ask(getAnswers, { params: { id } });
    expect(anew).toMatchObject({ formId: "chairs", answers: wanted, answersRevision: 1 });
    const mine = await people.teacher.ask(getRequest, { params: { id } });
    expect(mine.actions.find(({ transition }) => transition === "correct")).toMatchObject({ rewrites: true, formVersion: 1 });
    const after = await presses(people.teacher, id, "correct", { ...anew.answers, count: 25 });
    expect(after.timeline.at(-1)?.filed).toEqual([{ label: "จำนวน", shown: "20 → 25" }]);

    const approve = { offeredIn: page.state, formVersion: 1, answers: {}, seen: page.answersRevision };
    const refusal = await people.head.refused(doTransition, { params: { id, transition: "head-approve-to-end" }, body: approve });
    expect(refusal).toMatchObject({ status: 409, code: "state_changed", details: { changed: "จำนวน: 20 → 25" } });
    expect(refusal.message).toContain("สมใจ ขอเก้าอี้ แก้ไขเรื่อง");
    const together = { transition: "head-approve-to-end", formVersion: 1, answers: {} };
    const stale = { ...together, requests: [{ id, offeredIn: page.state, seen: 1 }] };
    expect((await people.head.ask(doTogether, { body: stale })).results).toMatchObject([
      { isDone: false, error: { code: "state_changed" } },
    ]);
    const fresh = { ...together, requests: [{ id, offeredIn: page.state, seen: 2 }] };
    expect((await people.head.ask(doTogether, { body: fresh })).results).toMatchObject([{ isDone: true }]);
    expect((await people.head.ask(getHome)).toDecide.map((card) => card.id)).not.toContain(id);
    expect((await people.head.ask(getHome)).desk?.unassigned).toBe(1);
  });

  it("is nobody's about their own request", async () => {
    const { id } = await file(people.head, "chairs", wanted);
    const own = await people.head.ask(getRequest, { params: { id } });
    expect(own.actions.some(({ decides }) => decides !== null)).toBe(false);
    const body = { offeredIn: "waiting-head", formVersion: 1, answers: {}, seen: 1 };
    const refusal = await people.head.refused(doTransition, { params: { id, transition: "head-approve-to-end" }, body });
    expect(refusal).toMatchObject({ status: 403, code: "own_request" });
    expect((await people.director.ask(getHome)).toDecide.map((card) => card.id)).toContain(id);
    expect((await presses(people.director, id, "head-approve-to-end")).state).toBe("approved");
  });

  it("lets nobody else read the answers to be corrected", async () => {
    const { id } = await file(people.teacher, "chairs", wanted);
    for (const who of [people.other, people.head]) expect(await who.refused(getAnswers, { params: { id } })).toMatchObject({ status: 404 });
  });
});

describe("a request like the one before", () => {
  it("is a draft without what belongs to the one time, and without days that are over", async () => {
    now = new Date(now.getTime() + 1_000);
    const { id } = await file(people.teacher, "chairs", { ...wanted, day: "2026-11-24", promise: true });
    const { last } = await people.teacher.ask(lastOfForm, { params: { formId: "chairs" } });
    expect(last).toMatchObject({ id });
    const soon = await people.teacher.ask(copyRequest, { params: { id }, body: {} });
    expect(soon.answers).toMatchObject({ event: wanted.event, count: 20, day: "2026-11-24" });
    expect(soon.answers).not.toHaveProperty("promise");
    now = new Date("2026-11-26T03:00:00Z");
    const late = await people.teacher.ask(copyRequest, { params: { id }, body: {} });
    expect(late).toMatchObject({ answers: { event: wanted.event, count: 20 }, origin: null, revision: 1 });
    expect(late.answers).not.toHaveProperty("day");
    const copy = await file(people.teacher, "chairs", { ...late.answers, day: "2027-02-01" }, late.id);
    expect(copy.origin).toBeNull();
    for (const who of [people.other, people.head])
      expect(await who.refused(copyRequest, { params: { id }, body: {} })).toMatchObject({ status: 404 });
    expect(await people.other.ask(lastOfForm, { params: { formId: "chairs" } })).toEqual({ last: null });
    expect(await people.other.refused(lastOfForm, { params: { formId: "nothing" } })).toMatchObject({ status: 404 });
  });
});

describe("a request that goes on from another", () => {
  it("knows what that one knew, shows its files, and both lead to each other for whoever may see them", async () => {
    const upload = { params: { uploadId: randomUUID() }, query: { name: "แบบ.pdf" }, bytes: pdfFile(), type: "application/pdf" };
    const paper = await people.teacher.upload(uploadDocument, upload);
    const { id, number } = await file(people.teacher, "chairs", { ...wanted, papers: [paper.id] });
    const early = { params: { id }, body: { formId: "delivery" } };
    expect((await people.staff.ask(getRequest, { params: { id } })).continuations).toEqual([]);
    expect(await people.staff.refused(continueRequest, early)).toMatchObject({ status: 403 });
    await presses(people.head, id, "head-approve-to-end");
    expect((await people.teacher.ask(getRequest, { params: { id } })).continuations).toEqual([]);
    expect(await people.teacher.refused(continueRequest, early)).toMatchObject({ status: 403 });
    expect(await people.other.refused(continueRequest, early)).toMatchObject({ status: 404 });

    const page = await people.staff.ask(getRequest, { params: { id } });
    expect(page.continuations).toEqual([{ formId: "delivery", name: "ใบส่งของ" }]);
    expect(page.files).toEqual([{ ...paper, name: "แบบ.pdf" }]);
    const draft = await people.staff.ask(continueRequest, early);
    expect(draft).toMatchObject({ formId: "delivery", answers: { what: `ของเรื่อง ${number}`, papers: [paper.id] }, origin: { id, number } });
    expect(draft.files).toMatchObject([{ id: paper.id, name: "แบบ.pdf" }]);
    const next = await file(people.staff, "delivery", draft.answers, draft.id);
    expect(next).toMatchObject({ origin: { id, number, formId: "chairs", name: "ขอยืมเก้าอี้" }, files: [{ id: paper.id }] });
    expect((await people.staff.ask(getRequest, { params: { id } })).followUps).toMatchObject([{ id: next.id, formId: "delivery" }]);
    // It is not theirs to see.
    expect((await people.teacher.ask(getRequest, { params: { id } })).followUps).toEqual([]);
    expect(await people.elsewhere.ask(linkFile, { params: { id: paper.id } })).toHaveProperty("url");
    expect(await people.other.refused(linkFile, { params: { id: paper.id } })).toMatchObject({ status: 404 });
    // The same draft sent again is the same request, linked once.
    expect((await file(people.staff, "delivery", draft.answers, draft.id)).id).toBe(next.id);
    expect((await RequestModel.findById(id).lean())?.followUps).toHaveLength(1);
  });

  it("carries no file that was not there for who goes on", async () => {
    const upload = { params: { uploadId: randomUUID() }, query: { name: "ลับ.pdf" }, bytes: pdfFile(), type: "application/pdf" };
    const paper = await people.teacher.upload(uploadDocument, upload);
    await file(people.teacher, "chairs", { ...wanted, papers: [paper.id] });
    const body = { formId: "chairs", formVersion: 1, draftId: randomUUID(), answers: { ...wanted, papers: [paper.id] } };
    expect(await people.other.refused(submitRequest, { body })).toMatchObject({ status: 400, code: "invalid_answers" });
  });
});

describe("the office's number of a request", () => {
  it("is typed by staff of its group, told where another has it in that year, and stands in the trail", async () => {
    const first = await file(people.teacher, "chairs", wanted);
    const second = await file(people.teacher, "chairs", wanted);
    const put = (id: string, number: string, date = "2026-11-25") => ({ params: { id }, body: { number, date } });
    expect(await people.teacher.refused(setOfficial, put(first.id, "ศธ 04123/1"))).toMatchObject({ status: 403 });
    expect(await people.elsewhere.refused(setOfficial, put(first.id, "ศธ 04123/1"))).toMatchObject({ status: 403 });
    expect(await people.other.refused(setOfficial, put(first.id, "ศธ 04123/1"))).toMatchObject({ status: 404 });
    const typed = await people.staff.ask(setOfficial, put(first.id, " ศธ 04123/1 "));
    expect(typed).toMatchObject({ official: { number: "ศธ 04123/1", date: "2026-11-25" }, warning: null, canSetOfficial: true });
    expect((await people.staff.ask(setOfficial, put(second.id, "ศธ 04123/1", "2027-01-05"))).warning).toBeNull();
    expect((await people.head.ask(setOfficial, put(second.id, "ศธ 04123/1"))).warning).toContain(first.number);
    const { timeline } = await people.teacher.ask(getRequest, { params: { id: second.id } });
    expect(timeline.map(({ sequence, deed }) => `${sequence} ${deed}`)).toEqual([
      "1 แจ้งเรื่อง",
      "2 ลงเลขที่หนังสือ ศธ 04123/1 ลงวันที่ 5 ม.ค. 70",
      "3 แก้เลขที่หนังสือ ศธ 04123/1 ลงวันที่ 25 พ.ย. 69",
    ]);
    const trail = await ChangeEntryModel.find({ subject: `request:${second.id}`, action: "set-official" })
      .sort({ _id: 1 })
      .lean();
    expect(trail.map(({ changes }) => changes.map(({ label }) => label))).toEqual([["ที่", "วันที่"], ["วันที่"]]);
  });

  it("stays what the paper of record says; one that came after it stands beside it", async () => {
    const [numbered, late] = [await file(people.teacher, "chairs", wanted), await file(people.teacher, "chairs", wanted)];
    const put = (id: string, number: string) => ({ params: { id }, body: { number, date: "2026-11-25" } });
    await people.staff.ask(setOfficial, put(numbered.id, "ศธ 04123/7"));
    for (const { id } of [numbered, late]) await presses(people.head, id, "head-approve-to-end");
    const recordOf = async ({ id }: { id: string }) => (await people.staff.ask(getRequest, { params: { id } })).record;
    await expect.poll(() => recordOf(numbered), { timeout: 30_000, interval: 200 }).toMatchObject({ hasNumber: true });
    await expect.poll(() => recordOf(late), { timeout: 30_000, interval: 200 }).toMatchObject({ hasNumber: false });
    expect(await people.staff.refused(setOfficial, put(numbered.id, "ศธ 04123/8"))).toMatchObject({ status: 409, code: "in_use" });
    // The same again changes nothing, and is no matter.
    expect(await people.staff.ask(setOfficial, put(numbered.id, "ศธ 04123/7"))).toMatchObject({ canSetOfficial: false });
    const typed = await people.staff.ask(setOfficial, put(late.id, "ศธ 04123/8"));
    expect(typed).toMatchObject({ official: { number: "ศธ 04123/8" }, canSetOfficial: true, record: { hasNumber: false } });
  });
});

describe("a user card", () => {
  it("is its holder's, is checked by staff, expires by itself and is revoked", async () => {
    const { id } = await file(people.teacher, "badge", { system: "DMC", until: "2026-12-31" });
    expect(await people.teacher.refused(getCard, { params: { id } })).toMatchObject({ status: 404 });
    expect((await people.owner.ask(getHome)).toDecide.map((card) => card.id)).toEqual([id]);
    await presses(people.owner, id, "owner-approve");
    const page = await people.teacher.ask(getRequest, { params: { id } });
    expect(page.hasCard).toBe(true);
    const card = await people.teacher.ask(getCard, { params: { id } });
    expect(card).toMatchObject({ standing: "valid", until: "2026-12-31", holder: "สมใจ ขอเก้าอี้", rows: [{ label: "ระบบ", value: "DMC" }] });
    expect(card.url).toContain(`/cards/${card.code}`);
    expect(card.qr.length).toBe(card.qr[0]?.length);
    expect(await people.head.refused(getCard, { params: { id } })).toMatchObject({ status: 404 });

    const checked = await people.elsewhere.ask(checkCard, { params: { code: card.code } });
    expect(checked).toMatchObject({ standing: "valid", holder: "สมใจ ขอเก้าอี้", endedAt: null });
    for (const who of [people.other, people.director])
      expect(await who.refused(checkCard, { params: { code: card.code } })).toMatchObject({ status: 403 });
    const forged = `${id}.${card.code.split(".").slice(1).join(".")}x`;
    expect(await people.staff.refused(checkCard, { params: { code: forged } })).toMatchObject({ status: 404 });

    const before = now;
    now = new Date("2026-12-31T17:00:01Z");
    expect((await people.staff.ask(checkCard, { params: { code: card.code } })).standing).toBe("expired");
    now = before;
    await presses(people.staff, id, "revoke");
    expect(await people.staff.ask(checkCard, { params: { code: card.code } })).toMatchObject({
      standing: "revoked",
      endedAt: now.toISOString(),
    });
    expect((await people.teacher.ask(getCard, { params: { id } })).standing).toBe("revoked");
  });
});
