import { beforeAll, describe, expect, it } from "vitest";
import { countDesk, type DeskView, doTogether, getWorkload, listDesk } from "#models/contracts/desk.contract.ts";
import { doTransition, getRequest, submitRequest } from "#models/contracts/requests.contract.ts";
import { AccessEntryModel } from "#models/documents/access-entry.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { apiAs } from "#test/support/api.ts";
import { sampleSchools, type TestOffice, useOffice } from "#test/support/office.ts";
import { brokenPrinter } from "#test/support/services.ts";

const office = useOffice();
type Person = Awaited<ReturnType<TestOffice["teacher"]>>;

let teacher: Person;
let technician: Person;
let colleague: Person;
let head: Person;
let ofGroupTwo: Person;
let director: Person;
let admin: Person;

beforeAll(async () => {
  teacher = await office.teacher("ครูสมศรี มีเรื่อง");
  technician = await office.staff("ช่างหนึ่ง ทดสอบ");
  colleague = await office.staff("ช่างสอง ทดสอบ");
  head = await office.head("หัวหน้าหนึ่ง ทดสอบ");
  ofGroupTwo = await office.staff("เจ้าหน้าที่กลุ่มสอง", 2);
  director = await office.teacher("ผอ.เขต ทดสอบ", { grants: [{ role: "director", scope: { kind: "office" } }] });
  admin = await office.teacher("ผู้ดูแล ทดสอบ", { grants: [{ role: "admin", scope: { kind: "office" } }] });
});

let drafts = 0;
async function reported(answers: Record<string, unknown> = {}, by: Person = teacher) {
  drafts += 1;
  const body = { formId: "repair", formVersion: 1, draftId: `desk-${drafts}`, answers: { ...brokenPrinter, ...answers } };
  return apiAs(office, by).ask(submitRequest, { body });
}

const does = (by: Person, request: { id: string; state: string }, transition: string) =>
  apiAs(office, by).ask(doTransition, {
    params: { id: request.id, transition },
    body: { offeredIn: request.state, formVersion: null, answers: {} },
  });

async function rows(by: Person, view: DeskView, more: { group?: number; school?: string; text?: string; assignee?: string } = {}) {
  const { requests } = await apiAs(office, by).ask(listDesk, { query: { view, ...more } });
  return requests.map(({ number }) => number);
}

