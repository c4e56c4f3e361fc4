import mongoose from "mongoose";
import { beforeAll, describe, expect, it } from "vitest";
import { countDesk } from "#bot/services/desk/count-desk.ts";
import type { DeskQuery } from "#bot/services/desk/desk-query.ts";
import { listDesk } from "#bot/services/desk/list-desk.ts";
import { readChanges } from "#bot/services/live/read-changes.ts";
import { readViewers } from "#bot/services/live/read-viewers.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import { myRequests } from "#bot/services/requests/my-requests.ts";
import { readHome } from "#bot/services/requests/read-home.ts";
import { workloadOf } from "#bot/services/requests/workload.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { repairOf, useServices } from "#test/support/services.ts";

const ctx = useServices();
const many = 6_000;
const openOnes = 300;
const day = 86_400_000;

/** One operation as mongod saw it, by its profiler. */
type Operation = { op: string; planSummary?: string; keysExamined?: number; docsExamined?: number };

let head: Actor;
let teacher: Actor;

beforeAll(async () => {
  const person = await ctx.person("หัวหน้าตรี", { roles: [{ role: "group-head", scope: { kind: "group", group: 1, zones: [] } }] });
  head = actorOf(person, ctx.at);
  const asker = await ctx.person("ครูต้นแบบ");
  teacher = actorOf(asker, ctx.at);
  const { request } = await ctx.run(repairOf(ctx), ctx.who(asker));
  const sample = await RequestModel.findById(request.id).lean<RequestDocument>();
  if (!sample) throw new Error("no request");
  await RequestModel.insertMany(
    Array.from({ length: many }, (_, at) => pastRequest(sample, at)),
    { lean: true },
  );
});

function pastRequest(sample: RequestDocument, at: number): RequestDocument {
  const createdAt = new Date(ctx.at.getTime() - at * (day / 20));
  const isOpen = at < openOnes;
  const words = at % 1_000 === 7 ? "จอเขียวอี๋" : "กระดาษติดบ่อยมาก";
  return {
    ...sample,
    _id: `r${at}`,
    draftId: `d${at}`,
    tail: at + 2,
    requester: { id: at % 400 === 0 ? teacher.personId : `p${at % 400}`, name: "ครู", phone: null },
    awaits: isOpen ? `p${at % 100}` : null,
    assignee: at % 3 === 0 ? null : { id: at % 7 === 0 ? head.personId : "p9", name: "ช่าง" },
    group: (at % 3) + 1,
    school: { code: `2401${String(at % 100).padStart(4, "0")}`, name: "โรงเรียนบ้านทุ่ง", zone: "A" },
    state: isOpen ? (at % 4 === 0 ? "waiting-parts" : "submitted") : "closed",
    isOpen,
    searchTokens: searchTokens([words, "โรงเรียนบ้านทุ่ง", `ซ-2570-${at + 2}`]),
    startBy: createdAt,
    finishBy: new Date(createdAt.getTime() + 5 * day),
    createdAt,
    updatedAt: createdAt,
  };
}

/** What mongod did on requests for some work: the queries as they are run, not copies of them. */
async function operationsOf(work: () => Promise<unknown>, collection = "requests"): Promise<Operation[]> {
  const { db } = mongoose.connection;
  if (!db) throw new Error("not connected");
  await db.command({ profile: 0 });
  await db.collection("system.profile").drop();
  await db.command({ profile: 2 });
  await work();
  await db.command({ profile: 0 });
  return db
    .collection<Operation & { ns: string }>("system.profile")
    .find({ op: { $in: ["query", "command"] }, ns: `${db.databaseName}.${collection}`, planSummary: { $exists: true } })
    .toArray();
}

