import { beforeAll, describe, expect, it } from "vitest";
import { checkStoredVersions } from "#bot/services/check-stored-versions.ts";
import { runQuery } from "#bot/services/effects/run-query.ts";
import { accessHash, flushAccessLog } from "#bot/services/record-access.ts";
import type { Outcome, Query } from "#models/conversations/effects.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import type { NumberMention } from "#models/conversations/understanding.ts";
import type { AccessEntryDocument } from "#models/documents/access-entry.document.ts";
import { AccessEntryModel } from "#models/documents/access-entry.document.ts";
import { CounterModel } from "#models/documents/counter.document.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { monday, repairOf, schools, useServices } from "#test/support/services.ts";

const ctx = useServices();
const group = (number: number) => ({ kind: "group" as const, group: number, zones: [] });

let teacher: PersonDocument;
let neighbour: PersonDocument;
let technician: PersonDocument;
let head: PersonDocument;
let centreHead: PersonDocument;

const ask = (query: Query, who: PersonDocument): Promise<Outcome> => runQuery(ctx, query, ctx.who(who));
async function requestsOf(query: Query, who: PersonDocument): Promise<RequestView[]> {
  const outcome = await ask(query, who);
  return outcome.ok && "requests" in outcome ? outcome.requests : [];
}
const find = (number: Partial<NumberMention> & { tail: number }, who: PersonDocument) =>
  requestsOf({ do: "find", number: { code: null, year: null, ...number } }, who);
const report = async (who: PersonDocument, answers = {}) => (await ctx.run(repairOf(ctx, answers), ctx.who(who))).request;
const press = (requestId: string, transition: string, offeredIn: string, who: PersonDocument, answers = {}) =>
  ctx.run({ do: "transition", requestId, transition, offeredIn, answers }, ctx.who(who));

beforeAll(async () => {
  teacher = await ctx.person("ครูสมหญิง ใจดี");
  neighbour = await ctx.person("ครูสมชาย ข้างห้อง");
  technician = await ctx.person("ช่างเอก มานะ", { roles: [{ role: "staff", scope: group(1) }] });
  head = await ctx.person("หัวหน้าตรี", { roles: [{ role: "group-head", scope: group(1) }] });
  centreHead = await ctx.person("หัวหน้าศูนย์", { roles: [{ role: "centre-head", scope: { kind: "office" } }] });
});

describe("finding by number", () => {
  it("takes any spelling, this year before the years behind, and one's own before others' for a bare tail", async () => {
    ctx.at = new Date("2026-09-01T10:00:00+07:00");
    const lastYear = await report(teacher);
    expect(lastYear.number).toBe("ซ-2569-000001");
    ctx.at = monday;
    await CounterModel.deleteOne({ _id: "REP-2570" });
    await RequestModel.deleteMany({ year: 2570 });
    const others = await report(neighbour);
    const own = await report(teacher);
    expect([others.number, own.number]).toEqual(["ซ-2570-000001", "ซ-2570-000002"]);

    const ids = (views: RequestView[]) => views.map(({ id }) => id);
    expect(ids(await find({ code: "REP", year: 2570, tail: 2 }, teacher))).toEqual([own.id]);
    expect(ids(await find({ code: "ซ", tail: 2 }, teacher))).toEqual([own.id]);
    expect(ids(await find({ tail: 1 }, teacher))).toEqual([lastYear.id]);
    expect(ids(await find({ year: 2569, tail: 1 }, teacher))).toEqual([lastYear.id]);
    expect(ids(await find({ tail: 1 }, technician))).toEqual([others.id]);
    expect(await ask({ do: "find", number: { code: "REP", year: 2570, tail: 1 } }, teacher)).toMatchObject({
      ok: false,
      refusal: { code: "not_found" },
    });
  });

  it("tells nobody of a request that is not theirs, by id either", async () => {
    const { id } = await report(neighbour);
    expect(await ask({ do: "find", id }, teacher)).toMatchObject({ ok: false, refusal: { code: "not_found" } });
    const director = await ctx.person("ผอ.โรงเรียน", {
      roles: [{ role: "school-director", scope: { kind: "school", school: schools[0]._id } }],
    });
    expect(await ask({ do: "find", id }, director)).toMatchObject({ ok: true, requests: [{ id, possible: [] }] });
  });

  it("brings the newest of the timeline, notes for staff only to staff", async () => {
    const { id } = await report(teacher);
    await press(id, "note", "submitted", technician, { words: "น่าจะลูกยาง" });
    await press(id, "accept", "submitted", technician);
    const deeds = async (who: PersonDocument) =>
      (await requestsOf({ do: "find", id }, who))[0]?.timeline.map(({ deed, by, words }) => [deed, by, words]);
    expect(await deeds(teacher)).toEqual([
      ["แจ้งเรื่อง", teacher.name, ""],
      ["รับเรื่อง", technician.name, ""],
    ]);
    expect(await deeds(technician)).toEqual([
      ["แจ้งเรื่อง", teacher.name, ""],
      ["บันทึกภายใน", technician.name, "น่าจะลูกยาง"],
      ["รับเรื่อง", technician.name, ""],
    ]);
  });
});