describe("the desk", () => {
  it.each([
    ["a teacher", () => teacher],
    ["the director", () => director],
    ["an admin who does no work of the centre", () => admin],
  ])("is closed to %s, whatever is asked of it", async (_who, person) => {
    const api = apiAs(office, person());
    const body = { transition: "accept", requests: [{ id: "x", offeredIn: "submitted" }], formVersion: null, answers: {} };
    const refusals = [
      await api.refused(listDesk, { query: { view: "open" } }),
      await api.refused(countDesk),
      await api.refused(getWorkload),
      await api.refused(doTogether, { body }),
    ];
    expect(refusals.map(({ status, code }) => `${status} ${code}`)).toEqual(Array(4).fill("403 not_allowed"));
    expect((await apiAs(office, null).refused(countDesk)).status).toBe(401);
  });

  it("shows each of its views with its count, and to each the queue of their own groups", async () => {
    const mine = await does(technician, await reported({ symptom: "งานของช่างหนึ่ง" }), "accept");
    const free = await reported({ symptom: "งานที่ยังไม่มีใครรับ" });
    const waiting = await does(colleague, await reported({ symptom: "งานที่รออะไหล่" }), "accept");
    await RequestModel.updateOne({ _id: waiting.id }, { $set: { state: "waiting-parts" } });
    const late = await does(colleague, await reported({ symptom: "งานที่เลยกำหนด" }), "accept");
    await RequestModel.updateOne({ _id: late.id }, { $set: { finishBy: new Date(Date.now() - 86_400_000) } });
    const other = await reported({ symptom: "ขอข้อมูลนักเรียน", category: "data", device: "ข้อมูล" });
    const { group } = await apiAs(office, ofGroupTwo).ask(getRequest, { params: { id: other.id } });
    expect(group).toBe(2);

    expect(await rows(technician, "mine")).toEqual([mine.number]);
    expect(await rows(technician, "unassigned")).toEqual([free.number]);
    expect(await rows(technician, "late")).toEqual([late.number]);
    expect(await rows(technician, "waiting")).toEqual([waiting.number]);
    const open = await rows(technician, "open");
    expect(open.toSorted()).toEqual([mine, free, waiting, late].map(({ number }) => number).toSorted());
    expect(open.at(-1)).toBe(waiting.number);
    expect(await rows(technician, "open", { assignee: colleague.personId })).toEqual([late.number, waiting.number]);

    const counts = await apiAs(office, technician).ask(countDesk);
    expect(counts.views).toEqual({ mine: 1, "to-decide": 0, unassigned: 1, late: 1, waiting: 1, open: 4 });
    expect(counts.groups).toEqual([{ group: 1, open: 4, unassigned: 1, late: 1 }]);
    expect(counts.schools).toEqual([{ code: sampleSchools[0]?.code, name: sampleSchools[0]?.name, open: 4, late: 1 }]);

    expect(await rows(technician, "open", { group })).toEqual([]);
    expect(await rows(ofGroupTwo, "open")).toEqual([other.number]);
  });

  it("finds by Thai words, by name and by number, the finished and other groups' among them, and says where it goes on", async () => {
    const found = await reported({ symptom: "จอเขียวอี๋ทั้งจอ", device: "โปรเจคเตอร์", category: "av" });
    const elsewhere = await reported({
      symptom: "เครื่องสำรองไฟร้องลั่น",
      school: { code: sampleSchools[2]?.code, name: sampleSchools[2]?.name },
    });
    await RequestModel.updateOne({ _id: found.id }, { $set: { isOpen: false, state: "closed" } });
    expect(await rows(technician, "all", { text: "เขียวอี๋" })).toEqual([found.number]);
    expect(await rows(ofGroupTwo, "all", { text: "เขียวอี๋" })).toEqual([found.number]);
    expect(await rows(technician, "all", { text: found.number })).toEqual([found.number]);
    expect(await rows(technician, "all", { text: "หนองบัวทอง" })).toEqual([elsewhere.number]);
    expect(await rows(technician, "all", { text: "ไม่มีคำนี้แน่นอน" })).toEqual([]);
    expect(await rows(technician, "all", { school: sampleSchools[2]?.code ?? "" })).toEqual([elsewhere.number]);
    expect(await rows(technician, "finished")).toEqual([found.number]);
    expect(await rows(technician, "open", { text: "ร้องลั่น" })).toEqual([elsewhere.number]);
  });

  it("goes through a long queue page by page, each request once, by need and by day alike", async () => {
    const sample = await RequestModel.findOne({ isOpen: true, group: 1 }).lean();
    if (!sample) throw new Error("no request");
    const copies = Array.from({ length: 90 }, (_, at) => ({
      ...sample,
      _id: `copy-${at}`,
      draftId: `copy-${at}`,
      tail: 5_000 + at,
      number: `ซ-2570-${String(5_000 + at).padStart(6, "0")}`,
      school: { code: "24010002", name: "โรงเรียนวัดทุ่งสว่าง", zone: "A" },
      urgency: (["low", "critical", "normal"] as const)[at % 3] ?? ("normal" as const),
      // Some filed and promised in the same moment.
      createdAt: new Date(1_700_000_000_000 + Math.floor(at / 4) * 1_000),
      finishBy: new Date(1_900_000_000_000 + Math.floor(at / 4) * 1_000),
    }));
    await RequestModel.insertMany(copies);
    for (const view of ["open", "all"] as const) {
      const seen: { number: string; urgency: string }[] = [];
      let cursor: string | null = null;
      do {
        const query: { view: "open" | "all"; school: string; cursor?: string } = {
          view,
          school: "24010002",
          ...(cursor ? { cursor } : {}),
        };
        const page = await apiAs(office, technician).ask(listDesk, { query });
        seen.push(...page.requests);
        cursor = page.next;
      } while (cursor);
      expect(new Set(seen.map(({ number }) => number)).size).toBe(90);
      expect(seen).toHaveLength(90);
      if (view === "open") expect(seen.map(({ urgency }) => urgency).join()).toMatch(/^(critical,?)+(normal,?)+(low,?)+$/);
    }
    await RequestModel.deleteMany({ _id: /^copy-/ });
  });

  it("writes into the access log whom it showed, once and not at every refresh", async () => {
    const request = await reported({ symptom: "ดูในทะเบียนการเข้าถึง" });
    const subject = `request:${request.id}`;
    for (let times = 0; times < 3; times += 1) await rows(colleague, "unassigned");
    await expect.poll(() => AccessEntryModel.countDocuments({ subject, personId: colleague.personId, action: "desk" })).toBe(1);
    expect(await AccessEntryModel.countDocuments({ subject, personId: colleague.personId })).toBe(1);
  });
});