const list = (query: DeskQuery) => () => listDesk(ctx, query, null, head);
const desk = "{ isOpen: 1, group: 1, assignee.id: 1";
/** Rows that a page shows are read whole, and one more; what it looks through besides in the index alone, or at most two thousand. */
const page = 41;
const cases: [string, () => Promise<unknown>, string, number][] = [
  ["my jobs", list({ view: "mine" }), desk, page],
  ["what I am to decide", list({ view: "to-decide" }), "{ decider.role: 1, decider.unit: 1, stateSince: 1 }", page],
  ["what nobody has", list({ view: "unassigned" }), desk, page],
  ["what is late", list({ view: "late" }), desk, page],
  ["what waits", list({ view: "waiting" }), desk, page],
  ["all that is open", list({ view: "open" }), desk, page],
  ["what is open of a school", list({ view: "open", school: "24010007" }), desk, page],
  ["a colleague's jobs", list({ view: "open", assignee: "p9", urgency: "normal", category: "printer" }), desk, page],
  ["the counts", () => countDesk(ctx, head), desk, page],
  ["words that few hold", list({ view: "all", text: "เขียวอี๋" }), "{ searchTokens: 1, createdAt: -1, _id: -1 }", page],
  ["words that all hold", list({ view: "all", text: "กระดาษติด" }), "{ searchTokens: 1, createdAt: -1, _id: -1 }", page],
  ["a number", list({ view: "all", text: "ซ-2570-004711" }), "{ searchTokens: 1, createdAt: -1, _id: -1 }", page],
  ["words that nothing holds together", list({ view: "all", text: "กระดาษเขียว" }), "{ searchTokens: 1, createdAt: -1, _id: -1 }", page],
  ["all of a school", list({ view: "all", school: "24010007" }), "{ school.code: 1, createdAt: -1, _id: -1 }", page],
  ["what is finished", list({ view: "finished" }), "{ createdAt: 1, _id: 1 }", 500],
  ["what is finished of a kind that is not there", list({ view: "finished", category: "procurement" }), "{ createdAt: 1, _id: 1 }", 2_000],
  ["what changed", () => readChanges(ctx, [{ request: "r7", sequence: 1, isForStaff: false }]), "{ _id: 1 }", 1],
];

describe("every query of the desk", () => {
  it.each(cases)("finds %s by its index, and reads little more than it shows", async (_name, work, index, most) => {
    const operations = await operationsOf(work);
    const plans = operations.map(({ planSummary }) => planSummary ?? "").join("\n");
    expect(plans).toContain(index);
    expect(plans).not.toContain("COLLSCAN");
    for (const { docsExamined, planSummary } of operations) expect(docsExamined ?? 0, planSummary).toBeLessThanOrEqual(most);
  });

  const own = "{ requester.id: 1, createdAt: -1 }";
  const asked = "{ awaits: 1, updatedAt: -1 }";
  const deciding = "{ decider.role: 1, decider.unit: 1, stateSince: 1 }";
  /** What is open has several indexes that serve: which one is the planner's to choose. */
  const openOnesBy = [desk, "{ assignee.id: 1, finishBy: 1 }", "{ group: 1, finishBy: 1 }"];
  const homes: [string, () => Promise<unknown>, string[], string[]][] = [
    ["a teacher's home", () => readHome(ctx, teacher), [own, asked], []],
    ["the home of who works", () => readHome(ctx, head), [own, asked, deciding], openOnesBy],
    ["my open requests", () => myRequests(ctx, true, null, teacher), [own], []],
    ["my finished requests", () => myRequests(ctx, false, null, teacher), [own], []],
    ["who has how much", () => workloadOf(ctx, { actor: head }), [], openOnesBy],
  ];
  it.each(homes)("finds %s by its indexes, and reads no more than is open", async (_name, work, needed, others) => {
    const operations = await operationsOf(work);
    const plans = operations.map(({ planSummary }) => planSummary ?? "");
    const by = (plan: string) => [...needed, ...others].filter((index) => plan.includes(index.replace(/ }$/, "")));
    expect(plans.filter((plan) => by(plan).length === 0)).toEqual([]);
    for (const index of needed) expect(plans.join("\n")).toContain(index);
    for (const { docsExamined, planSummary } of operations) expect(docsExamined ?? 0, planSummary).toBeLessThanOrEqual(openOnes);
  });

  it("reads the grants of everybody who is connected by their LINE accounts, in one go", async () => {
    const [operation, ...others] = await operationsOf(() => readViewers(ctx, ["U1", "U2", "U3"]), "people");
    expect(others).toEqual([]);
    expect(operation?.planSummary).toContain("lineUserId: 1");
  });
});