describe("lists", () => {
  it("are what their names say, for whom they are", async () => {
    await RequestModel.deleteMany({});
    const late = await report(teacher);
    ctx.at = new Date("2026-11-25T09:30:00+07:00");
    const taken = await report(teacher, { place: "ห้องสมุด" });
    await press(taken.id, "accept", "submitted", technician);
    const other = await report(neighbour, { category: "website" });
    const ids = async (list: Extract<Query, { do: "list" }>["list"], who: PersonDocument) =>
      (await requestsOf({ do: "list", list }, who)).map(({ id }) => id);

    expect(await ids("mine-open", teacher)).toEqual([taken.id, late.id]);
    expect(await ids("my-work", technician)).toEqual([taken.id]);
    expect(await ids("unassigned", head)).toEqual([late.id]);
    expect(await ids("unassigned", centreHead)).toEqual([late.id, other.id]);
    expect(await ids("queue", head)).toEqual([late.id, taken.id]);
    // Nobody took it up within the day that was promised.
    expect(await ids("late", head)).toEqual([late.id]);
    expect(await ask({ do: "list", list: "late" }, teacher)).toMatchObject({ ok: false, refusal: { code: "not_allowed" } });
    expect(await ask({ do: "workload" }, head)).toMatchObject({
      ok: true,
      unassigned: 1,
      people: [{ open: 0 }, { open: 0 }, { name: technician.name, open: 1, late: 0 }],
    });
    const staff = await ask({ do: "lookup", source: "staff", text: "" }, head);
    expect(staff.ok && "candidates" in staff ? staff.candidates[0] : null).toMatchObject({
      label: technician.name,
      detail: "1 งาน",
    });
    ctx.at = monday;
  });

  it("are no wider for who administers the system beside their work", async () => {
    await RequestModel.deleteMany({});
    const own = await report(teacher);
    await report(teacher, { category: "website" });
    const office = { scope: { kind: "office" as const }, from: new Date(0), until: null, actingFor: null };
    const grants = [...technician.grants, { role: "admin" as const, ...office }, { role: "data-owner" as const, ...office }];
    const both = { ...technician, grants };
    expect((await requestsOf({ do: "list", list: "queue" }, both)).map(({ id }) => id)).toEqual([own.id]);
  });

  it("put what needs a hand first: the urgent before the early, what waits for others last", async () => {
    await RequestModel.deleteMany({});
    const waits = await report(teacher, { urgency: "critical" });
    await press(waits.id, "accept", "submitted", technician);
    await press(waits.id, "wait-parts", "accepted", technician, { what: "ลูกยาง" });
    const early = await report(teacher);
    ctx.at = new Date("2026-11-24T09:30:00+07:00");
    const urgent = await report(teacher, { urgency: "high" });
    const ids = async (list: Extract<Query, { do: "list" }>["list"], who: PersonDocument) =>
      (await requestsOf({ do: "list", list }, who)).map(({ id }) => id);
    expect(await ids("unassigned", head)).toEqual([urgent.id, early.id]);
    for (const { id } of [urgent, early]) await press(id, "accept", "submitted", technician);
    expect(await ids("my-work", technician)).toEqual([urgent.id, early.id, waits.id]);
    expect(await ids("queue", centreHead)).toEqual([urgent.id, early.id, waits.id]);
    ctx.at = monday;
  });

  it("say what comes next in the words of who reads: the one who waits, or the one who works", async () => {
    const { id } = await report(teacher);
    const next = async (who: PersonDocument) => (await requestsOf({ do: "find", id }, who))[0]?.next;
    expect([await next(teacher), await next(technician)]).toEqual(["เจ้าหน้าที่จะรับเรื่องและติดต่อกลับ", "รอคนรับเรื่อง"]);
    const own = await report(technician);
    expect((await requestsOf({ do: "find", id: own.id }, technician))[0]?.next).toBe("เจ้าหน้าที่จะรับเรื่องและติดต่อกลับ");
  });

  it("a request that waits for parts is not late, however long it waits", async () => {
    const { id } = await report(teacher);
    await press(id, "accept", "submitted", technician);
    await press(id, "wait-parts", "accepted", technician, { what: "ลูกยาง" });
    ctx.at = new Date("2027-02-01T09:30:00+07:00");
    expect((await requestsOf({ do: "find", id }, technician))[0]?.isLate).toBe(false);
    expect((await requestsOf({ do: "list", list: "late" }, head)).map((view) => view.id)).not.toContain(id);
    ctx.at = monday;
  });
});