describe("several at once", () => {
  const together = (by: Person, transition: string, requests: { id: string; state: string }[], answers: Record<string, unknown> = {}) =>
    apiAs(office, by).ask(doTogether, {
      body: {
        transition,
        requests: requests.map(({ id, state }) => ({ id, offeredIn: state })),
        formVersion: Object.keys(answers).length > 0 ? 1 : null,
        answers,
      },
    });

  it("a head assigns them to one person; what somebody took meanwhile is named with the reason, and the rest is done", async () => {
    const [one, taken, three] = [await reported(), await reported(), await reported()];
    await does(colleague, taken, "accept");
    const person = { id: technician.personId, name: "ช่างหนึ่ง ทดสอบ" };
    const { results } = await together(head, "assign", [one, taken, three], { person });
    expect(results.map(({ id, isDone }) => [id, isDone])).toEqual([
      [one.id, true],
      [taken.id, false],
      [three.id, true],
    ]);
    expect(results[1]?.error).toMatchObject({ code: "state_changed" });
    expect(results[1]?.error?.message).toContain("ช่างสอง");
    const after = await RequestModel.find({ _id: { $in: [one.id, three.id] } }).lean();
    expect(after.map(({ assignee, revision }) => [assignee?.id, revision])).toEqual(Array(2).fill([technician.personId, 2]));
    expect(await TimelineEntryModel.countDocuments({ requestId: taken.id })).toBe(2);
    expect(await rows(technician, "mine")).toEqual(expect.arrayContaining([one.number, three.number]));
  });

  it("what one may not do is refused one by one, unknown and repeated ids too, and nothing of it is written", async () => {
    const [one, two] = [await reported(), await reported()];
    const person = { id: colleague.personId, name: "ช่างสอง ทดสอบ" };
    const forbidden = await together(technician, "assign", [one, two], { person });
    expect(forbidden.results.map(({ error }) => error?.code)).toEqual(["not_allowed", "not_allowed"]);
    const mixed = await together(technician, "accept", [one, one, { id: "nowhere", state: "submitted" }]);
    expect(mixed.results.map(({ id, isDone, error }) => [id, isDone, error?.code ?? null])).toEqual([
      [one.id, true, null],
      ["nowhere", false, "not_found"],
    ]);
    expect((await together(head, "assign", [two], {})).results[0]?.error?.code).toBe("form_changed");
    expect((await together(head, "assign", [two], { person: "ใครก็ได้" })).results[0]?.error?.code).toBe("invalid_answers");
    expect((await RequestModel.findById(two.id).lean())?.revision).toBe(1);
    expect((await together(head, "no-such-step", [two])).results[0]?.error?.code).toBe("not_allowed");
  });

  it("takes no more than fifty and no unknown field", async () => {
    const api = apiAs(office, head);
    const requests = Array.from({ length: 51 }, (_, at) => ({ id: `r${at}`, offeredIn: "submitted" }));
    const body = { transition: "note", requests, formVersion: 1, answers: { words: "x" } };
    expect((await api.refused(doTogether, { body })).code).toBe("bad_request");
    expect((await api.refused(doTogether, { body: { ...body, requests: [], surprise: 1 } })).code).toBe("bad_request");
    expect((await api.refused(listDesk, { query: { view: "everything" } })).code).toBe("bad_request");
    expect((await api.refused(listDesk, { query: { view: "open", group: "two" } })).code).toBe("bad_request");
  });
});

describe("the workload", () => {
  it("names the people of one's groups with what they have, what is late, and until when they are away", async () => {
    const { people, unassigned } = await apiAs(office, head).ask(getWorkload);
    const names = people.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["ช่างหนึ่ง ทดสอบ", "ช่างสอง ทดสอบ", "หัวหน้าหนึ่ง ทดสอบ"]));
    expect(names).not.toContain("เจ้าหน้าที่กลุ่มสอง");
    const counts = await apiAs(office, head).ask(countDesk);
    expect(unassigned).toBe(counts.views.unassigned);
    const { open } = people.find(({ id }) => id === technician.personId) ?? {};
    expect((await rows(head, "open", { assignee: technician.personId })).length).toBe(open);
  });
});