describe("whom to give a job", () => {
  it("are the group's technicians, the least busy first, then their head, then other groups, and who is away last", async () => {
    await RequestModel.deleteMany({});
    const roleOf = (role: "staff" | "group-head", number: number) => ({ roles: [{ role, scope: group(number) }] });
    await ctx.person("นายมานะ ทดลอง", roleOf("staff", 1));
    await ctx.person("นายลา ทดลอง", { ...roleOf("staff", 1), awayUntil: new Date("2026-11-26T00:00:00+07:00") });
    await ctx.person("หัวหน้าสอง ทดลอง", roleOf("group-head", 2));
    const { id } = await report(teacher);
    await press(id, "accept", "submitted", technician);
    const outcome = await ask({ do: "lookup", source: "staff", text: "" }, head);
    const offered = outcome.ok && "candidates" in outcome ? outcome.candidates : [];
    expect(offered.map(({ label, detail }) => `${label} ${detail}`)).toEqual([
      "มานะ ทดลอง 0 งาน",
      "ช่างเอก มานะ 1 งาน",
      "หัวหน้าตรี 0 งาน",
      expect.stringMatching(/^หัวหน้า(สอง ทดลอง|ศูนย์) 0 งาน$/),
      expect.stringMatching(/^หัวหน้า(สอง ทดลอง|ศูนย์) 0 งาน$/),
      "ลา ทดลอง ไม่อยู่ถึง 25 พ.ย. 69",
    ]);
    expect(offered[0]?.value).toMatchObject({ name: "นายมานะ ทดลอง" });
  });
});

describe("the access log", () => {
  it("notes each look at somebody else's request in a chain that shows any change, and none at one's own", async () => {
    const { id } = await report(teacher);
    await requestsOf({ do: "find", id }, teacher);
    await requestsOf({ do: "find", id }, technician);
    await requestsOf({ do: "find", id }, neighbour);
    await flushAccessLog();
    const looks = await AccessEntryModel.find({ subject: `request:${id}` })
      .sort({ sequence: 1 })
      .lean();
    expect(looks.map(({ personId, action, result }) => [personId, action, result])).toEqual([
      [technician._id, "find", "allowed"],
      [neighbour._id, "find", "refused"],
    ]);
    const chain: AccessEntryDocument[] = await AccessEntryModel.find({ chain: looks[0]?.chain ?? "" })
      .sort({ sequence: 1 })
      .lean();
    let previous = "";
    for (const [index, entry] of chain.entries()) {
      expect(entry.sequence).toBe(index + 1);
      expect(entry.hash).toBe(accessHash(entry, previous));
      previous = entry.hash;
    }
  });
});

describe("the database of another version", () => {
  it("is refused with each thing that cannot be read", async () => {
    const { id } = await report(teacher);
    await expect(checkStoredVersions(ctx.catalogue)).resolves.toBeUndefined();
    const reasonOf = async (change: Record<string, unknown>) => {
      const before = await RequestModel.findById(id).lean();
      await RequestModel.updateOne({ _id: id }, { $set: change });
      const error = await checkStoredVersions(ctx.catalogue).catch((thrown: unknown) => thrown);
      await RequestModel.updateOne(
        { _id: id },
        { $set: { state: before?.state, formVersion: before?.formVersion, formId: before?.formId } },
      );
      return error instanceof Error ? error.message : "";
    };
    expect(await reasonOf({ state: "dreaming" })).toContain("dreaming");
    expect(await reasonOf({ formVersion: 7 })).toContain("version 7");
    expect(await reasonOf({ formId: "poem" })).toContain("poem");
  });
});
